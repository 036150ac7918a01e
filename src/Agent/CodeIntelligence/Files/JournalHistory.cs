using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>What the store says about past changes. Other processes add to it, so it is read anew at each turn.</summary>
internal sealed class JournalHistory(SolutionFolder folder, JournalStore store, JournalRecovery recovery, Action<CommitStep> onStep)
{
    private const int MaxRecovered = 50;

    private readonly Dictionary<string, JournalRecord> _known = [];

    /// <summary>The changes that can be undone, the last one first.</summary>
    public ImmutableArray<CommittedChange> Changes { get; private set; } = [];

    /// <summary>What was found unfinished, the last ones of it.</summary>
    public ImmutableArray<RecoveredChange> Recovered { get; private set; } = [];

    /// <summary>Why old records could not be removed the last time; null if they were.</summary>
    public Exception? TidyFailure { get; private set; }

    public async Task RefreshAsync()
    {
        store.DeleteUnfinished();
        foreach (var stored in store.List().Where(stored => stored.State is RecordState.Staging or RecordState.Applying or RecordState.Reverting))
            Note(await recovery.RecoverAsync(stored).ConfigureAwait(false));
        foreach (var stored in store.List().Where(stored => stored.State == RecordState.Committed && !_known.ContainsKey(stored.Id)))
        {
            if (recovery.TryRead(stored) is { } record) _known.Add(stored.Id, record.WithoutContents());
            else Note(recovery.SetAside(stored));
        }
        Tidy();
    }

    /// <summary>Takes note of a transaction that has just been committed.</summary>
    public void Add(JournalRecord record)
    {
        _known.Add(record.Id, record.WithoutContents());
        Tidy();
    }

    /// <summary>The record of the last change; null if there is none.</summary>
    /// <exception cref="CodeException">It cannot be read any more.</exception>
    public JournalRecord? ReadLast()
    {
        if (Changes.IsEmpty) return null;
        var stored = store.List().First(stored => stored.Id == Changes[0].Id);
        return recovery.TryRead(stored)
            ?? throw new CodeException(CodeErrorKind.NotFound, $"The record of '{Changes[0].Title}' is damaged, so it cannot be undone.");
    }

    public long NextNumber() => store.List().Select(stored => TransactionId.Number(stored.Id)).LastOrDefault() + 1;

    /// <summary>
    /// Removes records that are undone or past the bounds. The changes themselves are made, so a failure here is none of theirs,
    /// and the next turn tries again.
    /// </summary>
    private void Tidy()
    {
        try
        {
            onStep(CommitStep.Tidy);
            foreach (var undo in _known.Values.Where(record => record.Undoes is not null).ToArray())
            {
                new FileTransaction(folder, undo, onStep).RemoveEmpty(undo.SpentFolders);
                // In this order: without the record of the undoing, what it undid would count as done.
                store.Delete(undo.Undoes!);
                store.Delete(undo.Id);
            }
            foreach (var id in PastBounds(store.List()))
                store.Delete(id);
            TidyFailure = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TidyFailure = e;
        }
        Show();
    }

    private void Show()
    {
        foreach (var id in _known.Keys.Where(id => store.StateOf(id) != RecordState.Committed).ToArray())
            _known.Remove(id);
        var undone = _known.Values.Select(record => record.Undoes).ToHashSet();
        Changes = [.. _known.Values.Where(record => record.Undoes is null && !undone.Contains(record.Id))
            .OrderByDescending(record => TransactionId.Number(record.Id))
            .Select(record => new CommittedChange(record.Id, record.Title, record.At, record.Paths))];
    }

    private void Note(RecoveredChange change) => Recovered = [.. Recovered.Add(change).TakeLast(MaxRecovered)];

    private static string[] PastBounds(IEnumerable<StoredRecord> oldestFirst)
    {
        var bytes = 0L;
        return [.. oldestFirst.Reverse()
            .Select((stored, i) => (stored.Id, IsPast: i >= ChangeJournal.MaxKept || ((bytes += stored.Bytes) > ChangeJournal.MaxKeptBytes && i > 0)))
            .Where(stored => stored.IsPast)
            .Select(stored => stored.Id)];
    }
}
