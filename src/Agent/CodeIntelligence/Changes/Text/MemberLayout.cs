using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Where a member begins and ends in its file, with what belongs to it.</summary>
internal static class MemberLayout
{
    public static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    /// <summary>Where the comments begin that stand right above a member, without a blank line or a directive between.</summary>
    public static int AttachedStart(SyntaxNode member, SourceText text)
    {
        var start = member.SpanStart;
        foreach (var trivia in member.GetLeadingTrivia().Reverse())
        {
            if (trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                continue;
            }

            // A documentation comment ends with its line, so that one more line break makes a blank line.
            var between = text.ToString(TextSpan.FromBounds(trivia.SpanStart, start));
            var trailing = between[between.TrimEnd().Length..];
            if (!IsComment(trivia) || LineEndings.ToFeeds(trailing).Count(c => c == '\n') > 1)
            {
                break;
            }

            start = trivia.FullSpan.Start;
        }

        return start;
    }

    /// <summary>Where the documentation above a member ends and other comments may follow, or null if there is none.</summary>
    public static int? DocumentationEnd(SyntaxNode member, SourceText text)
    {
        var documentation = member.GetLeadingTrivia().LastOrDefault(trivia => trivia.HasStructure && IsComment(trivia));
        if (documentation.RawKind == 0 || documentation.FullSpan.Start < AttachedStart(member, text))
        {
            return null;
        }

        var end = documentation.FullSpan.End;
        while (end < member.SpanStart && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The end of the line if only a comment follows, else the end of the node.</summary>
    public static int EndWithComment(SourceText text, SyntaxToken last)
    {
        var end = last.Span.End;
        foreach (var trivia in last.TrailingTrivia)
        {
            end = IsComment(trivia) ? trivia.FullSpan.End : end;
        }

        return Math.Min(end, text.Lines.GetLineFromPosition(last.Span.End).End);
    }

    public static bool StartsLine(SourceText text, int position) => IsBlank(text, text.Lines.GetLineFromPosition(position).Start, position);

    public static bool EndsLine(SourceText text, int position) => IsBlank(text, position, text.Lines.GetLineFromPosition(position).End);

    public static string Indent(SourceText text, int position) => Indentation.White(text.Lines.GetLineFromPosition(position).ToString());

    public static bool IsBlankLine(SourceText text, int line) =>
        line >= 0 && line < text.Lines.Count && IsBlank(text, text.Lines[line].Start, text.Lines[line].End);

    /// <summary>The column of members of a type or namespace: that of one it has, else one step from its own.</summary>
    public static string InnerIndent(SourceText text, SyntaxNode container)
    {
        var first = Members(container).Select(member => (int?)member.SpanStart).FirstOrDefault(start => StartsLine(text, start!.Value));
        if (first is { } position)
        {
            return Indent(text, position);
        }

        return container is CompilationUnitSyntax or FileScopedNamespaceDeclarationSyntax ? "" : Indent(text, container.SpanStart) + Step(text);
    }

    public static IEnumerable<MemberDeclarationSyntax> Members(SyntaxNode container) => container switch
    {
        TypeDeclarationSyntax type => type.Members,
        EnumDeclarationSyntax @enum => @enum.Members,
        BaseNamespaceDeclarationSyntax space => space.Members,
        CompilationUnitSyntax unit => unit.Members,
        _ => [],
    };

    /// <summary>Members of one line without comments may stand without blank lines between them.</summary>
    public static bool IsCompact(MemberDeclarationSyntax member, SourceText text) =>
        member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax or EnumMemberDeclarationSyntax or DelegateDeclarationSyntax
        && !member.GetLeadingTrivia().Any(IsComment)
        && text.Lines.GetLineFromPosition(member.SpanStart).LineNumber == text.Lines.GetLineFromPosition(member.Span.End).LineNumber;

    /// <summary>The tokens that stand at the column of their members where they begin a line.</summary>
    public static IEnumerable<SyntaxToken> ColumnTokens(IEnumerable<MemberDeclarationSyntax> members) => members.SelectMany(member =>
    {
        var (open, close) = member switch
        {
            BaseTypeDeclarationSyntax type => (type.OpenBraceToken, type.CloseBraceToken),
            BaseMethodDeclarationSyntax { Body: { } body } => (body.OpenBraceToken, body.CloseBraceToken),
            BasePropertyDeclarationSyntax { AccessorList: { } accessors } => (accessors.OpenBraceToken, accessors.CloseBraceToken),
            _ => default,
        };
        var declaration = member.AttributeLists.Count > 0 ? member.AttributeLists.Last().GetLastToken().GetNextToken() : default;
        return new[] { member.GetFirstToken(), declaration, open, close }.Where(token => token.RawKind != 0);
    });

    private static string Step(SourceText text) => text.Lines.Any(line => line.End > line.Start && text[line.Start] == '\t') ? "\t" : "    ";

    private static bool IsBlank(SourceText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
