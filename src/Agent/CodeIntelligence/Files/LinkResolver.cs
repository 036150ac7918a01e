namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>Follows symbolic links and junctions in every part of a path, whether or not its last parts exist yet.</summary>
internal static class LinkResolver
{
    private const int MaxLinks = 40;

    /// <summary>The path without links; null if there are too many of them, as in a circle.</summary>
    public static string? Resolve(string absolutePath)
    {
        var start = Path.GetPathRoot(absolutePath)!;
        return Resolve(start, Split(absolutePath[start.Length..]));
    }

    /// <param name="start">An absolute path that contains no links.</param>
    /// <param name="segments">What follows it.</param>
    public static string? Resolve(string start, IReadOnlyList<string> segments)
    {
        var pending = new Stack<string>(segments.Reverse());
        var current = start;
        for (var links = 0; pending.TryPop(out var segment);)
        {
            if (segment == ".") continue;
            if (segment == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }
            var next = Path.Join(current, segment);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }
            if (++links > MaxLinks) return null;
            if (Path.GetPathRoot(target) is { Length: > 0 } root)
            {
                current = Path.GetFullPath(root, current);
                target = target[root.Length..];
            }
            foreach (var part in Split(target).Reverse())
                pending.Push(part);
        }
        return current;
    }

    private static string[] Split(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
