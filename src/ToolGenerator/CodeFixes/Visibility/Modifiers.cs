using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Visibility;

/// <summary>Writes modifiers. Roslyn's own generator takes partial methods for ones that cannot have any.</summary>
internal static class Modifiers
{
    /// <summary>A declaration with one access modifier, before all others, in place of those that it has.</summary>
    public static T WithAccessibility<T>(T declaration, SyntaxKind keyword) where T : MemberDeclarationSyntax
    {
        var first = declaration.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? declaration.GetFirstToken();
        var replaced = declaration.Modifiers.LastOrDefault(IsAccess);
        var trailing = replaced.HasTrailingTrivia ? replaced.TrailingTrivia : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        var access = SyntaxFactory.Token(first.LeadingTrivia, keyword, trailing);
        var bare = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        var others = bare.Modifiers.Where(modifier => !IsAccess(modifier));
        return (T)bare.WithModifiers(SyntaxFactory.TokenList(others.Prepend(access)));
    }

    private static bool IsAccess(SyntaxToken modifier) => modifier.Kind()
        is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.FileKeyword;
}
