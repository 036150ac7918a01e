using Websopy.SemanticKernel.Agent.Tests.Checking.Mutations;

namespace Websopy.SemanticKernel.Agent.Tests.Checking;

/// <summary>
/// A sample of what <c>dotnet run -c Release --project tests/CodeBenchmarks -- mutations</c> does by the thousand.
/// </summary>
public sealed class CompileCheckTests(RepositoryFixture repository)
{
    // Every kind once, from seeds that a run by the thousand does not begin with.
    private const int FirstSeed = 100_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_EveryKindOfMutationOfThisRepository_GivesTheCompilersErrors()
    {
        var solution = await repository.SolutionAsync();
        var source = new MutationSource(solution, RepositoryFixture.Root);
        List<string> wrong = [];
        var (made, withErrors) = (0, 0);
        for (var seed = FirstSeed; seed < FirstSeed + MutationSource.Kinds.Count; seed++)
        {
            if (await source.MakeAsync(seed, Cancel) is not { } mutation)
                continue;
            var trial = await MutationTrial.RunAsync(solution, mutation, compare: true, Cancel);
            made++;
            withErrors += trial.Scoped.Errors.IsEmpty ? 0 : 1;
            if (!trial.IsExact)
                wrong.Add(trial.Describe());
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(made, MutationSource.Kinds.Count * 9 / 10, MutationSource.Kinds.Count);
        Assert.True(withErrors > made / 4, $"Only {withErrors} of {made} mutations break the build: they show little.");
    }
}
