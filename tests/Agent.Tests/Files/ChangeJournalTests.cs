using System.Runtime.Versioning;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using static Websopy.SemanticKernel.Agent.Tests.Files.TemporarySolution;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

public sealed class ChangeJournalTests : IDisposable
{
    private readonly TemporarySolution _solution = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _solution.Dispose();

    [Fact]
    public async Task CommitAsync_ChangedNewAndDeleted_AreAllWritten()
    {
        _solution.Write("a.cs", "old");
        _solution.Write("src/b.cs", "gone");
        var journal = await _solution.OpenAsync();
        var id = await journal.CommitAsync(
            [_solution.Change("a.cs", "old", "new"), _solution.Change("src/b.cs", "gone", null), _solution.Change("x/y/c.cs", null, "")],
            "Three\nfiles", Token);
        Assert.Equal("new", _solution.Text("a.cs"));
        Assert.Equal("", _solution.Text("x/y/c.cs"));
        Assert.Equal(["a.cs", "src", "x", "x/y", "x/y/c.cs"], _solution.Everything());
        var change = Assert.Single(journal.History);
        Assert.Equal((id, "Three files"), (change.Id, change.Title));
        Assert.Equal(["a.cs", "src/b.cs", "x/y/c.cs"], change.Paths);
    }

    [Theory]
    [InlineData("read", "changed", "was changed")]
    [InlineData("read", null, "does not exist any more")]
    [InlineData(null, "there", "exists by now")]
    public async Task CommitAsync_StaleFile_WritesNothing(string? read, string? onDisk, string message)
    {
        _solution.Write("a.cs", "old");
        if (onDisk is not null) _solution.Write("b.cs", onDisk);
        var before = _solution.Everything();
        var journal = await _solution.OpenAsync();
        var e = await RefusedAsync(CodeErrorKind.StaleFile, () =>
            journal.CommitAsync([_solution.Change("a.cs", "old", "new"), _solution.Change("b.cs", read, "mine")], "t", Token));
        Assert.StartsWith($"'b.cs' {message}", e.Message);
        Assert.Equal("old", _solution.Text("a.cs"));
        Assert.Equal(onDisk, _solution.Text("b.cs"));
        Assert.Equal(before, _solution.Everything());
        Assert.Empty(_solution.Records());
        Assert.Empty(journal.History);
    }

    [Fact]
    public async Task CommitAsync_ChangesThatMakeNoSense_AreRefused()
    {
        _solution.Write("a.cs", "a");
        var journal = await _solution.OpenAsync();
        async Task Refuse(CodeErrorKind kind, params FileChange[] changes) =>
            await RefusedAsync(kind, () => journal.CommitAsync(changes, "t", Token));
        await Refuse(CodeErrorKind.InvalidArgument);
        await Refuse(CodeErrorKind.InvalidArgument, _solution.Change("a.cs", "a", "a"));
        await Refuse(CodeErrorKind.InvalidArgument, _solution.Change("b.cs", null, null));
        await Refuse(CodeErrorKind.InvalidArgument, _solution.Change("a.cs", "a", "b"), _solution.Change("x/../a.cs", "a", "c"));
        await Refuse(CodeErrorKind.PathRefused, _solution.Change(".git/config", null, "x"));
        await Refuse(CodeErrorKind.PathRefused, new FileChange("../outside/a.cs", null, Bytes("x")));
        await Refuse(CodeErrorKind.LimitExceeded, new FileChange("a.cs", Bytes("a"), new byte[SolutionFolder.MaxFileBytes + 1]));
        await Refuse(CodeErrorKind.LimitExceeded, [.. Enumerable.Range(0, ChangePlan.MaxFiles + 1).Select(i => _solution.Change($"{i}.cs", null, ""))]);
        Assert.Equal(["a.cs"], _solution.Everything());
        Assert.Empty(_solution.Records());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task CommitAsync_FileWithModeBits_KeepsThem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no mode bits.");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(_solution.Write("run.sh", "old"), Mode);
        File.SetUnixFileMode(_solution.Write("gone.sh", "gone"), Mode);
        var journal = await _solution.OpenAsync();
        await journal.CommitAsync([_solution.Change("run.sh", "old", "new"), _solution.Change("gone.sh", "gone", null)], "t", Token);
        Assert.Equal(Mode, File.GetUnixFileMode(_solution["run.sh"]));
        await journal.UndoAsync(Token);
        Assert.Equal(Mode, File.GetUnixFileMode(_solution["run.sh"]));
        Assert.Equal(Mode, File.GetUnixFileMode(_solution["gone.sh"]));
    }

