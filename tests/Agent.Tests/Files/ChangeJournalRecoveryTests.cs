using Microsoft.Extensions.Time.Testing;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using static Websopy.SemanticKernel.Agent.Tests.Files.TemporarySolution;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

/// <summary>What a process leaves when it ends at any step is recovered by the next.</summary>
public sealed class ChangeJournalRecoveryTests : IDisposable
{
    private readonly TemporarySolution _solution = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _solution.Dispose();

    private FileChange[] Changes =>
        [_solution.Change("a.cs", "old", "new"), _solution.Change("b.cs", "gone", null), _solution.Change("x/y/c.cs", null, "c")];

    private void Prepare()
    {
        Directory.Delete(_solution.Folder.Root, recursive: true);
        if (Directory.Exists(_solution.State)) Directory.Delete(_solution.State, recursive: true);
        _solution.Write("a.cs", "old");
        _solution.Write("b.cs", "gone");
    }

    private bool IsNew()
    {
        var all = _solution.Everything();
        if (_solution.Text("a.cs") == "old")
        {
            Assert.Equal("gone", _solution.Text("b.cs"));
            Assert.Equal(["a.cs", "b.cs"], all);
            return false;
        }
        Assert.Equal(("new", "c"), (_solution.Text("a.cs"), _solution.Text("x/y/c.cs")));
        Assert.Equal(["a.cs", "x", "x/y", "x/y/c.cs"], all);
        return true;
    }

    private void AssertEveryFileIsWhole()
    {
        Assert.Contains(_solution.Text("a.cs"), (string[])["old", "new"]);
        Assert.Contains(_solution.Text("b.cs"), (string?[])["gone", null]);
        Assert.Contains(_solution.Text("x/y/c.cs"), (string?[])["c", null]);
    }

