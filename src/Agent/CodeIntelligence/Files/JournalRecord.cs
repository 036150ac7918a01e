using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>All that is needed to finish, take back or undo a transaction, apart from the new contents, which are staged.</summary>
/// <param name="Id">A number that grows, and the token.</param>
/// <param name="Title">What it is for.</param>
/// <param name="At">When it began.</param>
/// <param name="Undoes">The transaction that it takes back, if it does.</param>
/// <param name="Files">Every file that changes.</param>
/// <param name="NewFolders">Folders that it creates, outermost first, relative.</param>
/// <param name="SpentFolders">Folders that it leaves empty and removes, outermost first, relative.</param>
internal sealed record JournalRecord(
    string Id,
    string Title,
    DateTimeOffset At,
    string? Undoes,
    ImmutableArray<RecordedFile> Files,
    ImmutableArray<string> NewFolders,
    ImmutableArray<string> SpentFolders)
{
    public ImmutableArray<string> Paths => [.. Files.Select(file => file.Path)];

    /// <summary>The record without the old contents, to be kept in memory.</summary>
    public JournalRecord WithoutContents() => this with { Files = [.. Files.Select(file => file with { Before = null })] };
}

/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Before">The old bytes; null if there was no file.</param>
/// <param name="BeforeMode">The old permissions, where the system has such.</param>
/// <param name="AfterHash">Of the new bytes; null if there is to be no file.</param>
/// <param name="AfterMode">The new permissions; null for those of any new file.</param>
internal sealed record RecordedFile(string Path, byte[]? Before, UnixFileMode? BeforeMode, string? AfterHash, UnixFileMode? AfterMode)
{
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    public FileState StateOf(byte[]? current)
    {
        if (current is null) return Before is null ? FileState.Old : AfterHash is null ? FileState.New : FileState.Foreign;
        if (Before is not null && current.AsSpan().SequenceEqual(Before)) return FileState.Old;
        return AfterHash is not null && Hash(current) == AfterHash ? FileState.New : FileState.Foreign;
    }
}

/// <summary>What a file of a transaction holds.</summary>
internal enum FileState
{
    /// <summary>What it held before the transaction.</summary>
    Old,

    /// <summary>What the transaction gives it.</summary>
    New,

    /// <summary>Something that is neither.</summary>
    Foreign,
}
