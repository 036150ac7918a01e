using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>The files that matter as they were at one moment.</summary>
/// <param name="Stamps">By absolute path.</param>
internal sealed record DiskScan(ImmutableDictionary<string, FileStamp> Stamps)
{
    /// <summary>Looks at the folder, and at some files elsewhere.</summary>
    public static DiskScan Take(string folder, IEnumerable<string> elsewhere, CancellationToken cancellationToken)
    {
        var stamps = ImmutableDictionary.CreateBuilder<string, FileStamp>(StringComparer.Ordinal);
        foreach (var (path, stamp) in FolderFiles.Stamps(folder, cancellationToken))
        {
            stamps[path] = stamp;
        }

        return new DiskScan(stamps.ToImmutable()).With(elsewhere);
    }

    /// <summary>This look, and what is now at paths that it did not come by.</summary>
    public DiskScan With(IEnumerable<string> elsewhere)
    {
        var stamps = Stamps.ToBuilder();
        foreach (var path in elsewhere)
        {
            if (!stamps.ContainsKey(path) && FileStamp.Of(path) is { } stamp)
            {
                stamps[path] = stamp;
            }
        }

        return new DiskScan(stamps.ToImmutable());
    }

    /// <summary>What is new, other or gone compared with an earlier look.</summary>
    public ImmutableArray<string> Since(DiskScan before) =>
    [
        .. Stamps.Where(file => !before.Stamps.TryGetValue(file.Key, out var stamp) || stamp != file.Value).Select(file => file.Key),
        .. before.Stamps.Keys.Where(path => !Stamps.ContainsKey(path)),
    ];

    /// <summary>This look, but with what an earlier one said of some files, so that the next comparison finds them again.</summary>
    public DiskScan Forget(IEnumerable<string> paths, DiskScan before)
    {
        var stamps = Stamps.ToBuilder();
        foreach (var path in paths)
        {
            stamps.Remove(path);
            if (before.Stamps.TryGetValue(path, out var stamp))
            {
                stamps[path] = stamp;
            }
        }

        return new DiskScan(stamps.ToImmutable());
    }
}
