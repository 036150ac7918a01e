using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>Carries a recorded transaction out whole, or takes it back whole.</summary>
internal sealed class TransactionRunner(SolutionFolder folder, JournalStore store, Action<CommitStep> onStep)
{
    /// <param name="record">What changes.</param>
    /// <param name="contents">The new bytes, in the order of the record's files.</param>
    /// <param name="ct">Heeded until the first file is about to be replaced; from there on the change is completed.</param>
    public async Task RunAsync(JournalRecord record, IReadOnlyList<byte[]?> contents, CancellationToken ct)
    {
        var transaction = new FileTransaction(folder, record, onStep);
        try
        {
            onStep(CommitStep.Record);
            await store.WriteAsync(record, ct).ConfigureAwait(false);
            await transaction.StageAsync(contents, ct).ConfigureAwait(false);
            onStep(CommitStep.BeginApply);
            ct.ThrowIfCancellationRequested();
            store.Advance(record.Id, RecordState.Staging, RecordState.Applying);
            transaction.Apply();
            onStep(CommitStep.Commit);
            store.Advance(record.Id, RecordState.Applying, RecordState.Committed);
        }
        catch (Exception failure)
        {
            var leftAlone = await TakeBackAsync(transaction, record, failure).ConfigureAwait(false);
            if (failure is IOException or UnauthorizedAccessException)
                throw new CodeException(CodeErrorKind.WriteFailed, $"The files could not be written ({Reason(failure)}). {Result(leftAlone)}", failure);
            throw;
        }
    }

    /// <returns>Files that somebody else has changed meanwhile, and that were left as they are.</returns>
    private async Task<ImmutableArray<string>> TakeBackAsync(FileTransaction transaction, JournalRecord record, Exception failure)
    {
        try
        {
            var leftAlone = ImmutableArray<string>.Empty;
            if (store.StateOf(record.Id) is (RecordState.Applying or RecordState.Committed) and var state)
            {
                onStep(CommitStep.BeginRevert);
                store.Advance(record.Id, state, RecordState.Reverting);
                leftAlone = await transaction.RevertAsync().ConfigureAwait(false);
            }
            transaction.Discard(withFolders: true);
            store.Delete(record.Id);
            return leftAlone;
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException or CodeException)
        {
            throw new CodeException(
                CodeErrorKind.WriteFailed,
                $"The files could not be written ({Reason(failure)}), and taking the change back failed too ({Reason(second)}). The next change tries to take it back again; until then, compare these files: {string.Join(", ", record.Paths)}.",
                new AggregateException(failure, second));
        }
    }

    private static string Result(ImmutableArray<string> leftAlone) => leftAlone.IsEmpty
        ? "Every file is as it was before."
        : $"Every file is as it was before, except those that somebody else changed meanwhile: {string.Join(", ", leftAlone)}.";

    // The system's own messages name absolute paths.
    private static string Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "access was denied",
        DirectoryNotFoundException or FileNotFoundException => "a file or folder disappeared",
        IOException => "the disk is full, or a file is in use or cannot be replaced",
        OperationCanceledException => "it was cancelled",
        _ => failure.Message,
    };
}
