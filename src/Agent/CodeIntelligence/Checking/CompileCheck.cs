using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Compiles as much of a solution as a change can reach, and no more.</summary>
internal static class CompileCheck
{
    /// <summary>All errors of all files that the change can reach.</summary>
    public static async Task<CheckResult> RunAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var builder = new CheckScopeBuilder(before, after);
        var scope = await builder.BuildAsync(cancellationToken).ConfigureAwait(false);
        await UnusedFields.WidenAsync(scope, builder.Impact, after, cancellationToken).ConfigureAwait(false);
        var errors = await ErrorsAsync(after, scope, cancellationToken).ConfigureAwait(false);
        return new CheckResult(scope, errors);
    }

    /// <summary>The errors that the same files had before the change.</summary>
    public static Task<ImmutableArray<CompileError>> RunBeforeAsync(Solution before, CheckScope scope, CancellationToken cancellationToken) =>
        ErrorsAsync(before, scope, cancellationToken);

    /// <summary>All errors of a solution: what the scoped check has to equal.</summary>
    public static Task<ImmutableArray<CompileError>> RunFullAsync(Solution solution, CancellationToken cancellationToken)
    {
        var scope = new CheckScope();
        scope.WholeProjects.UnionWith(solution.ProjectIds);
        return ErrorsAsync(solution, scope, cancellationToken);
    }

    private static async Task<ImmutableArray<CompileError>> ErrorsAsync(Solution solution, CheckScope scope, CancellationToken cancellationToken)
    {
        ConcurrentBag<CompileError> errors = [];
        foreach (var id in solution.GetProjectDependencyGraph().GetTopologicallySortedProjects(cancellationToken).Intersect(scope.Projects))
        {
            if (await solution.GetProject(id)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            {
                continue;
            }

            if (scope.WholeProjects.Contains(id))
            {
                Collect(id, compilation.GetDiagnostics(cancellationToken), errors);
                continue;
            }

            // By path, since another version of the solution, and a generator that ran again, has other trees for the same files.
            var paths = scope.TreesOf(id).Select(tree => tree.FilePath).ToHashSet(StringComparer.Ordinal);
            await Parallel.ForEachAsync(compilation.SyntaxTrees.Where(tree => paths.Contains(tree.FilePath)), cancellationToken, (tree, cancel) =>
            {
                Collect(id, compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancel), errors);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        }

        return [.. errors.Distinct().OrderBy(error => error.Path, StringComparer.Ordinal).ThenBy(error => error.Start).ThenBy(error => error.Id, StringComparer.Ordinal)];
    }

    private static void Collect(ProjectId project, ImmutableArray<Diagnostic> diagnostics, ConcurrentBag<CompileError> errors)
    {
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            errors.Add(CompileError.Of(project, diagnostic));
        }
    }
}
