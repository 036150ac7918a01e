using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// The effects of one transaction on the solution's folder. Every path is resolved anew at each step, and a rename needs the
/// staged file, whose name nobody can guess, in the same folder: a folder that is replaced by a link meanwhile makes the step
/// fail instead of writing elsewhere.
/// </summary>
internal sealed class FileTransaction(SolutionFolder folder, JournalRecord record, Action<CommitStep> onStep)
{
    /// <summary>Writes new contents beside their targets.</summary>
    /// <param name="contents">In the order of the record's files; null where one is deleted.</param>
    /// <param name="ct">Stops it; what was staged stays for <see cref="Discard"/>.</param>
    public async Task StageAsync(IReadOnlyList<byte[]?> contents, CancellationToken ct)
    {
        foreach (var path in record.NewFolders)
            Directory.CreateDirectory(Absolute(path));
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is not { } content) continue;
            ct.ThrowIfCancellationRequested();
            onStep(CommitStep.Stage);
            await WriteAsync(NewName(i), content, record.Files[i].AfterMode, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Puts what is staged in place, file by file; those in place already are passed over.</summary>
    /// <exception cref="CodeException">A file is neither as it was nor as it shall be.</exception>
    public void Apply()
    {
        for (var i = 0; i < record.Files.Length; i++)
        {
            onStep(CommitStep.Apply);
            var file = record.Files[i];
            var target = Absolute(file.Path);
            var state = file.StateOf(folder.ReadIfExists(target));
            if (state == FileState.Foreign)
                throw new CodeException(CodeErrorKind.StaleFile, $"'{file.Path}' was changed on disk while the change was being written; read it again and repeat the change. Nothing was written.");
            if (state == FileState.New) continue;
            if (file.AfterHash is null) File.Delete(target);
            else File.Move(NewName(i), target, overwrite: file.Before is not null);
        }
        FlushFolders();
    }

    /// <summary>Puts old contents back wherever new ones are.</summary>
    /// <returns>Files that hold neither, and were left alone.</returns>
    /// <exception cref="CodeException">Some could not be put back; the others were.</exception>
    public async Task<ImmutableArray<string>> RevertAsync()
    {
        var leftAlone = ImmutableArray.CreateBuilder<string>();
        var failed = new List<string>();
        var failures = new List<Exception>();
        for (var i = 0; i < record.Files.Length; i++)
        {
            try
            {
                onStep(CommitStep.Revert);
                if (await RevertAsync(i).ConfigureAwait(false) == FileState.Foreign)
                    leftAlone.Add(record.Files[i].Path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CodeException)
            {
                failed.Add(record.Files[i].Path);
                failures.Add(e);
            }
        }
        if (failed.Count > 0)
            throw new CodeException(CodeErrorKind.WriteFailed, $"still changed: {string.Join(", ", failed)}", new AggregateException(failures));
        FlushFolders();
        return leftAlone.ToImmutable();
    }

    /// <summary>Removes what is staged, whether or not it was all staged.</summary>
    /// <param name="withFolders">Whether folders that the transaction created go as well, if they are empty.</param>
    public void Discard(bool withFolders)
    {
        onStep(CommitStep.Discard);
        for (var i = 0; i < record.Files.Length; i++)
        {
            // A folder that is now a link to elsewhere holds nothing of this transaction.
            if (Reach(record.Files[i].Path) is null) continue;
            foreach (var staged in (ReadOnlySpan<string>)[NewName(i), OldName(i)])
                if (File.Exists(staged))
                    File.Delete(staged);
        }
        if (withFolders) RemoveEmpty(record.NewFolders);
    }

    /// <summary>Removes those of the folders that are empty.</summary>
    /// <param name="paths">Outermost first.</param>
    public void RemoveEmpty(ImmutableArray<string> paths)
    {
        foreach (var path in paths.Reverse())
        {
            if (Reach(path) is { } absolute && Directory.Exists(absolute) && !Directory.EnumerateFileSystemEntries(absolute).Any())
                Directory.Delete(absolute);
        }
    }

    /// <summary>What a file holds, and whether what it is to hold is staged, or it is to be deleted.</summary>
    public (FileState State, bool Ready) Look(int index)
    {
        var file = record.Files[index];
        try
        {
            var state = file.StateOf(folder.ReadIfExists(Absolute(file.Path)));
            var staged = NewName(index);
            return (state, file.AfterHash is null || (File.Exists(staged) && RecordedFile.Hash(File.ReadAllBytes(staged)) == file.AfterHash));
        }
        // By now too large, a folder, or behind a link; what the system does not let us read may still be ours to put back.
        catch (CodeException e) when (e.InnerException is null)
        {
            return (FileState.Foreign, false);
        }
    }

    private async Task<FileState> RevertAsync(int index)
    {
        var (state, _) = Look(index);
        if (state != FileState.New) return state;
        var file = record.Files[index];
        var target = Absolute(file.Path);
        if (file.Before is null)
        {
            File.Delete(target);
            return state;
        }
        var staged = OldName(index);
        File.Delete(staged); // of an attempt that was cut short
        await WriteAsync(staged, file.Before, file.BeforeMode, CancellationToken.None).ConfigureAwait(false);
        File.Move(staged, target, overwrite: true);
        return state;
    }

    private async Task WriteAsync(string path, byte[] content, UnixFileMode? mode, CancellationToken ct)
    {
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await using var _ = stream.ConfigureAwait(false);
        if (!folder.IsItself(stream.SafeFileHandle, path))
        {
            File.Delete(path); // empty, and by its name this transaction's own
            throw new CodeException(CodeErrorKind.PathRefused, $"A folder on the way to '{folder.Display(path)}' was replaced by a link.");
        }
        await stream.WriteAsync(content, ct).ConfigureAwait(false);
        if (mode is { } bits && !OperatingSystem.IsWindows()) File.SetUnixFileMode(stream.SafeFileHandle, bits);
        stream.Flush(flushToDisk: true);
    }

    private void FlushFolders()
    {
        var folders = record.Files.Select(file => Path.GetDirectoryName(Reach(file.Path))).Distinct();
        foreach (var path in folders.Where(Directory.Exists))
            OpenedFile.FlushFolder(path!);
    }

    private string NewName(int index) => StagedBeside(index, 2 * index);

    private string OldName(int index) => StagedBeside(index, 2 * index + 1);

    private string StagedBeside(int index, int number) =>
        Path.Join(Path.GetDirectoryName(Absolute(record.Files[index].Path)), StagedName.Of(TransactionId.Token(record.Id), number));

    private string Absolute(string path) =>
        Reach(path) ?? throw new CodeException(CodeErrorKind.StaleFile, $"'{path}' was replaced by a link while the change was being written.");

    /// <summary>The absolute path; null if a link or what is off limits has come in between.</summary>
    private string? Reach(string path)
    {
        var absolute = Path.GetFullPath(Path.Join(folder.Root, path));
        return folder.IsAllowed(absolute, PathUse.Write) && folder.Resolve(path, PathUse.Write) == absolute ? absolute : null;
    }
}