    [Fact]
    public async Task UndoAsync_AfterReopening_BringsEverythingBack()
    {
        _solution.Write("a.cs", "old");
        _solution.Write("b.cs", "gone");
        var before = _solution.Everything();
        var id = await (await _solution.OpenAsync()).CommitAsync(
            [_solution.Change("a.cs", "old", "new"), _solution.Change("b.cs", "gone", null), _solution.Change("x/y/c.cs", null, "c")], "Title", Token);
        var journal = await _solution.OpenAsync();
        var undone = await journal.UndoAsync(Token);
        Assert.Equal((id, "Title"), (undone.Id, undone.Title));
        Assert.Equal(["a.cs", "b.cs", "x/y/c.cs"], undone.Paths);
        Assert.Equal("old", _solution.Text("a.cs"));
        Assert.Equal("gone", _solution.Text("b.cs"));
        Assert.Equal(before, _solution.Everything());
        Assert.Empty(journal.History);
        Assert.Empty(_solution.Records());
    }

    [Fact]
    public async Task UndoAsync_FolderThatIsInUseByNow_KeepsIt()
    {
        var journal = await _solution.OpenAsync();
        await journal.CommitAsync([_solution.Change("x/y/c.cs", null, "c")], "t", Token);
        _solution.Write("x/mine.cs", "mine");
        await journal.UndoAsync(Token);
        Assert.Equal(["x", "x/mine.cs"], _solution.Everything());
    }

    [Fact]
    public async Task UndoAsync_SeveralTimes_GoesBackOneByOne()
    {
        _solution.Write("a.cs", "1");
        var journal = await _solution.OpenAsync();
        await journal.CommitAsync([_solution.Change("a.cs", "1", "2")], "two", Token);
        await journal.CommitAsync([_solution.Change("a.cs", "2", "3")], "three", Token);
        Assert.Equal(["three", "two"], journal.History.Select(change => change.Title));
        Assert.Equal("three", (await journal.UndoAsync(Token)).Title);
        Assert.Equal("2", _solution.Text("a.cs"));
        Assert.Equal("two", (await journal.UndoAsync(Token)).Title);
        Assert.Equal("1", _solution.Text("a.cs"));
        await RefusedAsync(CodeErrorKind.NotFound, () => journal.UndoAsync(Token));
    }

    [Fact]
    public async Task UndoAsync_FileChangedSince_RefusesAndKeepsAll()
    {
        _solution.Write("a.cs", "1");
        _solution.Write("b.cs", "1");
        var journal = await _solution.OpenAsync();
        await journal.CommitAsync([_solution.Change("a.cs", "1", "2"), _solution.Change("b.cs", "1", "2")], "two", Token);
        _solution.Write("b.cs", "mine");
        await RefusedAsync(CodeErrorKind.StaleFile, () => journal.UndoAsync(Token));
        Assert.Equal("2", _solution.Text("a.cs"));
        Assert.Equal("mine", _solution.Text("b.cs"));
        Assert.Single(journal.History);
    }

    [Fact]
    public async Task History_MoreThanIsKept_ForgetsTheOldest()
    {
        _solution.Write("a.cs", "0");
        var journal = await _solution.OpenAsync();
        for (var i = 0; i < ChangeJournal.MaxKept + 2; i++)
            await journal.CommitAsync([_solution.Change("a.cs", $"{i}", $"{i + 1}")], $"{i}", Token);
        Assert.Equal(ChangeJournal.MaxKept, journal.History.Length);
        Assert.Equal(ChangeJournal.MaxKept, _solution.Records().Length);
        Assert.Equal("2", journal.History[^1].Title);
        Assert.Equal("51", (await _solution.OpenAsync()).History[0].Title);
    }

    [Fact]
    public async Task OpenAsync_RecordsInTheSolution_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => ChangeJournal.OpenAsync(_solution.Folder, _solution["state"], TimeProvider.System, Token));
        Directory.CreateSymbolicLink(Path.Join(_solution.Outside, "link"), _solution.Folder.Root);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            ChangeJournal.OpenAsync(_solution.Folder, Path.Join(_solution.Outside, "link", "state"), TimeProvider.System, Token));
        Assert.Empty(_solution.Everything());
    }

    [Fact]
    public async Task CommitAsync_BesideAnotherJournal_SeesWhatThatOneDid()
    {
        _solution.Write("a.cs", "1");
        var first = await _solution.OpenAsync();
        var second = await _solution.OpenAsync();
        await first.CommitAsync([_solution.Change("a.cs", "1", "2")], "two", Token);
        await second.CommitAsync([_solution.Change("a.cs", "2", "3")], "three", Token);
        Assert.Equal(["three", "two"], second.History.Select(change => change.Title));
        Assert.Equal("three", (await first.UndoAsync(Token)).Title);
        Assert.Equal("two", (await second.UndoAsync(Token)).Title);
        Assert.Equal("1", _solution.Text("a.cs"));
    }
}
