namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>Checks a set of changes before anything is done about it.</summary>
internal static class ChangePlan
{
    public const int MaxFiles = 1000;
    public const int MaxTotalBytes = 64 * 1024 * 1024;

    /// <summary>The changes with absolute paths.</summary>
    /// <exception cref="CodeException">There is none, there are too many, two are of one file, or a path is refused.</exception>
    public static IReadOnlyList<FileChange> For(SolutionFolder folder, IReadOnlyList<FileChange> changes)
    {
        if (changes.Count == 0) throw new CodeException(CodeErrorKind.InvalidArgument, "There is nothing to change.");
        if (changes.Count > MaxFiles) throw new CodeException(CodeErrorKind.LimitExceeded, $"More than {MaxFiles} files would change at once; change fewer.");
        if (changes.Sum(change => (long)(change.Before?.Length ?? 0) + (change.After?.Length ?? 0)) > MaxTotalBytes)
            throw new CodeException(CodeErrorKind.LimitExceeded, $"The files are larger than {MaxTotalBytes / (1024 * 1024)} MB together; change fewer at once.");
        var seen = new HashSet<string>(StringComparer.FromComparison(SolutionFolder.PathComparison));
        var planned = new List<FileChange>(changes.Count);
        foreach (var change in changes)
        {
            var path = folder.Resolve(change.Path, PathUse.Write);
            if (!seen.Add(path)) throw Invalid($"'{folder.Display(path)}' is changed twice; combine the changes.");
            if (change is { Before: null, After: null }) throw Invalid($"'{folder.Display(path)}' would be deleted, but does not exist.");
            if (Directory.Exists(path)) throw Invalid($"'{folder.Display(path)}' is a folder, not a file.");
            if (change.After?.Length > SolutionFolder.MaxFileBytes)
                throw new CodeException(CodeErrorKind.LimitExceeded, $"'{folder.Display(path)}' would be larger than {SolutionFolder.MaxFileBytes / (1024 * 1024)} MB.");
            planned.Add(change with { Path = path });
        }
        return planned;
    }

    /// <summary>The folders that new files need and that do not exist, outermost first, relative.</summary>
    public static IEnumerable<string> NewFolders(SolutionFolder folder, IEnumerable<FileChange> changes)
    {
        var missing = new HashSet<string>();
        foreach (var change in changes.Where(change => change.After is not null))
            for (var parent = Path.GetDirectoryName(change.Path)!; !Directory.Exists(parent); parent = Path.GetDirectoryName(parent)!)
                missing.Add(folder.Display(parent));
        return missing.OrderBy(path => path.Length);
    }

    private static CodeException Invalid(string message) => new(CodeErrorKind.InvalidArgument, message);
}
