using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// Changes several files as one: all of them or none, whatever happens to the process, with the last changes kept to be undone.
/// A change is recorded durably with the old contents, the new contents are staged beside their targets, the record is marked
/// as complete, and then each file is replaced by a rename. What a process leaves unfinished is finished or taken back by the
/// next one that opens the journal or changes anything.
/// </summary>
internal sealed class ChangeJournal
{
    /// <summary>How many changes can be undone at most.</summary>
    public const int MaxKept = 50;

    /// <summary>How large their records may be together; the last one is kept in any case.</summary>
    public const long MaxKeptBytes = 128L * 1024 * 1024;

    private const int MaxTitleLength = 200;

    private readonly SolutionFolder _folder;
    private readonly string _stateFolder;
    private readonly TimeProvider _time;
    private readonly Action<CommitStep> _onStep;
    private readonly JournalStore _store;
    private readonly JournalRecovery _recovery;
    private readonly TransactionRunner _runner;
    private readonly JournalHistory _history;

    private ChangeJournal(SolutionFolder folder, string stateFolder, TimeProvider time, Action<CommitStep> onStep)
    {
        (_folder, _stateFolder, _time, _onStep) = (folder, stateFolder, time, onStep);
        _store = new(stateFolder);
        _recovery = new(folder, _store, onStep);
        _runner = new(folder, _store, onStep);
        _history = new(folder, _store, _recovery, onStep);
    }

    /// <summary>The changes that can be undone, the last one first.</summary>
    public ImmutableArray<CommittedChange> History => _history.Changes;

    /// <summary>What earlier processes had left unfinished, in the order in which it was found.</summary>
    public ImmutableArray<RecoveredChange> Recovered => _history.Recovered;

    /// <summary>Why old records could not be removed the last time; null if they were.</summary>
    public Exception? TidyFailure => _history.TidyFailure;

    /// <summary>Opens the journal and recovers what was left unfinished.</summary>
    /// <param name="folder">The solution's folder.</param>
    /// <param name="stateFolder">Where records are kept: outside the solution's folder, and the same one for all processes that work on it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Stops waiting for the folder's lock.</param>
    /// <exception cref="CodeException">Another process is changing the folder, or recovery failed.</exception>
    public static Task<ChangeJournal> OpenAsync(SolutionFolder folder, string stateFolder, TimeProvider time, CancellationToken ct) =>
        OpenAsync(folder, stateFolder, time, onStep: null, ct);

    /// <inheritdoc cref="OpenAsync(SolutionFolder, string, TimeProvider, CancellationToken)"/>
    /// <param name="folder">The solution's folder.</param>
    /// <param name="stateFolder">Where records are kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onStep">Called before each step, for tests.</param>
    /// <param name="ct">Stops waiting for the folder's lock.</param>
    internal static async Task<ChangeJournal> OpenAsync(
        SolutionFolder folder, string stateFolder, TimeProvider time, Action<CommitStep>? onStep, CancellationToken ct)
    {
        if (!Directory.Exists(folder.Root)) throw new ArgumentException("The solution's folder does not exist.", nameof(folder));
        if (folder.Contains(stateFolder)) throw new ArgumentException("The records would lie in the solution's folder.", nameof(stateFolder));
        var journal = new ChangeJournal(folder, Path.GetFullPath(stateFolder), time, onStep ?? (static _ => { }));
        return await journal.InTurnAsync(() => Task.FromResult(journal), ct).ConfigureAwait(false);
    }

    /// <summary>Makes all changes, or none.</summary>
    /// <param name="changes">At most one for each file; those that change nothing are left out.</param>
    /// <param name="title">What they are for, for <see cref="History"/>.</param>
    /// <param name="ct">Takes everything back until the first file is about to be replaced; later the change is completed.</param>
    /// <returns>The transaction's id.</returns>
    /// <exception cref="CodeException">A path is refused, a file is stale, nothing would change, a limit is passed, or writing failed; no file has changed.</exception>
    public Task<string> CommitAsync(IReadOnlyList<FileChange> changes, string title, CancellationToken ct)
    {
        var planned = ChangePlan.For(_folder, changes);
        return InTurnAsync(async () =>
        {
            _onStep(CommitStep.Verify);
            foreach (var change in planned)
                Verify(change);
            var effective = planned.Where(change => !Same(change.Before, change.After)).ToArray();
            if (effective.Length == 0) throw new CodeException(CodeErrorKind.InvalidArgument, "The change leaves every file as it is.");
            return await RunAsync(effective, title, undone: null, ct).ConfigureAwait(false);
        }, ct);
    }

