using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using static Websopy.SemanticKernel.Agent.Tests.Files.TemporarySolution;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

/// <summary>What fails, and what is cancelled, leaves nothing behind.</summary>
public sealed class ChangeJournalFailureTests : IDisposable
{
    private readonly TemporarySolution _solution = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _solution.Dispose();

    private FileChange[] Changes =>
        [_solution.Change("a.cs", "old", "new"), _solution.Change("b.cs", "gone", null), _solution.Change("x/y/c.cs", null, "c")];

    private string[] Prepare()
    {
        _solution.Write("a.cs", "old");
        _solution.Write("b.cs", "gone");
        return _solution.Everything();
    }

    private void AssertAsBefore(string[] before)
    {
        Assert.Equal(before, _solution.Everything());
        Assert.Equal(("old", "gone"), (_solution.Text("a.cs"), _solution.Text("b.cs")));
        Assert.Empty(_solution.Records());
    }

    [Theory]
    [InlineData(nameof(CommitStep.Verify), 1)]
    [InlineData(nameof(CommitStep.Record), 1)]
    [InlineData(nameof(CommitStep.Stage), 1)]
    [InlineData(nameof(CommitStep.Stage), 2)]
    [InlineData(nameof(CommitStep.BeginApply), 1)]
    [InlineData(nameof(CommitStep.Apply), 1)]
    [InlineData(nameof(CommitStep.Apply), 2)]
    [InlineData(nameof(CommitStep.Apply), 3)]
    [InlineData(nameof(CommitStep.Commit), 1)]
    public async Task CommitAsync_StepFails_TakesEverythingBack(string step, int occurrence)
    {
        var before = Prepare();
        var fault = StepFault.At(step, occurrence, () => throw new IOException("/secret/path is full"));
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        var e = await RefusedAsync(CodeErrorKind.WriteFailed, () => journal.CommitAsync(Changes, "t", Token));
        Assert.DoesNotContain("/secret", e.Message);
        AssertAsBefore(before);
        Assert.Empty(journal.History);

        await journal.CommitAsync(Changes, "again", Token);
        Assert.Equal("new", _solution.Text("a.cs"));
    }

    [Theory]
    [InlineData(nameof(CommitStep.Stage))]
    [InlineData(nameof(CommitStep.Apply))]
    [InlineData(nameof(CommitStep.Commit))]
    public async Task UndoAsync_StepFails_KeepsTheChange(string step)
    {
        Prepare();
        var fault = StepFault.At(step, 1, () => throw new UnauthorizedAccessException());
        var journal = await _solution.OpenAsync(fault.OnStep);
        await journal.CommitAsync(Changes, "t", Token);
        var after = _solution.Everything();
        fault.Armed = true;
        await RefusedAsync(CodeErrorKind.WriteFailed, () => journal.UndoAsync(Token));
        Assert.Equal(after, _solution.Everything());
        Assert.Equal("new", _solution.Text("a.cs"));
        Assert.Single(journal.History);
        await journal.UndoAsync(Token);
        Assert.Equal("old", _solution.Text("a.cs"));
    }

    [Fact]
    public async Task CommitAsync_TidyingFails_IsCommittedAllTheSame()
    {
        Prepare();
        var fault = StepFault.At(nameof(CommitStep.Tidy), 2, () => throw new IOException()); // the first is of the turn's beginning
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        await journal.CommitAsync(Changes, "t", Token);
        Assert.NotNull(journal.TidyFailure);
        Assert.Single(journal.History);
        await journal.UndoAsync(Token);
        Assert.Null(journal.TidyFailure);
        AssertAsBefore(["a.cs", "b.cs"]);
    }

    [Fact]
    public async Task CommitAsync_TakingBackFailsToo_SaysSoAndTheNextTurnTakesItBack()
    {
        var before = Prepare();
        var count = 0;
        var journal = await _solution.OpenAsync(step =>
        {
            if (step == CommitStep.Commit || (step == CommitStep.Revert && ++count == 1)) throw new IOException();
        });
        var e = await RefusedAsync(CodeErrorKind.WriteFailed, () => journal.CommitAsync(Changes, "t", Token));
        Assert.Contains("taking the change back failed too (still changed: a.cs)", e.Message);
        Assert.Equal(("new", "gone", null), (_solution.Text("a.cs"), _solution.Text("b.cs"), _solution.Text("x/y/c.cs")));

        var next = await _solution.OpenAsync();
        Assert.Equal(RecoveryOutcome.RolledBack, Assert.Single(next.Recovered).Outcome);
        AssertAsBefore(before);
    }

