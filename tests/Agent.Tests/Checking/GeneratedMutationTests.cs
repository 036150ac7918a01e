using System.Collections.Concurrent;
using Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;
using Websopy.SemanticKernel.Agent.Tests.Scale;

namespace Websopy.SemanticKernel.Agent.Tests.Checking;

/// <summary>The check against the compiler on a generated solution, small enough to be changed a thousand times in a test.</summary>
public sealed class GeneratedMutationTests
{
    private const int Mutations = 1_000;

    [Fact]
    public async Task Run_AThousandMutations_GivesTheCompilersErrors()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var workspace = new GeneratedSolution(projects: 6, files: 72).CreateInMemory();
        var solution = workspace.CurrentSolution;
        foreach (var project in solution.Projects)
            await project.GetCompilationAsync(cancel);
        var source = new MutationSource(solution, "/scale");
        var kinds = new ConcurrentDictionary<string, int>();
        ConcurrentBag<string> wrong = [];
        var (made, withErrors) = (0, 0);

        // Kinds for which such code has no place give nothing, so more seeds are tried than mutations are wanted.
        await Parallel.ForEachAsync(Enumerable.Range(0, Mutations * 3 / 2), cancel, async (seed, token) =>
        {
            if (await source.MakeAsync(seed, token) is not { } mutation)
                return;
            var trial = await MutationTrial.RunAsync(solution, mutation, compare: true, token);
            kinds.AddOrUpdate(mutation.Kind, 1, (_, count) => count + 1);
            Interlocked.Increment(ref made);
            if (!trial.Scoped.Errors.IsEmpty)
                Interlocked.Increment(ref withErrors);
            if (!trial.IsExact)
                wrong.Add(trial.Describe());
        });

        TestContext.Current.TestOutputHelper!.WriteLine($"{made} mutations of {kinds.Count} kinds, {withErrors} with errors");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
        Assert.InRange(made, Mutations, int.MaxValue);
        Assert.True(kinds.Count > MutationSource.Kinds.Count / 2, $"Only {kinds.Count} kinds found a place.");
        Assert.InRange(withErrors, made / 4, made);
    }
}
