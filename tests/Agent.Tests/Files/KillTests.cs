using System.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CommitProgram;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

/// <summary>Kills a process that changes files, at random moments.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Lanes = 2;
    private const int KillsInEach = 55;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_AfterAKillAtAnyMoment_FindsAllOldOrAllNew()
    {
        var start = Stopwatch.GetTimestamp();
        var tallies = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RunLaneAsync(seed: lane), Token)));
        var outcomes = tallies.SelectMany(tally => tally).CountBy(outcome => outcome).ToDictionary();
        output.WriteLine($"{Lanes * KillsInEach} kills in {Stopwatch.GetElapsedTime(start).TotalSeconds:f1} s: {string.Join(", ", outcomes)}");
        // Most moments lie within a transaction; were none hit, the test would say nothing.
        Assert.True(outcomes.GetValueOrDefault(RecoveryOutcome.RolledBack) >= 10, "Hardly any transaction was cut short before its files were replaced.");
        Assert.True(outcomes.GetValueOrDefault(RecoveryOutcome.RolledForward) >= 2, "Hardly any transaction was cut short while its files were replaced.");
        Assert.DoesNotContain(RecoveryOutcome.Unreadable, outcomes.Keys);
    }

    private static async Task<List<RecoveryOutcome>> RunLaneAsync(int seed)
    {
        using var solution = new TemporarySolution();
        var files = new VersionedFiles(solution.Folder);
        files.Create();
        var random = new Random(seed);
        var outcomes = new List<RecoveryOutcome>();
        for (var kill = 0; kill < KillsInEach; kill++)
        {
            await RunAndKillAsync(solution, TimeSpan.FromMilliseconds(random.NextDouble() * 60));
            var versions = files.WholeVersions();
            Assert.True(versions.Max() - versions.Min() <= 1, $"Kill {kill}: {string.Join(' ', versions)}");

            var journal = await solution.OpenAsync();
            outcomes.AddRange(journal.Recovered.Select(recovered => recovered.Outcome));
            var version = files.CommonVersion();
            Assert.InRange(version, versions.Min() - 1, versions.Max() + 1);
            Assert.DoesNotContain(solution.Everything(), path => path.EndsWith(".tmp", StringComparison.Ordinal));
            if (journal.History.IsEmpty) continue;
            await journal.UndoAsync(Token);
            Assert.Equal(version - 1, files.CommonVersion());
        }
        return outcomes;
    }

    private static async Task RunAndKillAsync(TemporarySolution solution, TimeSpan delay)
    {
        var program = Path.Join(AppContext.BaseDirectory, "Websopy.SemanticKernel.CommitProgram.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, solution.Folder.Root, solution.State])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Token));
        await Task.Delay(delay, TimeProvider.System, Token);
        Assert.False(process.HasExited, "The program ended by itself.");
        process.Kill();
        await process.WaitForExitAsync(Token);
    }
}
