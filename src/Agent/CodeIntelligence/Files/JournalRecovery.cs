using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>Finishes or takes back what a process left unfinished. Run under the folder's lock, and safe to be cut short itself.</summary>
internal sealed class JournalRecovery(SolutionFolder folder, JournalStore store, Action<CommitStep> onStep)
{
    public async Task<RecoveredChange> RecoverAsync(StoredRecord stored)
    {
        if (TryRead(stored) is not { } record) return SetAside(stored);
        var transaction = new FileTransaction(folder, record, onStep);
        if (stored.State == RecordState.Staging) return Finish(record, transaction, []);
        var files = Enumerable.Range(0, record.Files.Length).Select(transaction.Look).ToArray();
        if (RecoveryPlan.GoesForward(stored.State, files))
        {
            transaction.Apply();
            transaction.Discard(withFolders: false);
            onStep(CommitStep.Commit);
            store.Advance(record.Id, stored.State, RecordState.Committed);
            return new(record.Id, record.Title, RecoveryOutcome.RolledForward, []);
        }
        if (stored.State == RecordState.Applying)
        {
            onStep(CommitStep.BeginRevert);
            store.Advance(record.Id, RecordState.Applying, RecordState.Reverting);
        }
        return Finish(record, transaction, await transaction.RevertAsync().ConfigureAwait(false));
    }

    /// <summary>The record; null if it is torn or was altered.</summary>
    public JournalRecord? TryRead(StoredRecord stored)
    {
        try
        {
            return store.Read(stored);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps a record that cannot be read out of the way. What it staged is found by its name alone.</summary>
    public RecoveredChange SetAside(StoredRecord stored)
    {
        var token = TransactionId.Token(stored.Id);
        var staged = new FileSystemEnumerable<string>(folder.Root, (ref entry) => entry.ToFullPath(), new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && StagedName.IsOf(token, entry.FileName),
        };
        foreach (var path in staged)
            File.Delete(path);
        store.Advance(stored.Id, stored.State, RecordState.Damaged);
        return new(stored.Id, "", RecoveryOutcome.Unreadable, []);
    }

    private RecoveredChange Finish(JournalRecord record, FileTransaction transaction, ImmutableArray<string> leftAlone)
    {
        transaction.Discard(withFolders: true);
        store.Delete(record.Id);
        return new(record.Id, record.Title, RecoveryOutcome.RolledBack, leftAlone);
    }
}
