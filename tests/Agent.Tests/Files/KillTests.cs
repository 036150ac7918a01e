using System.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CommitProgram;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

/// <summary>Kills a process that changes files, at random moments.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 52;

    // Most of a run is the start of its program, so that each kill hits two changes under way.
    private const int SolutionsPerKill = 2;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_AfterAKillAtAnyMoment_FindsAllOldOrAllNew()
    {
        var start = Stopwatch.GetTimestamp();
        TemporarySolution[] solutions = [.. Enumerable.Range(0, SolutionsPerKill).Select(_ => new TemporarySolution())];
        var random = new Random(1);
        var outcomes = new List<RecoveryOutcome>();
        try
        {
            foreach (var solution in solutions)
                new VersionedFiles(solution.Folder).Create();
            for (var kill = 0; kill < Kills; kill++)
            {
                await RunAndKillAsync(solutions, TimeSpan.FromMilliseconds(random.NextDouble() * 60));
                foreach (var solution in solutions)
                    outcomes.AddRange(await RecoverAsync(solution));
            }
        }
        finally
        {
            foreach (var solution in solutions)
                solution.Dispose();
        }
        output.WriteLine($"{Kills} kills of {SolutionsPerKill} changes each in {Stopwatch.GetElapsedTime(start).TotalSeconds:f1} s: {string.Join(", ", outcomes.CountBy(outcome => outcome))}");
        // About half of the kills fall into a transaction; were none hit, the test would say nothing.
        Assert.True(outcomes.Count(outcome => outcome == RecoveryOutcome.RolledBack) >= 5, "Hardly any change was cut short before its files were replaced.");
        Assert.True(outcomes.Count(outcome => outcome == RecoveryOutcome.RolledForward) >= 2, "Hardly any change was cut short while its files were replaced.");
    }

    private static async Task<IReadOnlyList<RecoveryOutcome>> RecoverAsync(TemporarySolution solution)
    {
        var files = new VersionedFiles(solution.Folder);
        var versions = files.WholeVersions();
        Assert.True(versions.Max() - versions.Min() <= 1, $"The files are of versions {string.Join(' ', versions)}");

        var journal = await solution.OpenAsync();
        Assert.DoesNotContain(journal.Recovered, recovered => recovered.Outcome == RecoveryOutcome.Unreadable);
        var version = files.CommonVersion();
        Assert.InRange(version, versions.Min() - 1, versions.Max() + 1);
        Assert.DoesNotContain(solution.Everything(), path => path.EndsWith(".tmp", StringComparison.Ordinal));
        if (!journal.History.IsEmpty)
        {
            await journal.UndoAsync(Token);
            Assert.Equal(version - 1, files.CommonVersion());
        }
        return [.. journal.Recovered.Select(recovered => recovered.Outcome)];
    }

    private static async Task RunAndKillAsync(TemporarySolution[] solutions, TimeSpan delay)
    {
        var program = Path.Join(AppContext.BaseDirectory, "Websopy.SemanticKernel.CommitProgram.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. solutions.SelectMany(solution => (string[])[solution.Folder.Root, solution.State])])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Token));
            await Task.Delay(delay, TimeProvider.System, Token);
            Assert.False(process.HasExited, "The program ended by itself.");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
