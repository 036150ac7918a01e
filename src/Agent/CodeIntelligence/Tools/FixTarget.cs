using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>Where a model wants something fixed: at a place, in a file, in a project or everywhere.</summary>
internal static class FixTarget
{
    public static async Task<CodeFixScope> ScopeAsync(CodeSnapshot snapshot, string? target, int? lastLine, CancellationToken cancellationToken)
    {
        if (target is null)
        {
            return new FixInSolution();
        }

        var solution = snapshot.RequireSolution();
        if (SymbolAddress.Parse(target) is SymbolAddress.Place place)
        {
            return await PlaceAsync(snapshot, place, lastLine, cancellationToken).ConfigureAwait(false);
        }

        if (Queries.Projects.Named(solution, target) is [var project, ..])
        {
            return new FixInProject(project.Id);
        }

        return new FixInDocument(DocumentAt(snapshot, target).Id);
    }

    /// <summary>What can be done at a place.</summary>
    public static async Task<string> ListAsync(CodeSnapshot snapshot, string? target, int? lastLine, int maxTokens, CancellationToken cancellationToken)
    {
        if (target is null || SymbolAddress.Parse(target) is not SymbolAddress.Place place)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "Give the id of what to fix, or a place as file:line to see what can be done there.");
        }

        var at = await PlaceAsync(snapshot, place, lastLine, cancellationToken).ConfigureAwait(false);
        var fixes = await CodeFixes.ListAsync(snapshot.RequireSolution().GetDocument(at.Document)!, at.Span, [], cancellationToken).ConfigureAwait(false);
        return AnswerWriter.Write(new($"{AnswerText.Number(fixes.Count, "fix or refactoring", "fixes and refactorings")} at {AnswerText.Line(target, 200)}",
            [.. fixes.Select(fix => new AnswerItem(null, fix.Id == fix.Title ? fix.Title : $"{fix.Id}: {fix.Title}"))],
            shown => shown == fixes.Count ? null : $"... {fixes.Count - shown} more; raise maxTokens"), maxTokens);
    }

    private static async Task<FixAt> PlaceAsync(CodeSnapshot snapshot, SymbolAddress.Place place, int? lastLine, CancellationToken cancellationToken)
    {
        var document = DocumentAt(snapshot, place.Path);
        var lines = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).Lines;
        var last = lastLine ?? place.Line;
        if (place.Line < 1 || last < place.Line || last > lines.Count)
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, $"{AnswerText.Line(place.Path, 200)} has the lines 1 to {lines.Count}.");
        }

        return new(document.Id, Span(lines, place, last));
    }

    // The code of the lines without the white space around it, as a person would select it; of one line with a column, that position.
    private static TextSpan Span(TextLineCollection lines, SymbolAddress.Place place, int last)
    {
        var first = lines[place.Line - 1];
        if (place.Column is { } column && last == place.Line)
        {
            return new(Math.Min(first.Start + Math.Max(column - 1, 0), first.End), 0);
        }

        var text = first.Text!;
        var (start, end) = (first.Start, lines[last - 1].End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static Document DocumentAt(CodeSnapshot snapshot, string path) =>
        Flavours.Choose(snapshot.RequireSolution(), SourceFiles.Absolute(snapshot, SourceFiles.Relative(snapshot, path))) ?? throw SourceFiles.NotFound(snapshot, path);
}
