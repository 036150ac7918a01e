using System.IO.Enumeration;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>The files that people write under a folder: no outputs, no version control, no packages, nothing behind a link.</summary>
internal static class FolderFiles
{
    private const int MaxFiles = 500_000;

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 64,
    };

    /// <summary>The absolute paths, in no order.</summary>
    public static IEnumerable<string> Enumerate(string folder, CancellationToken cancellationToken) =>
        Stamps(folder, cancellationToken).Select(file => file.Path);

    /// <summary>The absolute paths with what tells whether a file was written.</summary>
    public static IEnumerable<(string Path, FileStamp Stamp)> Stamps(string folder, CancellationToken cancellationToken)
    {
        var count = 0;
        var files = new FileSystemEnumerable<(string, FileStamp)>(folder, Read, Options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsSkipped(entry.FileName),
        };
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > MaxFiles)
            {
                throw new CodeException(CodeErrorKind.LimitExceeded, $"The folder holds more than {MaxFiles} files. Open a solution in a smaller folder.");
            }

            yield return file;
        }
    }

    /// <summary>Whether a folder of this name is no place for code that people write.</summary>
    public static bool IsSkipped(ReadOnlySpan<char> folderName) =>
        folderName is "bin" or "obj" or "node_modules" || folderName.StartsWith('.');

    /// <summary>Whether the path, relative to the folder, lies in a skipped one.</summary>
    public static bool IsInSkipped(ReadOnlySpan<char> relativePath)
    {
        while (relativePath.IndexOfAny('/', '\\') is var end and >= 0)
        {
            if (IsSkipped(relativePath[..end]))
            {
                return true;
            }

            relativePath = relativePath[(end + 1)..];
        }

        return false;
    }

    private static (string, FileStamp) Read(ref FileSystemEntry entry) =>
        (entry.ToFullPath(), new FileStamp(entry.Length, entry.LastWriteTimeUtc.Ticks));
}
