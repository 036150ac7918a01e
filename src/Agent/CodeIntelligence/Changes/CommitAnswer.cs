using System.Globalization;
using System.Text;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>Tells a model what became of its change. Pure.</summary>
internal static class CommitAnswer
{
    private const int MaxErrors = 5;

    public static string Of(CommitReport report, int maxTokens)
    {
        TokenBudget.Check(maxTokens);
        var files = report.Change.Files;
        var text = new StringBuilder($"Done: {AnswerText.Line(report.Change.Title)}. {Check(report.Check)} The tool undo takes it back.");
        if (report.Change.TouchesBuild)
        {
            text.Append(" A build file changed, which no check in memory can judge: the projects are loaded again; ask for diagnostics.");
        }

        var lines = files.Select(Line).ToList();
        for (var shown = lines.Count; shown >= 0; shown--)
        {
            var answer = $"{text}{string.Concat(lines.Take(shown).Select(line => $"\n{line}"))}{(shown < lines.Count ? $"\n... and {lines.Count - shown} more files" : "")}";
            if (TokenCounter.Count(answer) <= maxTokens)
            {
                return answer;
            }
        }

        return TokenCounter.Take(text.ToString(), maxTokens);
    }

    private static string Check(CheckedChange check)
    {
        var (scope, remaining) = (check.Scope, check.Remaining);
        var what = scope.WholeProjects.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Compiled {AnswerText.Number(scope.WholeProjects.Count, "project")} as a whole{(scope.Everything is null ? "" : $" ({scope.Everything})")} and {AnswerText.Number(scope.Files, "file")}: no new errors.")
            : $"Compiled {AnswerText.Number(scope.Files, "file")} that can see the change: no new errors.";
        return remaining.IsEmpty ? what
            : $"{what} {AnswerText.Number(remaining.Length, "error")} that {(remaining.Length == 1 ? "was" : "were")} there before remain{(remaining.Length == 1 ? "s" : "")}: {string.Join(", ", remaining.Take(MaxErrors).Select(error => $"{Path.GetFileName(error.Path)}:{error.Line} {error.Id}"))}.";
    }

    private static string Line(PlannedFile file)
    {
        var blocks = DiffLines.Compare(DiffLines.Split(file.Before?.ToString() ?? ""), DiffLines.Split(file.After?.ToString() ?? ""));
        var counts = string.Create(CultureInfo.InvariantCulture, $"+{blocks.Sum(block => block.NewCount)} -{blocks.Sum(block => block.OldCount)}");
        return file.After is null ? $"{file.Path} deleted" : file.Before is null ? $"{file.Path} new, {counts}" : $"{file.Path} {counts}";
    }
}