    /// <summary>Ends the process at the n-th step of a commit, or of undoing one.</summary>
    /// <returns>Whether there was such a step.</returns>
    private async Task<bool> CrashAsync(int index, bool undoing)
    {
        var fault = StepFault.CrashAt(index);
        var journal = await _solution.OpenAsync(fault.OnStep);
        if (undoing) await journal.CommitAsync(Changes, "t", Token);
        fault.Armed = true;
        try
        {
            if (undoing) await journal.UndoAsync(Token);
            else await journal.CommitAsync(Changes, "t", Token);
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenAsync_AfterTheEndAtEachStep_FindsAllOldOrAllNew(bool undoing)
    {
        var outcomes = new HashSet<RecoveryOutcome>();
        var index = 0;
        for (Prepare(); await CrashAsync(index, undoing); Prepare(), index++)
        {
            AssertEveryFileIsWhole();
            var journal = await _solution.OpenAsync();
            outcomes.UnionWith(journal.Recovered.Select(recovered => recovered.Outcome));
            if (IsNew())
            {
                await journal.UndoAsync(Token);
                Assert.False(IsNew());
            }
            Assert.Empty(journal.History);
            Assert.Empty(_solution.Records());
            await journal.CommitAsync(Changes, "again", Token);
            Assert.True(IsNew());
        }
        Assert.True(index > 10, $"There were only {index} steps.");
        Assert.Equal([RecoveryOutcome.RolledBack, RecoveryOutcome.RolledForward], outcomes.Order());
    }

    [Theory]
    [InlineData(3, false)] // staged in part
    [InlineData(7, false)] // replaced in part
    [InlineData(7, true)] // replaced in part, and what was staged is lost
    public async Task OpenAsync_ThatEndsAtEachStepItself_IsRecoveredByTheNext(int firstEnd, bool loseStaged)
    {
        for (var index = 0; ; index++)
        {
            Prepare();
            Assert.True(await CrashAsync(firstEnd, undoing: false));
            if (loseStaged) LoseStaged();
            var fault = StepFault.CrashAt(index);
            fault.Armed = true;
            var ended = true;
            try
            {
                await _solution.OpenAsync(fault.OnStep);
                ended = false;
            }
            catch (CrashException)
            {
                AssertEveryFileIsWhole();
            }
            var journal = await _solution.OpenAsync();
            Assert.Equal(firstEnd == 7 && !loseStaged, IsNew());
            Assert.Equal(IsNew() ? 1 : 0, journal.History.Length);
            if (ended) continue;
            Assert.True(index > 1, $"There were only {index} steps.");
            return;
        }
    }

    [Fact]
    public async Task OpenAsync_FileChangedByAnotherMeanwhile_IsLeftAloneAndTheRestTakenBack()
    {
        Prepare();
        Assert.True(await CrashAsync(7, undoing: false));
        Assert.Equal("new", _solution.Text("a.cs"));
        _solution.Write("b.cs", "mine");
        var journal = await _solution.OpenAsync();
        var recovered = Assert.Single(journal.Recovered);
        Assert.Equal(RecoveryOutcome.RolledBack, recovered.Outcome);
        Assert.Equal(["b.cs"], recovered.LeftAlone);
        Assert.Equal(("old", "mine"), (_solution.Text("a.cs"), _solution.Text("b.cs")));
        Assert.Equal(["a.cs", "b.cs"], _solution.Everything());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task OpenAsync_TornRecord_IsSeenAndTouchesNoFile(int end)
    {
        Prepare();
        Assert.True(await CrashAsync(end, undoing: false));
        var (a, b) = (_solution.Text("a.cs"), _solution.Text("b.cs"));
        var record = Path.Join(_solution.State, Assert.Single(_solution.Records()));
        var bytes = File.ReadAllBytes(record);
        File.WriteAllBytes(record, bytes[..^40]);
        var journal = await _solution.OpenAsync();
        Assert.Equal(RecoveryOutcome.Unreadable, Assert.Single(journal.Recovered).Outcome);
        Assert.Equal((a, b), (_solution.Text("a.cs"), _solution.Text("b.cs")));
        Assert.DoesNotContain(_solution.Everything(), path => path.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.EndsWith(".damaged", Assert.Single(_solution.Records()));
        Assert.Empty((await _solution.OpenAsync()).Recovered);
    }

    [Fact]
    public async Task OpenAsync_CommittedRecordAltered_CannotBeUndone()
    {
        Prepare();
        await (await _solution.OpenAsync()).CommitAsync(Changes, "t", Token);
        var record = Path.Join(_solution.State, Assert.Single(_solution.Records()));
        var bytes = File.ReadAllBytes(record);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(record, bytes);
        var journal = await _solution.OpenAsync();
        await RefusedAsync(CodeErrorKind.NotFound, () => journal.UndoAsync(Token));
        Assert.True(IsNew());
    }

    [Fact]
    public async Task CommitAsync_LockHeldTooLong_SaysWho()
    {
        Prepare();
        var time = new FakeTimeProvider { AutoAdvanceAmount = FolderLock.MaxWait / 2 };
        var journal = await ChangeJournal.OpenAsync(_solution.Folder, _solution.State, time, Token);
        using var held = await FolderLock.TakeAsync(_solution.State, TimeProvider.System, Token);
        var committing = journal.CommitAsync(Changes, "t", Token);
        while (!committing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        var e = await RefusedAsync(CodeErrorKind.WriteFailed, () => committing);
        Assert.Contains("Another process", e.Message);
        Assert.False(IsNew());
    }

    [Fact]
    public async Task CommitAsync_LockHeldForAMoment_Waits()
    {
        Prepare();
        var journal = await _solution.OpenAsync();
        var held = await FolderLock.TakeAsync(_solution.State, TimeProvider.System, Token);
        var committing = journal.CommitAsync(Changes, "t", Token);
        Assert.False(committing.IsCompleted);
        held.Dispose();
        await committing;
        Assert.True(IsNew());
    }

    private void LoseStaged()
    {
        foreach (var path in Directory.GetFiles(_solution.Folder.Root, "*.tmp", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            File.Delete(path);
    }
}
