using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>A member that a file declares, and the names it answers to.</summary>
/// <param name="Node">Its declaration; of several fields in one declaration, its variable.</param>
/// <param name="Namespace">The parts of its namespace.</param>
/// <param name="Types">The types that it is in, outermost first.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Interface">The interface that it implements explicitly, or null.</param>
/// <param name="Parameters">Its parameters, or null if it has no list of them.</param>
internal sealed record MemberSite(
    SyntaxNode Node, ImmutableArray<NamePart> Namespace, ImmutableArray<NamePart> Types, NamePart Name,
    string? Interface, ImmutableArray<(string Type, string Passing)>? Parameters)
{
    /// <summary>The whole declaration, which for a field may declare others too.</summary>
    public MemberDeclarationSyntax Declaration => Node as MemberDeclarationSyntax ?? (MemberDeclarationSyntax)Node.Parent!.Parent!;

    public int Line => Node.SyntaxTree.GetLineSpan(Node.Span).StartLinePosition.Line + 1;

    /// <summary>The name by which exactly this member is found, as long as types are not declared twice.</summary>
    public string Display
    {
        get
        {
            var own = Name.Text switch
            {
                NamePart.Constructor => Types[^1].Text,
                NamePart.StaticConstructor => ".cctor",
                NamePart.Finalizer => "~" + Types[^1].Text,
                _ => Interface is null ? Name.Text : $"{Interface}.{Name.Text}",
            };
            var arity = Name.Arity > 0 ? $"<{new string(',', Name.Arity - 1)}>" : "";
            var list = Parameters is { } parameters ? string.Join(", ", parameters.Select(parameter => $"{parameter.Passing} {parameter.Type}".TrimStart())) : null;
            list = list is null ? "" : Name.Text == NamePart.Indexer ? $"[{list}]" : $"({list})";
            return string.Join('.', Types.Select(type => type.Arity > 0 ? $"{type.Text}<{new string(',', type.Arity - 1)}>" : type.Text).Append(own + arity + list));
        }
    }

    /// <summary>How well a dotted name fits: 0 it is the whole name, 1 all but the namespace, 2 the last parts of it, -1 not.</summary>
    public int Fit(ImmutableArray<NamePart> question, bool viaInterface)
    {
        var path = Types.Add(Name);
        if (viaInterface)
        {
            path = Types.Add(new(Interface!, 0)).Add(Name);
        }

        if (question.Length <= path.Length)
        {
            return !Ends(path, question) ? -1 : question.Length == path.Length ? 1 : 2;
        }

        var whole = Namespace.AddRange(path);
        return question.Length <= whole.Length && Ends(whole, question) ? (question.Length == whole.Length ? 0 : 1) : -1;
    }

    public bool Takes(ImmutableArray<(string Type, string Passing)> question, bool nullable) =>
        Parameters is { } own && own.Length == question.Length
        && own.Zip(question).All(pair => nullable
            ? pair.First.Type == pair.Second.Type
            : TypeText.WithoutNullable(pair.First.Type) == TypeText.WithoutNullable(pair.Second.Type));

    private static bool Ends(ImmutableArray<NamePart> path, ImmutableArray<NamePart> question)
    {
        for (var i = 1; i <= question.Length; i++)
        {
            if (!path[^i].Answers(question[^i]))
            {
                return false;
            }
        }

        return true;
    }
}
