using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>A declaration with the words in it: a member of a type, or a type without its members.</summary>
/// <param name="Node">Its syntax.</param>
/// <param name="Name">What code calls it by.</param>
/// <param name="Types">The simple names of the types around it, from the outermost; for a type, itself included.</param>
/// <param name="Words">Identifiers in it, and texts that could be one, as reflection has them.</param>
/// <param name="RunsUnnamed">Whether it can run where its name does not stand: constructors, operators, what overrides or implements something.</param>
internal sealed record CodeMember(SyntaxNode Node, string Name, string[] Types, FrozenSet<string> Words, bool RunsUnnamed)
{
    // Called by the language, by the class library, or by way of an interface that is not in the source.
    private static readonly FrozenSet<string> Patterns = FrozenSet.Create(StringComparer.Ordinal,
        "Add", "Dispose", "DisposeAsync", "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "GetAwaiter", "GetResult",
        "Deconstruct", "Slice", "Length", "Count", "Main", "GetPinnableReference", "Select", "SelectMany", "Where", "Cast", "Join", "GroupJoin",
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "ToString", "Equals", "GetHashCode");

    /// <summary>The declarations of a file; a file's own part (usings, assembly attributes, statements) comes first, with an empty name.</summary>
    public static IReadOnlyList<CodeMember> Read(SyntaxNode root)
    {
        List<CodeMember> members = [new(root, "", [], WordsOf(root, IsPartOfMember), RunsUnnamed: true)];
        Collect(root, [], members);
        return members;
    }

    /// <summary>Its text without what belongs to its members, to see whether it has changed.</summary>
    public string Text => string.Join(' ', Tokens(Node, IsPartOf(Node)).Select(token => token.Text));

    private static void Collect(SyntaxNode parent, string[] types, List<CodeMember> members)
    {
        foreach (var node in parent.ChildNodes())
        {
            switch (node)
            {
                case BaseNamespaceDeclarationSyntax:
                    Collect(node, types, members);
                    break;
                case BaseTypeDeclarationSyntax type:
                    string[] inner = [.. types, type.Identifier.ValueText];
                    members.Add(new(type, type.Identifier.ValueText, inner, WordsOf(type, IsPartOf(type)), RunsUnnamed: true));
                    if (type is EnumDeclarationSyntax)
                        break;
                    Collect(type, inner, members);
                    break;
                case MemberDeclarationSyntax member when types.Length > 0:
                    members.AddRange(NamesOf(member, types).Select(name => new CodeMember(member, name, types, WordsOf(member, static _ => false), IsRunUnnamed(member, name))));
                    break;
                case DelegateDeclarationSyntax type:
                    members.Add(new(type, type.Identifier.ValueText, [type.Identifier.ValueText], WordsOf(type, static _ => false), RunsUnnamed: true));
                    break;
            }
        }
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member, string[] types) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax @event => [@event.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        _ => [types[^1]],
    };

    private static bool IsRunUnnamed(MemberDeclarationSyntax member, string name) => member switch
    {
        MethodDeclarationSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax => Patterns.Contains(name)
            || member.Modifiers.Any(SyntaxKind.OverrideKeyword) || IsCalledByAttribute(member) || MayImplement(member),
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Initializer is not null) && !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        DelegateDeclarationSyntax => false,
        _ => true,
    } || member is PropertyDeclarationSyntax { Initializer: not null };

    // A test runs because of an attribute as well, but for nobody else.
    private static bool IsCalledByAttribute(MemberDeclarationSyntax member) =>
        member.AttributeLists.Count > 0 && !(member is MethodDeclarationSyntax method && TestAttributes.IsTest(method, []));

    // An interface of another part, or of a base list; explicit implementations have no modifier.
    private static bool MayImplement(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PartialKeyword)
        || (member.Parent is TypeDeclarationSyntax type && (type.BaseList is not null || type.Modifiers.Any(SyntaxKind.PartialKeyword))
            && (member.Modifiers.Any(SyntaxKind.PublicKeyword) || !member.Modifiers.Any()));

    private static bool IsPartOfMember(SyntaxNode node) => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    // A type's own part is all but the members that are read by themselves; an enum has none.
    private static Func<SyntaxNode, bool> IsPartOf(SyntaxNode owner) => owner switch
    {
        CompilationUnitSyntax => IsPartOfMember,
        TypeDeclarationSyntax => node => node is MemberDeclarationSyntax && node.Parent == owner,
        _ => static _ => false,
    };

    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode node, Func<SyntaxNode, bool> leaveOut) =>
        node.DescendantNodesAndTokens(child => child == node || !leaveOut(child)).Where(child => child.IsToken && (child.Parent == node || !leaveOut(child.Parent!))).Select(child => child.AsToken());

    private static FrozenSet<string> WordsOf(SyntaxNode node, Func<SyntaxNode, bool> leaveOut)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (var token in Tokens(node, leaveOut))
        {
            // What a declaration is called is no mention of the others of that name.
            if (token.IsKind(SyntaxKind.IdentifierToken) && !(token.Parent == node && node is MemberDeclarationSyntax))
            {
                words.Add(token.ValueText);
            }
            else if (token.IsKind(SyntaxKind.StringLiteralToken))
            {
                words.UnionWith(token.ValueText.Split('.', '+', ',', ' ').Where(SyntaxFacts.IsValidIdentifier));
            }
        }

        // An attribute may be written without its last word.
        words.UnionWith(words.ToArray().Select(word => word + "Attribute"));
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
