namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Keeps the snapshot equal to the disk.</summary>
internal sealed class DiskFollower : IDisposable
{
    private readonly SnapshotStore _store;
    private readonly Action _wantLoad;
    private readonly FolderWatcher _watcher;
    private readonly SemaphoreSlim _scanning = new(1);
    private DiskScan _scan;

    /// <param name="store">What to keep equal.</param>
    /// <param name="scan">The disk as the snapshot has it.</param>
    /// <param name="wantLoad">Called when only MSBuild can tell what a change means.</param>
    /// <param name="time">Measures pauses.</param>
    public DiskFollower(SnapshotStore store, DiskScan scan, Action wantLoad, TimeProvider time)
    {
        (_store, _scan, _wantLoad) = (store, scan, wantLoad);
        _watcher = new FolderWatcher(store.Current.Folder.Root, IsWatched, time);
    }

    /// <summary>The last look at the disk.</summary>
    public DiskScan Scan => Volatile.Read(ref _scan);

    /// <summary>Looks at the disk as if the watcher had seen something.</summary>
    public void Signal() => _watcher.Signal();

    /// <summary>Follows the disk until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _watcher.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await ScanAsync(cancellationToken).ConfigureAwait(false);
                if (_store.Current.Health.Any(note => note.Kind == HealthKind.NotFollowed))
                {
                    _store.Note(null, note => note.Kind == HealthKind.NotFollowed);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CodeException)
            {
                _store.Note(
                    new HealthNote(null, HealthKind.NotFollowed, $"Changes on disk cannot be followed ({exception.GetType().Name}), so answers may be of before; check that the solution's folder is still there and readable."),
                    note => note.Kind == HealthKind.NotFollowed);
            }
        }
    }

    /// <summary>Brings in all that changed on disk up to now.</summary>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        await _scanning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var before = Scan;
            var snapshot = _store.Current;
            var now = DiskScan.Take(snapshot.Folder.Root, Elsewhere(before), cancellationToken);
            var changes = DiskChanges.Read(before, now, snapshot, _store.Loaded, cancellationToken);
            var isGuess = _store.Update(changes.Apply);
            Volatile.Write(ref _scan, now.Forget(changes.Busy, before));
            if (changes.NeedsLoad || isGuess)
            {
                _wantLoad();
            }

            if (!changes.Busy.IsEmpty)
            {
                Signal();
            }
        }
        finally
        {
            _scanning.Release();
        }
    }

    /// <summary>Installs a load, and brings in what changed on disk while it was going on.</summary>
    /// <param name="install">Makes the new snapshot.</param>
    /// <param name="since">The disk when the load began.</param>
    /// <param name="cancellationToken">Stops before the installation.</param>
    public async Task InstallAsync(Func<CodeSnapshot, LoadedProjects?, (CodeSnapshot Snapshot, LoadedProjects Loaded)> install, DiskScan since, CancellationToken cancellationToken)
    {
        await _scanning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var isFirst = _store.Loaded is null;
            _store.Install(install);
            var now = Scan;
            var changes = DiskChanges.Read(since, now, _store.Current, _store.Loaded, cancellationToken);
            var isGuess = _store.Update(changes.Apply);
            Volatile.Write(ref _scan, now.With(_store.Loaded!.ElsewhereFiles).Forget(changes.Busy, since));

            // Once there are projects, the scan that found a new file has asked already.
            if (isGuess && isFirst)
            {
                _wantLoad();
            }
        }
        finally
        {
            _scanning.Release();
        }

        // What restore and the build wrote is known only from now on.
        Signal();
    }

    /// <summary>Restore's lists where they usually are: they may appear while the projects are being loaded.</summary>
    public static IEnumerable<string> UsualAssetsFiles(DiskScan scan) =>
        scan.Stamps.Keys.Where(path => path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)).Select(path => Path.Combine(Path.GetDirectoryName(path)!, "obj", "project.assets.json"));

    // The semaphore holds nothing, and a scan that is being cancelled still releases it.
    public void Dispose() => _watcher.Dispose();

    private IEnumerable<string> Elsewhere(DiskScan scan) => UsualAssetsFiles(scan).Concat(_store.Loaded?.ElsewhereFiles ?? []);

    private bool IsWatched(string path)
    {
        var root = _store.Current.Folder.Root;
        return Path.GetFileName(path) == "project.assets.json"
            || !(path.Length > root.Length && FolderFiles.IsInSkipped(path.AsSpan(root.Length + 1)))
            || _store.Loaded?.ElsewhereFiles.Contains(path) == true;
    }
}
