using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Puts source in the place of a member.</summary>
internal static class MemberReplacement
{
    public static IReadOnlyList<TextChange> Replace(MemberSite site, MemberSource source, SourceText text)
    {
        var member = site.Declaration;
        var indent = MemberLayout.Indent(text, member.SpanStart);
        if (site.Node is VariableDeclaratorSyntax variable)
        {
            return [Split((BaseFieldDeclarationSyntax)member, variable, source, indent, text)];
        }

        var start = MemberLayout.StartsLine(text, member.SpanStart) ? Start(member, source, text) : member.SpanStart;
        List<TextChange> changes = [new(TextSpan.FromBounds(start, member.Span.End), source.At(indent))];
        if (source.Tail.Length > 0)
        {
            // The comma between two members of an enum stands before the comment.
            var last = member.GetLastToken();
            var next = last.GetNextToken();
            last = member is EnumMemberDeclarationSyntax && next.IsKind(SyntaxKind.CommaToken) ? next : last;
            var end = MemberLayout.EndWithComment(text, last);
            changes.Add(new(TextSpan.FromBounds(last.Span.End, end), Tail(source, text, end, indent)));
        }

        return changes;
    }

    /// <summary>A comment behind a member, kept from swallowing what follows it in the line.</summary>
    public static string Tail(MemberSource source, SourceText text, int end, string indent) =>
        source.Tail.Length == 0 ? "" : $" {source.Tail}{(source.Tail.StartsWith("//", StringComparison.Ordinal) && !MemberLayout.EndsLine(text, end) ? "\n" + indent : "")}";

    /// <summary>Comments are replaced by those of their kind: documentation stays if the source has only other comments.</summary>
    private static int Start(MemberDeclarationSyntax member, MemberSource source, SourceText text) =>
        source.HasDocumentation ? MemberLayout.AttachedStart(member, text)
        : source.HasComment ? MemberLayout.DocumentationEnd(member, text) ?? MemberLayout.AttachedStart(member, text)
        : member.SpanStart;

    /// <summary>One of several fields declared together: those before and after it keep a declaration of their own.</summary>
    private static TextChange Split(BaseFieldDeclarationSyntax field, VariableDeclaratorSyntax variable, MemberSource source, string indent, SourceText text)
    {
        var variables = field.Declaration.Variables;
        var index = variables.IndexOf(variable);
        var head = text.ToString(TextSpan.FromBounds(field.SpanStart, variables[0].SpanStart));
        List<string> parts = [source.At(indent) + Tail(source, text, text.Length, indent)];
        if (index > 0)
        {
            parts.Insert(0, $"{head}{text.ToString(TextSpan.FromBounds(variables[0].SpanStart, variables[index - 1].Span.End))};");
        }

        if (index < variables.Count - 1)
        {
            parts.Add($"{head}{text.ToString(TextSpan.FromBounds(variables[index + 1].SpanStart, variables[^1].Span.End))};");
        }

        return new(field.Span, LineEndings.ToFeeds(string.Join("\n" + indent, parts)));
    }
}
