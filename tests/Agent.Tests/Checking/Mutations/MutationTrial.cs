using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Checking;

namespace Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;

/// <summary>The scoped check of a mutation, held against the errors of everything that the change could conceivably reach.</summary>
internal sealed record MutationTrial(Mutation Mutation, CheckResult Scoped, TimeSpan Time, IReadOnlyList<CompileError> Missed, IReadOnlyList<CompileError> Extra)
{
    public bool IsExact => Missed.Count == 0 && Extra.Count == 0;

    public static async Task<MutationTrial> RunAsync(Solution solution, Mutation mutation, bool compare, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var scoped = await CompileCheck.RunAsync(solution, mutation.After, cancellationToken);
        var time = Stopwatch.GetElapsedTime(start);
        if (!compare)
            return new(mutation, scoped, time, [], []);
        var full = await FullAsync(solution, mutation.After, cancellationToken);
        return new(mutation, scoped, time, [.. full.Except(scoped.Errors)], [.. scoped.Errors.Except(full)]);
    }

    public string Describe()
    {
        var what = Mutation.What.Length > 200 ? Mutation.What[..200] + "..." : Mutation.What;
        var errors = Missed.Take(3).Select(error => ("missed", error)).Concat(Extra.Take(3).Select(error => ("extra", error)));
        return $"seed {Mutation.Seed} [{Mutation.Kind}] {Path.GetFileName(Mutation.Path)} {what}"
            + string.Concat(errors.Select(each => $"\n    {each.Item1} {Path.GetFileName(each.error.Path)}:{each.error.Line} {each.error.Id} {each.error.Message}"));
    }

    // The compiler's own word, with nothing of the check in it: all diagnostics of the changed projects and of all that depend on them.
    private static async Task<HashSet<CompileError>> FullAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var graph = after.GetProjectDependencyGraph();
        HashSet<ProjectId> projects = [.. after.GetChanges(before).GetProjectChanges().Select(change => change.ProjectId)];
        projects.UnionWith([.. projects.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)]);
        HashSet<CompileError> errors = [];
        foreach (var id in projects)
        {
            var compilation = await after.GetProject(id)!.GetCompilationAsync(cancellationToken);
            errors.UnionWith(compilation!.GetDiagnostics(cancellationToken)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => CompileError.Of(id, diagnostic)));
        }

        return errors;
    }
}
