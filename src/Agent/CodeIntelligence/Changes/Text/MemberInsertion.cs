using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Puts members beside another one, or at the edge of a type, namespace or file.</summary>
internal sealed class MemberInsertion(MemberSource source, SourceText text)
{
    public IReadOnlyList<TextChange> Above(MemberDeclarationSyntax next)
    {
        var comma = next is EnumMemberDeclarationSyntax ? "," : "";
        if (!MemberLayout.StartsLine(text, next.SpanStart))
        {
            var tail = source.Tail.StartsWith("//", StringComparison.Ordinal) ? $" {source.Tail}\n" : source.Tail.Length > 0 ? $" {source.Tail} " : " ";
            return [At(next.SpanStart, Body(MemberLayout.Indent(text, next.SpanStart)) + comma + tail)];
        }

        var indent = MemberLayout.Indent(text, next.SpanStart);
        var line = text.Lines.GetLineFromPosition(MemberLayout.AttachedStart(next, text));
        var previous = Sibling(next, -1);
        var gap = previous is not null && Gap(previous) && !MemberLayout.IsBlankLine(text, line.LineNumber - 1) && IsRightAfter(previous, line.LineNumber) ? "\n" : "";
        return [At(line.Start, $"{gap}{indent}{Body(indent)}{comma}{Tail}\n{(Gap(next) ? "\n" : "")}")];
    }

    public IReadOnlyList<TextChange> Below(MemberDeclarationSyntax previous)
    {
        var indent = MemberLayout.StartsLine(text, previous.SpanStart) ? MemberLayout.Indent(text, previous.SpanStart) : MemberLayout.InnerIndent(text, previous.Parent!);
        var last = previous.GetLastToken();
        List<TextChange> changes = [];
        var comma = "";
        if (previous is EnumMemberDeclarationSyntax)
        {
            if (last.GetNextToken() is var next && next.IsKind(SyntaxKind.CommaToken))
            {
                (last, comma) = (next, ",");
            }
            else
            {
                changes.Add(At(last.Span.End, ","));
            }
        }

        var end = MemberLayout.EndWithComment(text, last);
        var following = Sibling(previous, 1);
        var touches = following is not null && text.Lines.GetLineFromPosition(MemberLayout.AttachedStart(following, text)).LineNumber == text.Lines.GetLineFromPosition(end).LineNumber + 1;
        var inserted = $"\n{(Gap(previous) ? "\n" : "")}{indent}{Body(indent)}{comma}{Tail}{(touches && Gap(following!) ? "\n" : "")}{(MemberLayout.EndsLine(text, end) ? "" : "\n" + indent)}";

        // Two insertions at one place are one.
        return changes is [{ Span.Start: var at }] && at == end ? [At(end, "," + inserted)] : [.. changes, At(end, inserted)];
    }

    /// <summary>Right after the brace that opens a type or namespace, or after what heads a file.</summary>
    public IReadOnlyList<TextChange> First(SyntaxNode container)
    {
        var (open, close) = Braces(container);
        if (open.RawKind == 0)
        {
            return Headed(container);
        }

        if (container is EnumDeclarationSyntax { Members: [var constant, ..] })
        {
            return Above(constant);
        }

        var first = MemberLayout.Members(container).FirstOrDefault();
        if (first is null)
        {
            return Last(container);
        }

        var end = MemberLayout.EndWithComment(text, open);
        var indent = MemberLayout.InnerIndent(text, container);
        var inserted = $"\n{indent}{Body(indent)}{Tail}{(Gap(first) && !MemberLayout.IsBlankLine(text, text.Lines.GetLineFromPosition(end).LineNumber + 1) ? "\n" : "")}";
        return MemberLayout.EndsLine(text, end) ? [At(end, inserted)] : [new(TextSpan.FromBounds(end, AfterSpaces(end)), $"{inserted}\n{indent}")];
    }

    /// <summary>Right before the brace that closes a type or namespace, or at the end of a file.</summary>
    public IReadOnlyList<TextChange> Last(SyntaxNode container)
    {
        var last = MemberLayout.Members(container).LastOrDefault();
        var (open, close) = Braces(container);
        if (last is EnumMemberDeclarationSyntax constant)
        {
            return Below(constant);
        }

        var inner = MemberLayout.InnerIndent(text, container);
        if (open.RawKind == 0)
        {
            return container is TypeDeclarationSyntax ? Headed(container) : [At(text.Length, $"{Separation()}{Body("")}{Tail}\n")];
        }

        var outer = MemberLayout.Indent(text, open.SpanStart);
        var line = text.Lines.GetLineFromPosition(close.SpanStart);
        if (MemberLayout.StartsLine(text, close.SpanStart))
        {
            var gap = last is not null && Gap(last) && !MemberLayout.IsBlankLine(text, line.LineNumber - 1) ? "\n" : "";
            return [At(line.Start, $"{gap}{inner}{Body(inner)}{Tail}\n")];
        }

        var start = close.SpanStart;
        while (start > open.Span.End && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return [new(TextSpan.FromBounds(start, close.SpanStart), $"\n{inner}{Body(inner)}{Tail}\n{outer}")];
    }

    private string Tail => source.Tail.Length == 0 ? "" : " " + source.Tail;

    private string Body(string indent) => source.At(indent);

    /// <summary>Below the head of a file or of its namespace; a type without a body gets one.</summary>
    private IReadOnlyList<TextChange> Headed(SyntaxNode container)
    {
        if (container is TypeDeclarationSyntax type)
        {
            var outer = MemberLayout.Indent(text, type.SpanStart);
            var inner = MemberLayout.InnerIndent(text, type);
            return [new(type.SemicolonToken.Span, $"\n{outer}{{\n{inner}{Body(inner)}{Tail}\n{outer}}}")];
        }

        var members = MemberLayout.Members(container).ToList();
        var first = members.Find(member => member is not GlobalStatementSyntax);
        return first is not null ? Above(first) : Last(container);
    }

    /// <summary>Whether a blank line stands between a member that is there and those that come.</summary>
    private bool Gap(MemberDeclarationSyntax neighbour) =>
        !MemberLayout.IsCompact(neighbour, text) || source.Members.Count > 1 || !MemberLayout.IsCompact(source.Members[0], source.Members[0].SyntaxTree.GetText())
        || neighbour.Kind() != source.Members[0].Kind();

    private bool IsRightAfter(MemberDeclarationSyntax previous, int line) => text.Lines.GetLineFromPosition(previous.Span.End).LineNumber == line - 1;

    private static MemberDeclarationSyntax? Sibling(MemberDeclarationSyntax member, int step)
    {
        var siblings = MemberLayout.Members(member.Parent!).ToList();
        var index = siblings.IndexOf(member) + step;
        return index >= 0 && index < siblings.Count ? siblings[index] : null;
    }

    private static (SyntaxToken Open, SyntaxToken Close) Braces(SyntaxNode container) => container switch
    {
        BaseTypeDeclarationSyntax type => (type.OpenBraceToken, type.CloseBraceToken),
        NamespaceDeclarationSyntax space => (space.OpenBraceToken, space.CloseBraceToken),
        _ => default,
    };

    /// <summary>What makes a blank line at the end of the file.</summary>
    private string Separation()
    {
        var broken = text.Length > 0 && text[^1] is ('\n' or '\r');
        return text.Length == 0 || (broken && MemberLayout.IsBlankLine(text, text.Lines.Count - 2)) ? "" : broken ? "\n" : "\n\n";
    }

    private int AfterSpaces(int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private static TextChange At(int position, string inserted) => new(new TextSpan(position, 0), inserted);
}
