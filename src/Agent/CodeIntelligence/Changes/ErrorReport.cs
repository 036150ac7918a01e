using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Checking;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>Puts errors in words for a model. Pure.</summary>
internal static class ErrorReport
{
    /// <summary>So many are shown; the first ones cause most of the others.</summary>
    private const int MaxErrors = 20;

    private const int MaxLineCharacters = 160;

    public static string Of(IReadOnlyCollection<CompileError> errors, Solution solution, SolutionFolder folder)
    {
        // One mistake in a file of several flavours is one error.
        var groups = errors.GroupBy(error => (error.Path, error.Line, error.Column, error.Id, error.Message)).ToList();
        var text = new StringBuilder("The change would not compile; nothing was written. ").Append(AnswerText.Number(groups.Count, "error")).Append(':');
        foreach (var group in groups.Take(MaxErrors))
        {
            var error = group.First();
            text.Append('\n').Append(error.Path.Length == 0 ? solution.GetProject(error.Project)!.Name : string.Create(CultureInfo.InvariantCulture, $"{folder.Display(error.Path)}:{error.Line}:{error.Column}"))
                .Append(' ').Append(error.Id).Append(' ').Append(error.Message).Append(Flavours(group, solution)).Append(Line(error, solution));
        }

        return groups.Count > MaxErrors ? text.Append("\n... and ").Append(groups.Count - MaxErrors).Append(" more.").ToString() : text.ToString();
    }

    // Said only where another flavour of the same project compiles.
    private static string Flavours(IEnumerable<CompileError> errors, Solution solution)
    {
        var names = errors.Select(error => solution.GetProject(error.Project)!.Name).Distinct().ToList();
        return names.TrueForAll(name => name.EndsWith(')')) && names.Count == 1 ? $" [{names[0]}]" : "";
    }

    private static string Line(CompileError error, Solution solution)
    {
        foreach (var id in solution.GetDocumentIdsWithFilePath(error.Path))
        {
            if (solution.GetDocument(id) is { } document && document.TryGetText(out var text) && error.Line <= text.Lines.Count)
            {
                var line = text.Lines[error.Line - 1].ToString().Trim();
                return $"\n    {(line.Length > MaxLineCharacters ? line[..MaxLineCharacters] + "..." : line)}";
            }
        }

        return "";
    }
}
