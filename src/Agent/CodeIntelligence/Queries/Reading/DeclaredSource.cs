using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Reading;

/// <summary>The lines of a declaration, from its documentation comment to its end.</summary>
internal static class DeclaredSource
{
    public static SourcePart Of(string path, SyntaxNode declared, CancellationToken cancellationToken)
    {
        var node = declared is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } ? field : declared;
        var text = node.SyntaxTree.GetText(cancellationToken);
        var start = node.GetLeadingTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .Select(trivia => trivia.FullSpan.Start)
            .DefaultIfEmpty(node.SpanStart)
            .First();
        return new(path, text, text.Lines.GetLinePosition(start).Line + 1, text.Lines.GetLinePosition(node.Span.End).Line + 1);
    }
}
