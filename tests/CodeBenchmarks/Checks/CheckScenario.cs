using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.CodeIntelligence.Checking;

namespace Websopy.SemanticKernel.CodeBenchmarks.Checks;

/// <summary>What it costs to know whether a change compiles: by the scoped check, by compiling all in memory, and by a build.</summary>
internal static class CheckScenario
{
    private const int FullEdits = 8;
    private const int BuildEdits = 2;

    public static async Task RunAsync(int edits)
    {
        using var workspace = MSBuildWorkspace.Create();
        var solution = await Repository.LoadWarmAsync(workspace);
        var source = new MutationSource(solution, Repository.Root);
        List<Mutation> mutations = [];
        for (var seed = 0; mutations.Count < edits; seed++)
        {
            if (await source.MakeAsync(seed, CancellationToken.None) is { } mutation)
                mutations.Add(mutation);
        }

        var table = new MarkdownTable("", "edits", "p50 ms", "p95 ms");
        var scoped = await TimeAsync(mutations, mutation => CompileCheck.RunAsync(solution, mutation.After, CancellationToken.None));
        Add(table, "scoped check", scoped);
        Add(table, "full check in memory", await TimeAsync(mutations.Take(FullEdits), mutation => CompileCheck.RunFullAsync(mutation.After, CancellationToken.None)));
        Add(table, "dotnet build", await TimeAsync(OneLineEdits(solution).Take(BuildEdits), BuildAsync));
        Console.WriteLine("### check: whether a change of this repository compiles\n");
        table.Print();
        Bar.Print(new Bar("scoped check, p50 ms", Statistics.Quantile(scoped, .5), 500), new Bar("scoped check, p95 ms", Statistics.Quantile(scoped, .95), 2000));
    }

    private static async Task<double[]> TimeAsync<T>(IEnumerable<T> changes, Func<T, Task> check)
    {
        List<double> times = [];
        foreach (var change in changes)
        {
            var start = Stopwatch.GetTimestamp();
            await check(change);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private static void Add(MarkdownTable table, string name, double[] times) =>
        table.Add(name, $"{times.Length}", MarkdownTable.Number(Statistics.Quantile(times, .5)), MarkdownTable.Number(Statistics.Quantile(times, .95)));

    // A file that the connector's dependents see, with a comment added: the least that makes a build do its work.
    private static IEnumerable<string> OneLineEdits(Solution solution) => solution.Projects
        .Where(project => project.Name.StartsWith("Websopy.SemanticKernel.Connector(", StringComparison.Ordinal)).SelectMany(project => project.Documents)
        .Select(document => document.FilePath!).Where(path => path.EndsWith("WebsopyChatClient.cs", StringComparison.Ordinal) || path.EndsWith("ChunkReader.cs", StringComparison.Ordinal)).Distinct();

    private static async Task BuildAsync(string path)
    {
        var before = await File.ReadAllBytesAsync(path);
        try
        {
            await File.AppendAllTextAsync(path, "// measured\n");
            using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Repository.SolutionPath, "--no-restore", "-v", "q"]) { RedirectStandardOutput = true })!;
            await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            if (build.ExitCode != 0)
                throw new InvalidOperationException("The build failed, so its time says nothing.");
        }
        finally
        {
            await File.WriteAllBytesAsync(path, before);
        }
    }
}
