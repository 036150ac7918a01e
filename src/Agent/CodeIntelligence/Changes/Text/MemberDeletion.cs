using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Takes a member out of its file, with its comments and the blank line that it leaves.</summary>
internal static class MemberDeletion
{
    public static IReadOnlyList<TextChange> Delete(MemberSite site, SourceText text)
    {
        if (site.Node is VariableDeclaratorSyntax variable)
        {
            var variables = ((VariableDeclarationSyntax)variable.Parent!).Variables;
            var index = variables.IndexOf(variable);
            return [Gone(index < variables.Count - 1
                ? TextSpan.FromBounds(variable.SpanStart, variables[index + 1].SpanStart)
                : TextSpan.FromBounds(variables[index - 1].Span.End, variable.Span.End))];
        }

        var member = site.Declaration;
        var start = MemberLayout.AttachedStart(member, text);
        var last = member.GetLastToken();
        if (member is not EnumMemberDeclarationSyntax constant)
        {
            return [Gone(Whole(text, start, MemberLayout.EndWithComment(text, last)))];
        }

        if (last.GetNextToken() is var comma && comma.IsKind(SyntaxKind.CommaToken))
        {
            return [Gone(Whole(text, start, MemberLayout.EndWithComment(text, comma)))];
        }

        var lines = Gone(Whole(text, start, MemberLayout.EndWithComment(text, last)));
        var before = member.GetFirstToken().GetPreviousToken();
        return before.IsKind(SyntaxKind.CommaToken) ? [Gone(before.Span), lines] : [lines];
    }

    private static TextChange Gone(TextSpan span) => new(span, "");

    /// <summary>Whole lines where nothing else is on them.</summary>
    private static TextSpan Whole(SourceText text, int start, int end)
    {
        if (!MemberLayout.StartsLine(text, start) || !MemberLayout.EndsLine(text, end))
        {
            return TextSpan.FromBounds(start, end < text.Length && text[end] == ' ' ? end + 1 : end);
        }

        var first = text.Lines.GetLineFromPosition(start).LineNumber;
        var last = text.Lines.GetLineFromPosition(end).LineNumber;
        if (MemberLayout.IsBlankLine(text, first - 1) && (MemberLayout.IsBlankLine(text, last + 1) || Begins(text, last + 1, '}') || last == text.Lines.Count - 1))
        {
            first--;
        }
        else if (MemberLayout.IsBlankLine(text, last + 1) && last + 1 < text.Lines.Count - 1 && (first == 0 || text.Lines[first - 1].ToString().AsSpan().TrimEnd().EndsWith("{")))
        {
            last++;
        }

        return TextSpan.FromBounds(text.Lines[first].Start, text.Lines[last].EndIncludingLineBreak);
    }

    private static bool Begins(SourceText text, int line, char c) =>
        line < text.Lines.Count && text.Lines[line].ToString().AsSpan().TrimStart() is [var first, ..] && first == c;
}
