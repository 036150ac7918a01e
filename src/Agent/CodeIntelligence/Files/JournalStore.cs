namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>How far a transaction has come; the extension of its record's file, so that one rename moves it on.</summary>
internal enum RecordState
{
    /// <summary>No target has been touched.</summary>
    Staging,

    /// <summary>All is staged, and targets are being replaced.</summary>
    Applying,

    /// <summary>Targets are being put back.</summary>
    Reverting,

    Committed,

    /// <summary>It could not be read; kept a while for a person to look at.</summary>
    Damaged,
}

/// <param name="Id">The transaction.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record StoredRecord(string Id, RecordState State, long Bytes);

/// <summary>The records of a journal, one file each, in a folder that holds nothing else but the lock.</summary>
internal sealed class JournalStore
{
    private const long MaxRecordBytes = 2L * ChangePlan.MaxTotalBytes;
    private const string Unfinished = ".new";

    private readonly string _folder;

    /// <param name="folder">Is created if it does not exist, for this user only.</param>
    public JournalStore(string folder)
    {
        _folder = folder;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>All records, oldest first.</summary>
    public IReadOnlyList<StoredRecord> List() =>
        [.. new DirectoryInfo(_folder).EnumerateFiles().Select(AsRecord).OfType<StoredRecord>().OrderBy(record => TransactionId.Number(record.Id))];

    public async Task WriteAsync(JournalRecord record, CancellationToken ct)
    {
        var unfinished = Path.Join(_folder, record.Id + Unfinished);
        var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(RecordFormat.Write(record), ct).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, FileOf(record.Id, RecordState.Staging));
        OpenedFile.FlushFolder(_folder);
    }

    /// <exception cref="InvalidDataException">It is torn or was altered.</exception>
    public JournalRecord Read(StoredRecord stored)
    {
        if (stored.Bytes > MaxRecordBytes) throw new InvalidDataException("The record is larger than any that is written.");
        var record = RecordFormat.Read(File.ReadAllBytes(FileOf(stored.Id, stored.State)));
        return record.Id == stored.Id ? record : throw new InvalidDataException("The record is another one's.");
    }

    public void Advance(string id, RecordState from, RecordState to)
    {
        File.Move(FileOf(id, from), FileOf(id, to), overwrite: true);
        OpenedFile.FlushFolder(_folder);
    }

    /// <summary>How far a transaction has come on disk; null if it has no record.</summary>
    public RecordState? StateOf(string id)
    {
        foreach (var state in Enum.GetValues<RecordState>())
            if (File.Exists(FileOf(id, state)))
                return state;
        return null;
    }

    public void Delete(string id)
    {
        foreach (var state in Enum.GetValues<RecordState>())
            File.Delete(FileOf(id, state));
        File.Delete(Path.Join(_folder, id + Unfinished));
    }

    /// <summary>Removes records whose writing was not finished, so that nothing was begun for them.</summary>
    public void DeleteUnfinished()
    {
        foreach (var file in Directory.GetFiles(_folder, "*" + Unfinished))
            File.Delete(file);
    }

    private string FileOf(string id, RecordState state) => Path.Join(_folder, $"{id}.{Extension(state)}");

    private static string Extension(RecordState state) => state switch
    {
        RecordState.Staging => "staging",
        RecordState.Applying => "applying",
        RecordState.Reverting => "reverting",
        RecordState.Committed => "committed",
        _ => "damaged",
    };

    private static StoredRecord? AsRecord(FileInfo file)
    {
        var id = Path.GetFileNameWithoutExtension(file.Name);
        if (!TransactionId.IsValid(id)) return null;
        foreach (var state in Enum.GetValues<RecordState>())
            if (file.Extension == "." + Extension(state))
                return new(id, state, file.Length);
        return null;
    }
}
