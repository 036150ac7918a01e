using System.Collections.Immutable;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Approval;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>
/// Carries changes out, one after the other and each as a transaction: made on a fork of the projects in memory, compiled there,
/// allowed by a person where the policy wants it, and then written as a whole or not at all.
/// </summary>
internal sealed class CodeChanges(CodeWorkspace workspace, ChangeJournal journal, SeenFiles seen) : IDisposable
{
    /// <summary>What a person can be expected to read, and a terminal to show.</summary>
    private const int MaxDiffCharacters = 100_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ImmutableHashSet<string> _changed = [];

    /// <summary>The files that were changed here since the solution was opened.</summary>
    public IReadOnlyCollection<string> ChangedFiles => Volatile.Read(ref _changed);

    /// <summary>Makes, checks and commits a change.</summary>
    /// <param name="tool">The tool that wants it.</param>
    /// <param name="approver">Who allows it.</param>
    /// <param name="propose">Makes the change from what is known at that moment; called again if files changed while somebody was asked.</param>
    /// <param name="cancellationToken">Stops until the first file is about to be replaced.</param>
    /// <exception cref="CodeException">Nothing was written; the message says why.</exception>
    public async Task<CommitReport> RunAsync(string tool, Approver approver, Func<CodeSnapshot, CancellationToken, Task<ProposedChange>> propose, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ProposedChange? allowed = null;
            while (true)
            {
                var snapshot = await LatestAsync(cancellationToken).ConfigureAwait(false);
                var change = await propose(snapshot, cancellationToken).ConfigureAwait(false);
                if (change.Files.Count == 0)
                {
                    throw new CodeException(CodeErrorKind.InvalidArgument, "Nothing would change.");
                }

                seen.RequireUnchanged(change.Files);
                var check = await CheckedChange.OfAsync(change, snapshot.Folder, cancellationToken).ConfigureAwait(false);
                if (allowed is null || !allowed.IsSameAs(change))
                {
                    await approver.RequireAsync(change.TouchesBuild ? ActionKind.Run : ActionKind.Change, () => Request(tool, change), cancellationToken).ConfigureAwait(false);
                    allowed = change;
                    if ((await LatestAsync(cancellationToken).ConfigureAwait(false)).Solution != change.Before)
                    {
                        continue;
                    }
                }

                return await CommitAsync(change, check, snapshot, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes the last change back.</summary>
    public async Task<UndoneChange> UndoAsync(Approver approver, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (journal.History is not [var last, ..])
            {
                throw new CodeException(CodeErrorKind.NotFound, "There is no change to take back.");
            }

            await approver.RequireAsync(ActionKind.Change, () => new("undo", $"Take back: {last.Title}", string.Join('\n', last.Paths), last.Paths), cancellationToken).ConfigureAwait(false);
            var undone = await journal.UndoAsync(cancellationToken).ConfigureAwait(false);
            foreach (var path in undone.Paths)
            {
                ImmutableInterlocked.Update(ref _changed, files => files.Add(path));
                seen.Forget(path);
            }

            // Written is written: what follows only brings the projects in step.
            await workspace.RefreshAsync(CancellationToken.None).ConfigureAwait(false);
            return undone;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<CodeSnapshot> LatestAsync(CancellationToken cancellationToken)
    {
        await workspace.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return await workspace.WhenLoadedAsync(cancellationToken).ConfigureAwait(false);
    }

    private static CodeApprovalRequest Request(string tool, ProposedChange change)
    {
        var room = MaxDiffCharacters;
        List<string> diffs = [];
        foreach (var file in change.Files)
        {
            diffs.Add(UnifiedDiff.Of(file.Path, file.Before, file.After, room));
            room -= diffs[^1].Length;
        }

        return new(tool, AnswerText.Line(change.Title), string.Concat(diffs), [.. change.Files.Select(file => file.Path)]);
    }

    private async Task<CommitReport> CommitAsync(ProposedChange change, CheckedChange check, CodeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var id = await journal.CommitAsync([.. change.Files.Select(file => Bytes(file, snapshot.Folder))], change.Title, cancellationToken).ConfigureAwait(false);

        // Written is written: whoever cancels now must not leave the projects behind the files.
        await workspace.ApplyCommittedAsync(snapshot, change.After, [.. change.Files.Select(file => snapshot.Folder.Resolve(file.Path, PathUse.Write))], CancellationToken.None).ConfigureAwait(false);
        foreach (var file in change.Files)
        {
            ImmutableInterlocked.Update(ref _changed, files => files.Add(file.Path));
            if (file.After is { } text)
            {
                seen.Saw(file.Path, text);
            }
            else
            {
                seen.Forget(file.Path);
            }
        }

        return new(id, change, check);
    }

    // The file keeps its encoding and byte order mark, which the text in memory may have lost.
    private static FileChange Bytes(PlannedFile file, SolutionFolder folder)
    {
        var path = folder.Resolve(file.Path, PathUse.Write);
        var bytes = folder.ReadIfExists(path);
        var text = bytes is null ? null : SourceBytes.Decode(bytes);
        if (text is null != file.Before is null || (text is not null && !text.ContentEquals(file.Before!)))
        {
            throw new CodeException(CodeErrorKind.StaleFile, $"{file.Path} was changed by somebody else meanwhile; nothing was written. Read it again.");
        }

        return new(path, bytes, file.After is null ? null : SourceBytes.Encode(file.After, text?.Encoding ?? SourceBytes.Default));
    }
}

/// <summary>A change that was carried out.</summary>
/// <param name="Id">The transaction.</param>
/// <param name="Change">What was written.</param>
/// <param name="Check">What was compiled before.</param>
internal sealed record CommitReport(string Id, ProposedChange Change, CheckedChange Check);
