using Microsoft.CodeAnalysis.MSBuild;
using Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;
using Websopy.SemanticKernel.Benchmarks.Harness;

namespace Websopy.SemanticKernel.CodeBenchmarks.Checks;

/// <summary>Holds the scoped check against the compiler on random changes of this repository.</summary>
internal static class MutationScenario
{
    /// <returns>1 if an error was missed or made up.</returns>
    public static async Task<int> RunAsync(int count, int first)
    {
        using var workspace = MSBuildWorkspace.Create();
        var solution = await Repository.LoadWarmAsync(workspace);
        var source = new MutationSource(solution, Repository.Root);
        List<MutationTrial> trials = [];
        for (var seed = first; trials.Count < count; seed++)
        {
            if (await source.MakeAsync(seed, CancellationToken.None) is not { } mutation)
                continue;
            var trial = await MutationTrial.RunAsync(solution, mutation, compare: true, CancellationToken.None);
            trials.Add(trial);
            if (!trial.IsExact)
                Console.WriteLine(trial.Describe());
        }

        Print(trials);
        return trials.TrueForAll(trial => trial.IsExact) ? 0 : 1;
    }

    private static void Print(List<MutationTrial> trials)
    {
        double[] times = [.. trials.Select(trial => trial.Time.TotalMilliseconds).Order()];
        Console.WriteLine($"{trials.Count} mutations of {trials.Select(trial => trial.Mutation.Kind).Distinct().Count()} kinds, {trials.Count(trial => !trial.Scoped.Errors.IsEmpty)} with errors: {trials.Count(trial => !trial.IsExact)} not exact");
        Console.WriteLine($"p50 {Statistics.Quantile(times, .5):0} ms, p95 {Statistics.Quantile(times, .95):0} ms, slowest {times[^1]:0} ms");
        foreach (var trial in trials.OrderByDescending(trial => trial.Time).Take(10))
            Console.WriteLine($"  {trial.Time.TotalMilliseconds:0} ms [{trial.Mutation.Kind}] seed {trial.Mutation.Seed}, {trial.Scoped.Scope.Files} files, {trial.Scoped.Scope.WholeProjects.Count} whole projects {trial.Scoped.Scope.Everything}");
    }
}
