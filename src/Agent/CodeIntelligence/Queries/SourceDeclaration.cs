using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>A type or member as the source has it, known without compiling.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its own name; a constructor's is its type's, an indexer's is <c>this[]</c>.</param>
/// <param name="Container">The names of the namespaces and types around it, outermost first.</param>
/// <param name="Arity">How many type parameters it has itself.</param>
/// <param name="Parameters">The types of its parameters as written; null if it takes none by its nature.</param>
/// <param name="Depth">How many types are around it.</param>
/// <param name="Node">Where it is declared.</param>
/// <param name="Position">Where its name, or the word in place of one, begins.</param>
/// <param name="IsPartial">Whether there may be other parts.</param>
internal sealed record SourceDeclaration(
    SourceKind Kind, string Name, ImmutableArray<string> Container, int Arity, ImmutableArray<string>? Parameters,
    int Depth, SyntaxNode Node, int Position, bool IsPartial)
{
    /// <summary>The declaration on one line, without attributes and body.</summary>
    public string Signature => AnswerText.Line(DeclarationSignature.Of(Node));

    /// <summary>The line of its name, from 1.</summary>
    public int Line => LineOf(Position);

    /// <summary>The line of its end, from 1.</summary>
    public int LastLine => LineOf(Node.Span.End);

    /// <summary>Its name with all that is around it.</summary>
    public string FullName => string.Join('.', Container.Append(Name));

    /// <summary>Its full name, type parameters and parameters: no two declarations of a project have the same, except parts of one.</summary>
    public string Address =>
        (Kind == SourceKind.Indexer ? string.Join('.', Container.Append("this")) : FullName)
        + (Arity == 0 ? "" : $"<{new string(',', Arity - 1)}>")
        + (Parameters is { } parameters ? Kind == SourceKind.Indexer ? $"[{string.Join(", ", parameters)}]" : $"({string.Join(", ", parameters)})" : "");

    private int LineOf(int position) => Node.SyntaxTree.GetText().Lines.GetLinePosition(position).Line + 1;
}
