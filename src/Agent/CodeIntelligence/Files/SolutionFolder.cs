using System.IO.Enumeration;
using Microsoft.Win32.SafeHandles;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// The folder that nothing leaves: turns a path that a model wrote into a file that may be read or written. What is off limits
/// inside it is listed in <see cref="OffLimits"/>.
/// </summary>
internal sealed class SolutionFolder
{
    /// <summary>The largest file that is read or written.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    private const int MaxDepth = 64;

    private readonly string _realRoot;

    /// <param name="root">The folder of the solution, absolute.</param>
    public SolutionFolder(string root)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        _realRoot = LinkResolver.Resolve(Root) ?? throw new ArgumentException("The folder's links lead in a circle.", nameof(root));
    }

    /// <summary>Paths are compared with case where the system's usual file systems do.</summary>
    public static StringComparison PathComparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The absolute path, without a separator at its end. Links on the way to it are left as they are.</summary>
    public string Root { get; }

    /// <summary>The path as answers show it: relative to the folder, with forward slashes.</summary>
    public string Display(string absolutePath) => Path.GetRelativePath(Root, absolutePath).Replace('\\', '/');

    /// <summary>The file or folder that a path means, absolute and under <see cref="Root"/>, links inside the folder followed.</summary>
    /// <param name="modelPath">Relative to the folder, or absolute and in it.</param>
    /// <param name="use">What for.</param>
    /// <exception cref="CodeException">It is outside or off limits.</exception>
    public string Resolve(string modelPath, PathUse use) =>
        TryResolve(modelPath, use, out var reason) ?? throw new CodeException(CodeErrorKind.PathRefused, reason);

    /// <summary>Whether an absolute path is in the folder and not off limits.</summary>
    public bool IsAllowed(string absolutePath, PathUse use) =>
        Path.IsPathFullyQualified(absolutePath) && TryResolve(absolutePath, use, out _) is not null;

    /// <summary>The files that may be read, absolute, in no order. Links are not followed: what they lead to in the folder is found where it lies.</summary>
    /// <param name="pattern">A file name with <c>*</c> and <c>?</c>, such as <c>*.cs</c>.</param>
    public IEnumerable<string> EnumerateFiles(string pattern)
    {
        if (pattern.AsSpan().ContainsAny('/', '\\'))
            throw new CodeException(CodeErrorKind.InvalidArgument, "The pattern is for file names; leave folders out of it.");
        return new FileSystemEnumerable<string>(Root, (ref entry) => entry.ToFullPath(), new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxDepth,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        })
        {
            ShouldRecursePredicate = (ref entry) => IsOrdinary(ref entry) && WhyNot([entry.FileName.ToString(), "any"], PathUse.Read) is null,
            ShouldIncludePredicate = (ref entry) =>
                !entry.IsDirectory
                && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName)
                && IsOrdinary(ref entry)
                && WhyNot([entry.FileName.ToString()], PathUse.Read) is null,
        };
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="CodeException">It is outside, off limits, or not there.</exception>
    public FileStream OpenRead(string absolutePath)
    {
        var path = Resolve(absolutePath, PathUse.Read);
        if (Directory.Exists(path)) throw new CodeException(CodeErrorKind.InvalidArgument, $"'{Display(path)}' is a folder, not a file.");
        try
        {
            var stream = OpenedFile.OpenRead(path);
            if (MayBeRead(OpenedFile.RealPath(stream.SafeFileHandle, path))) return stream;
            stream.Dispose();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CodeException(CodeErrorKind.NotFound, $"'{Display(path)}' does not exist.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CodeException(CodeErrorKind.PathRefused, $"'{Display(path)}' cannot be opened on this machine.", e);
        }
        throw new CodeException(CodeErrorKind.PathRefused, $"'{Display(path)}' was replaced by a link while it was opened.");
    }

    /// <summary>All bytes of a file, at most <see cref="MaxFileBytes"/>.</summary>
    /// <exception cref="CodeException">It is too large, outside, off limits, or not there.</exception>
    public async Task<byte[]> ReadAllBytesAsync(string absolutePath, CancellationToken ct)
    {
        var stream = OpenRead(absolutePath);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = new byte[BufferSize(stream, absolutePath)];
        var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        return Whole(buffer, count, absolutePath);
    }

    /// <summary>All bytes of a file, at most <see cref="MaxFileBytes"/>; null if it does not exist.</summary>
    /// <exception cref="CodeException">It is too large, outside or off limits.</exception>
    public byte[]? ReadIfExists(string absolutePath)
    {
        try
        {
            using var stream = OpenRead(absolutePath);
            var buffer = new byte[BufferSize(stream, absolutePath)];
            return Whole(buffer, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false), absolutePath);
        }
        catch (CodeException e) when (e.Kind == CodeErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Whether an open file is, behind every link, the file at <paramref name="path"/> itself.</summary>
    public bool IsItself(SafeFileHandle handle, string path) => string.Equals(
        OpenedFile.RealPath(handle, path), Path.Join(_realRoot, Path.GetRelativePath(Root, path)), PathComparison);

    /// <summary>Whether a path, links followed, is the folder or in it.</summary>
    public bool Contains(string absolutePath) => LinkResolver.Resolve(Path.GetFullPath(absolutePath)) is { } real && IsUnderRoot(real);

    private string? TryResolve(string path, PathUse use, out string reason)
    {
        if (PathSyntax.Read(path, out var segments, Root, _realRoot) is { } fault) return No(fault, out reason);
        if (OffLimits.Why(segments, use) is { } why) return No($"The path is off limits: {why}.", out reason);
        if (segments.Count == 0 && use == PathUse.Write) return No("The path is the solution's folder itself; name a file.", out reason);
        var real = LinkResolver.Resolve(_realRoot, segments);
        if (real is null || !IsUnderRoot(real)) return No("The path leads out of the solution's folder through a link.", out reason);
        if (WhyNot(Below(real), use) is { } whyNot) return No($"The path is off limits through a link: {whyNot}.", out reason);
        reason = "";
        return real.Length == _realRoot.Length ? Root : Path.Join(Root, real[_realRoot.Length..]);
    }

    private static string? No(string text, out string reason)
    {
        reason = text;
        return null;
    }

    private bool MayBeRead(string? real) => real is not null && IsUnderRoot(real) && WhyNot(Below(real), PathUse.Read) is null;

    /// <summary>Names found on disk, in the folder or behind a link, obey what written ones do.</summary>
    private static string? WhyNot(string[] names, PathUse use) =>
        names.Select(PathSyntax.Fault).FirstOrDefault(fault => fault is not null) ?? OffLimits.Why(names, use);

    private string[] Below(string real) =>
        real[_realRoot.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);

    private bool IsUnderRoot(string real) =>
        real.StartsWith(_realRoot, PathComparison)
        && (real.Length == _realRoot.Length || Path.EndsInDirectorySeparator(_realRoot) || real[_realRoot.Length] == Path.DirectorySeparatorChar);

    private static bool IsOrdinary(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    // One byte more than there should be, so that a file that grew is noticed.
    private int BufferSize(FileStream stream, string path) =>
        stream.Length <= MaxFileBytes
            ? (int)stream.Length + 1
            : throw new CodeException(CodeErrorKind.LimitExceeded, $"'{Display(path)}' is larger than {MaxFileBytes / (1024 * 1024)} MB.");

    private byte[] Whole(byte[] buffer, int count, string path)
    {
        if (count == buffer.Length)
            throw new CodeException(CodeErrorKind.StaleFile, $"'{Display(path)}' was written to while it was read; read it again.");
        return buffer[..count];
    }
}