    [Theory]
    [InlineData(nameof(CommitStep.Verify))]
    [InlineData(nameof(CommitStep.Record))]
    [InlineData(nameof(CommitStep.Stage))]
    [InlineData(nameof(CommitStep.BeginApply))]
    public async Task CommitAsync_CancelledBeforeTheFirstFile_TakesEverythingBack(string step)
    {
        var before = Prepare();
        using var cancel = new CancellationTokenSource();
        var fault = StepFault.At(step, 1, cancel.Cancel);
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.CommitAsync(Changes, "t", cancel.Token));
        AssertAsBefore(before);
    }

    [Theory]
    [InlineData(nameof(CommitStep.Apply))]
    [InlineData(nameof(CommitStep.Commit))]
    public async Task CommitAsync_CancelledLater_IsCompleted(string step)
    {
        Prepare();
        using var cancel = new CancellationTokenSource();
        var fault = StepFault.At(step, 1, cancel.Cancel);
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        await journal.CommitAsync(Changes, "t", cancel.Token);
        Assert.Equal(["a.cs", "x", "x/y", "x/y/c.cs"], _solution.Everything());
        Assert.Single(journal.History);
    }

    [Fact]
    public async Task CommitAsync_FileSavedByAnEditorMeanwhile_KeepsItAndTakesTheRestBack()
    {
        Prepare();
        var fault = StepFault.At(nameof(CommitStep.Apply), 2, () => _solution.Write("b.cs", "mine"));
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        await RefusedAsync(CodeErrorKind.StaleFile, () => journal.CommitAsync(Changes, "t", Token));
        Assert.Equal(("old", "mine"), (_solution.Text("a.cs"), _solution.Text("b.cs")));
        Assert.Equal(["a.cs", "b.cs"], _solution.Everything());
        Assert.Empty(_solution.Records());
    }

    [Fact]
    public async Task CommitAsync_FileSavedAfterItWasReplaced_IsNamedAsLeftAlone()
    {
        Prepare();
        var fault = StepFault.At(nameof(CommitStep.Commit), 1, () =>
        {
            _solution.Write("a.cs", "mine");
            throw new IOException();
        });
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        var e = await RefusedAsync(CodeErrorKind.WriteFailed, () => journal.CommitAsync(Changes, "t", Token));
        Assert.EndsWith("except those that somebody else changed meanwhile: a.cs.", e.Message);
        Assert.Equal(("mine", "gone"), (_solution.Text("a.cs"), _solution.Text("b.cs")));
        Assert.Equal(["a.cs", "b.cs"], _solution.Everything());
    }

    [Theory]
    [InlineData(nameof(CommitStep.Stage))]
    [InlineData(nameof(CommitStep.Apply))]
    public async Task CommitAsync_FolderReplacedByALinkMeanwhile_WritesNothingOutside(string step)
    {
        _solution.Write("src/a.cs", "old");
        File.WriteAllText(Path.Join(_solution.Outside, "a.cs"), "old");
        var fault = StepFault.At(step, 1, () =>
        {
            Directory.Move(_solution["src"], _solution["away"]);
            Directory.CreateSymbolicLink(_solution["src"], _solution.Outside);
        });
        var journal = await _solution.OpenAsync(fault.OnStep);
        fault.Armed = true;
        await Assert.ThrowsAsync<CodeException>(() => journal.CommitAsync([_solution.Change("src/a.cs", "old", "new")], "t", Token));
        Assert.Equal(["a.cs"], Directory.GetFileSystemEntries(_solution.Outside).Select(path => Path.GetFileName(path)));
        Assert.Equal("old", File.ReadAllText(Path.Join(_solution.Outside, "a.cs")));
        Assert.Equal("old", _solution.Text("away/a.cs"));
    }
}
