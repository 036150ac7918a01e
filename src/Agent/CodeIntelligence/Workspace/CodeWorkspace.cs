using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>An open solution: answers from syntax at once, loads the projects behind, and follows the disk until it is closed.</summary>
internal sealed class CodeWorkspace : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private readonly SnapshotStore _store;
    private readonly ProjectSource _source;
    private readonly ProjectFollower _projects;
    private readonly DiskFollower _disk;
    private readonly Task[] _following;
    private int _disposed;

    private CodeWorkspace(SolutionLocation location, string stateFolder, TimeProvider time, DiskScan scan, CodeSnapshot snapshot)
    {
        _closed = _closing.Token;
        _store = new SnapshotStore(snapshot);
        _source = new ProjectSource(location, new LoadCache(stateFolder, location));
        _projects = new ProjectFollower(location, _source, _store);
        _disk = new DiskFollower(_store, scan, _projects.Want, time);
        _following = [Task.Run(() => _disk.RunAsync(_closed), CancellationToken.None), Task.Run(() => _projects.RunAsync(_disk, _closed), CancellationToken.None)];
    }

    /// <summary>All that is known now.</summary>
    public CodeSnapshot Current => _store.Current;

    /// <summary>How often MSBuild was asked since the opening: never, if nothing has changed since the last one.</summary>
    public int Loads => _source.Loads;

    /// <summary>Opens a solution; returns as soon as its syntax is known.</summary>
    /// <param name="path">A .sln, .slnx or .csproj file, or a folder with one.</param>
    /// <param name="stateFolder">Where to keep what makes the next opening fast; outside of the solution's folder.</param>
    /// <param name="time">Measures pauses.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="CodeException">There is no solution, or more than one.</exception>
    public static async Task<CodeWorkspace> OpenAsync(string path, string stateFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        var location = SolutionLocation.Find(path, cancellationToken);
        var folder = new SolutionFolder(location.Folder);
        var state = Path.GetFullPath(stateFolder);
        if ((state + Path.DirectorySeparatorChar).StartsWith(folder.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new CodeException(CodeErrorKind.InvalidArgument, "The folder for the state has to be outside of the solution's folder.");
        }

        var scan = DiskScan.Take(folder.Root, [], cancellationToken);
        scan = scan.With(DiskFollower.UsualAssetsFiles(scan));
        var syntax = await SyntaxIndexBuilder.BuildAsync(folder, scan.Stamps.Keys.Where(file => !FolderFiles.IsInSkipped(folder.Display(file))), cancellationToken).ConfigureAwait(false);
        return new CodeWorkspace(location, state, time, scan, new CodeSnapshot(folder, syntax, null, [ProjectFollower.LoadingNote(isFirst: true)]));
    }

    /// <summary>Waits until the projects are as their files are: loaded, and loaded again if these have changed.</summary>
    public Task<CodeSnapshot> WhenLoadedAsync(CancellationToken cancellationToken) => WhenAsync(() => _projects.WhenLoaded, cancellationToken);

    /// <summary>Waits until the generators of the loaded projects have been looked at as well, for which projects with generators of their own are compiled.</summary>
    public Task<CodeSnapshot> WhenCheckedAsync(CancellationToken cancellationToken) => WhenAsync(() => _projects.WhenChecked, cancellationToken);

    /// <summary>Brings in what changed on disk up to now, without waiting for the watcher. Changed project files are loaded behind.</summary>
    public async Task<CodeSnapshot> RefreshAsync(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed);
        await _disk.ScanAsync(both.Token).ConfigureAwait(false);
        return Current;
    }

    /// <summary>Takes over a solution whose changes have just been written to disk, without waiting for the watcher.</summary>
    /// <param name="basis">The snapshot that it was forked from.</param>
    /// <param name="committed">The changed solution.</param>
    /// <param name="changedPaths">The absolute paths of the files that were written or deleted.</param>
    /// <param name="cancellationToken">Stops reading the texts; nothing is taken over then, and the next scan brings the files in.</param>
    public async Task<CodeSnapshot> ApplyCommittedAsync(CodeSnapshot basis, Solution committed, IReadOnlyCollection<string> changedPaths, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        var trees = await TreesAsync(basis, committed, changedPaths, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var seen = Current;

            // The fork itself keeps all that was compiled for it.
            var solution = ReferenceEquals(seen.Solution, basis.Solution) ? committed
                : seen.Solution is null ? null
                : await SolutionFiles.TakeOverAsync(seen.Solution, committed, changedPaths, cancellationToken).ConfigureAwait(false);
            var index = seen.Syntax.Trees.RemoveRange(changedPaths.Select(seen.Folder.Display)).SetItems(trees);
            var next = seen with { Solution = solution, Syntax = seen.Syntax with { Trees = index } };
            if (_store.TryReplace(seen, next))
            {
                // A scan finds what MSBuild has to be asked about.
                _disk.Signal();
                return next;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_following).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disk.Dispose();
        _projects.Dispose();
        _closing.Dispose();
    }

    private static async Task<ImmutableDictionary<string, SyntaxTree>> TreesAsync(CodeSnapshot basis, Solution committed, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var trees = ImmutableDictionary.CreateBuilder<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var path in paths.Where(path => DiskChanges.IsSourceOf(basis, path)))
        {
            if (Flavours.Choose(committed, path) is { } document)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                trees[basis.Folder.Display(path)] = SyntaxIndexBuilder.Parse(path, text, cancellationToken);
            }
        }

        return trees.ToImmutable();
    }

    private async Task<CodeSnapshot> WhenAsync(Func<Task> condition, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        // A loop ends before the workspace is closed only by an exception, which belongs to whoever waits.
        var first = await Task.WhenAny([condition().WaitAsync(cancellationToken), .. _following]).ConfigureAwait(false);
        await first.ConfigureAwait(false);
        return Current;
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
