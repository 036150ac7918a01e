using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;

/// <summary>A file to be changed, and the chance that picks the place.</summary>
internal sealed class MutationSite(SyntaxNode root, Random random)
{
    public Random Random => random;

    public T? Pick<T>(Func<T, bool>? where = null) where T : SyntaxNode =>
        Pick(root.DescendantNodes().OfType<T>().Where(where ?? (_ => true)).ToList());

    public T? Pick<T>(IReadOnlyList<T> from) => from.Count == 0 ? default : from[random.Next(from.Count)];

    public SyntaxToken PickToken(Func<SyntaxToken, bool> where) => Pick(root.DescendantTokens().Where(where).ToList());

    /// <summary>A name that occurs in this file.</summary>
    public string AnyName() => PickToken(token => token.IsKind(SyntaxKind.IdentifierToken)).ValueText is { Length: > 0 } name ? name : "Nothing";

    public static TextChange Replace(SyntaxNode node, string text) => new(node.Span, text);

    public static TextChange Replace(SyntaxToken token, string text) => new(token.Span, text);

    public static TextChange Delete(SyntaxNode node) => new(node.FullSpan, "\n");

    public static TextChange Before(SyntaxNode node, string text) => new(new TextSpan(node.SpanStart, 0), text);

    public static TextChange After(SyntaxNode node, string text) => new(new TextSpan(node.Span.End, 0), text);

    /// <summary>A new member at the end of a type.</summary>
    public TextChange? Insert(Func<TypeDeclarationSyntax, string> member, Func<TypeDeclarationSyntax, bool>? where = null) =>
        Pick<TypeDeclarationSyntax>(type => type.CloseBraceToken.Span.Length > 0 && (where?.Invoke(type) ?? true)) is { } picked
            ? new TextChange(new TextSpan(picked.CloseBraceToken.SpanStart, 0), $"\n    {member(picked)}\n") : null;
}
