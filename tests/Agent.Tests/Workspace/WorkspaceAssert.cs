using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

internal static class WorkspaceAssert
{
    /// <summary>Every flavour of every project compiles.</summary>
    public static async Task NoErrorsAsync(Solution solution) => Assert.Empty(await ErrorsAsync(solution));

    public static async Task<List<string>> ErrorsAsync(Solution solution)
    {
        List<string> errors = [];
        foreach (var project in solution.Projects)
        {
            var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
            errors.AddRange(compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{project.Name}: {diagnostic}"));
        }

        return errors;
    }

    /// <summary>Waits until the watcher has brought something in.</summary>
    public static async Task<CodeSnapshot> EventuallyAsync(CodeWorkspace workspace, Func<CodeSnapshot, bool> condition)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (workspace.Current is var snapshot && condition(snapshot))
            {
                return snapshot;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("It did not happen within a minute.");
    }
}
