using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Testing;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Tools;

/// <summary>Chooses the tests to run.</summary>
internal static class TestChoice
{
    private const int MaxNamed = 200;

    /// <summary>The tests that can reach the changed files; all if nothing changed.</summary>
    public static async Task<TestSelection> OfAsync(CodeSnapshot snapshot, IReadOnlyCollection<string> changedFiles, string? project, CancellationToken cancellationToken)
    {
        var solution = snapshot.RequireSolution();
        var projects = SolutionQuery.Find(snapshot).Where(each => each.IsTest && (project is null || string.Equals(each.Name, project, StringComparison.OrdinalIgnoreCase)))
            .Select(each => SourceFiles.Absolute(snapshot, each.Path)).ToList();
        if (projects.Count == 0)
        {
            throw new CodeException(CodeErrorKind.NotFound, project is null ? "The solution has no test project." : $"There is no test project '{AnswerText.Line(project, 100)}'; solution lists the projects.");
        }

        var selection = new TestSelection([], projects, changedFiles.Count == 0 ? "all were asked for, or nothing was changed" : null);
        if (changedFiles.Count > 0)
        {
            var ids = changedFiles.SelectMany(path => solution.GetDocumentIdsWithFilePath(SourceFiles.Absolute(snapshot, path))).ToList();
            if (ids.Count > 0)
            {
                var reached = await TestReach.FindAsync(solution, before: null, ids, cancellationToken).ConfigureAwait(false);
                selection = new([.. reached.Tests.Where(test => projects.Contains(test.Project))], [.. reached.WholeProjects.Where(projects.Contains)], reached.Reason);
            }
        }

        return selection.Tests.Count + selection.WholeProjects.Count > 0 ? selection
            : throw new CodeException(CodeErrorKind.NotFound, "No test reaches what was changed. Ask for all tests to run them nevertheless.");
    }

    public static string Describe(TestSelection selection) => (selection.Tests.Count, selection.WholeProjects.Count) switch
    {
        (var tests, 0) => AnswerText.Number(tests, "test"),
        (0, var projects) => $"all tests of {AnswerText.Number(projects, "project")}",
        var (tests, projects) => $"{AnswerText.Number(tests, "test")} and all tests of {AnswerText.Number(projects, "project")}",
    };

    /// <summary>What a person is shown before code of the solution runs.</summary>
    public static string Details(TestSelection selection, SolutionFolder folder) => string.Join('\n',
    [
        .. selection.WholeProjects.Select(folder.Display), .. selection.Tests.Take(MaxNamed).Select(test => test.ToString()),
        .. selection.Tests.Count > MaxNamed ? [$"... and {selection.Tests.Count - MaxNamed} more"] : Array.Empty<string>(),
    ]);
}