    /// <summary>Takes the last change back, itself all or nothing.</summary>
    /// <param name="ct">As for <see cref="CommitAsync"/>.</param>
    /// <exception cref="CodeException">There is nothing to undo, a file was changed since, or writing failed; no file has changed.</exception>
    public Task<UndoneChange> UndoAsync(CancellationToken ct) => InTurnAsync(async () =>
    {
        _onStep(CommitStep.Verify);
        var last = _history.ReadLast() ?? throw new CodeException(CodeErrorKind.NotFound, "There is no change to undo.");
        var changes = last.Files.Select(file => Inverse(file, last.Title)).ToArray();
        await RunAsync(changes, $"Undo: {last.Title}", last, ct).ConfigureAwait(false);
        return new UndoneChange(last.Id, last.Title, last.Paths);
    }, ct);

    /// <summary>Does something under the folder's lock, with what other processes have done taken note of and repaired.</summary>
    private async Task<T> InTurnAsync<T>(Func<Task<T>> action, CancellationToken ct)
    {
        try
        {
            using var turn = await FolderLock.TakeAsync(_stateFolder, _time, ct).ConfigureAwait(false);
            await _history.RefreshAsync().ConfigureAwait(false);
            return await action().ConfigureAwait(false);
        }
        // A transaction reports its own failures, so this is one of the records or of reading, before anything was written.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CodeException(CodeErrorKind.WriteFailed, "A file, or the record of an earlier change, cannot be read or repaired. Nothing new was written.", e);
        }
    }

    private async Task<string> RunAsync(FileChange[] changes, string title, JournalRecord? undone, CancellationToken ct)
    {
        var record = Record(changes, title, undone);
        await _runner.RunAsync(record, [.. changes.Select(change => change.After)], ct).ConfigureAwait(false);
        _history.Add(record);
        return record.Id;
    }

    private void Verify(FileChange change)
    {
        var current = _folder.ReadIfExists(change.Path);
        if (Same(current, change.Before)) return;
        var what = current is null ? "does not exist any more" : change.Before is null ? "exists by now" : "was changed on disk since it was read";
        throw new CodeException(CodeErrorKind.StaleFile, $"'{_folder.Display(change.Path)}' {what}; read it again and repeat the change. Nothing was written.");
    }

    private FileChange Inverse(RecordedFile file, string title)
    {
        var path = _folder.Resolve(file.Path, PathUse.Write);
        var current = _folder.ReadIfExists(path);
        if (file.StateOf(current) == FileState.New) return new(path, current, file.Before);
        throw new CodeException(CodeErrorKind.StaleFile, $"'{file.Path}' was changed after '{title}', and undoing that would lose it. Nothing was written.");
    }

    /// <param name="changes">What changes, verified.</param>
    /// <param name="title">What it is for.</param>
    /// <param name="undone">The transaction that this one takes back, if it does.</param>
    private JournalRecord Record(FileChange[] changes, string title, JournalRecord? undone)
    {
        var files = changes.Select((change, i) =>
        {
            UnixFileMode? mode = OperatingSystem.IsWindows() || change.Before is null ? null : File.GetUnixFileMode(change.Path);
            return new RecordedFile(
                _folder.Display(change.Path),
                change.Before,
                mode,
                change.After is null ? null : RecordedFile.Hash(change.After),
                mode ?? undone?.Files[i].BeforeMode);
        });
        return new(
            TransactionId.Next(_history.NextNumber()),
            Shorten(title),
            _time.GetUtcNow(),
            undone?.Id,
            [.. files],
            [.. ChangePlan.NewFolders(_folder, changes)],
            undone?.NewFolders ?? []);
    }

    private static string Shorten(string title)
    {
        var line = title.ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxTitleLength ? line : line[..MaxTitleLength];
    }

    private static bool Same(byte[]? left, byte[]? right) =>
        left is null || right is null ? ReferenceEquals(left, right) : left.AsSpan().SequenceEqual(right);
}
