using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>A token that uses or declares a symbol, in one flavour of a project.</summary>
internal sealed record Use(Project Project, SyntaxTree Tree, SyntaxToken Token)
{
    /// <summary>Whether what it names is run or read, not only mentioned.</summary>
    public bool IsCall => !Token.IsPartOfStructuredTrivia()
        && Token.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null
        && Token.Parent?.AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && call.ArgumentList.Span.Contains(Token.Span)) != true;
}
