using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Lines that begin within a literal, whose white space is part of a value.</summary>
internal static class LiteralLines
{
    /// <summary>The lines of literals that span several, and whether their white space may move as one block: that of raw strings may.</summary>
    public static IEnumerable<(int First, int Last, bool Movable)> Of(SyntaxNode root, SourceText text)
    {
        foreach (var token in root.DescendantTokens(node => node is not InterpolatedStringExpressionSyntax))
        {
            if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                && Lines(token.Span, text) is { } lines)
            {
                yield return (lines.First, lines.Last, token.Kind() is SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken);
            }
        }

        foreach (var interpolated in root.DescendantNodes(node => node is not InterpolatedStringExpressionSyntax).OfType<InterpolatedStringExpressionSyntax>())
        {
            if (Lines(interpolated.Span, text) is { } lines)
            {
                var nested = interpolated.DescendantNodes().Any(node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && Lines(node.Span, text) is not null);
                yield return (lines.First, lines.Last, interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken) && !nested);
            }
        }

        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            var first = text.Lines.GetLineFromPosition(trivia.SpanStart).LineNumber;
            yield return (first, text.Lines.GetLineFromPosition(Math.Max(trivia.SpanStart, trivia.Span.End - 1)).LineNumber, false);
        }
    }

    /// <summary>The lines but the first one that a span reaches, if any.</summary>
    private static (int First, int Last)? Lines(TextSpan span, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(span.Start).LineNumber;
        var last = text.Lines.GetLineFromPosition(span.End).LineNumber;
        return last > first ? (first + 1, last) : null;
    }
}
