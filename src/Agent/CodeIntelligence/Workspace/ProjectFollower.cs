using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Loads the projects, and loads them again when the files that make them have changed.</summary>
internal sealed class ProjectFollower(SolutionLocation location, ProjectSource source, SnapshotStore store) : IDisposable
{
    private readonly AdhocWorkspace _host = new(MefHostServices.DefaultHost);
    private readonly ProjectRecordWriter _writer = new(store.Current.Folder, new MetadataPool());
    private readonly SemaphoreSlim _signal = new(1);
    private readonly Lock _gate = new();
    private TaskCompletionSource _loaded = New();
    private TaskCompletionSource _checked = New();
    private int _wanted = 1;

    /// <summary>Ends when the snapshot has the projects as their files are.</summary>
    public Task WhenLoaded => Volatile.Read(ref _loaded).Task;

    /// <summary>Ends when their generators have been looked at as well.</summary>
    public Task WhenChecked => Volatile.Read(ref _checked).Task;

    public static HealthNote LoadingNote(bool isFirst) => new(null, HealthKind.Loading, isFirst
        ? "The projects are still loading, so only syntax answers; ask again in a few seconds."
        : "Project files have changed and are being loaded, so answers may be of before; ask again in a few seconds.");

    /// <summary>Asks for another load.</summary>
    public void Want()
    {
        lock (_gate)
        {
            _wanted++;
            _loaded = _loaded.Task.IsCompleted ? New() : _loaded;
            _checked = _checked.Task.IsCompleted ? New() : _checked;
            store.Note(LoadingNote(store.Current.Solution is null), note => note.Kind == HealthKind.Loading);
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    /// <summary>Loads whenever asked, until cancelled.</summary>
    public async Task RunAsync(DiskFollower disk, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _signal.WaitAsync(cancellationToken).ConfigureAwait(false);
            var target = Volatile.Read(ref _wanted);
            await LoadAsync(disk, cancellationToken).ConfigureAwait(false);
            if (End(target, _loaded, HealthKind.Loading))
            {
                await CheckGeneratorsAsync(target, cancellationToken).ConfigureAwait(false);
                End(target, _checked, null);
            }
        }
    }

    // The semaphore holds nothing, and a scan that is being cancelled may still ask for a load.
    public void Dispose() => _host.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool End(int target, TaskCompletionSource end, HealthKind? ended)
    {
        lock (_gate)
        {
            if (_wanted != target)
            {
                return false;
            }

            if (ended is not null)
            {
                store.Note(null, note => note.Kind == ended);
            }

            end.TrySetResult();
            return true;
        }
    }

    private async Task LoadAsync(DiskFollower disk, CancellationToken cancellationToken)
    {
        var since = disk.Scan;
        var (load, build, _) = await source.GetAsync([.. since.Stamps.Keys], cancellationToken).ConfigureAwait(false);
        var notes = HealthChecks.Of(load, build, location.Folder);
        await disk.InstallAsync(
            (snapshot, before) =>
            {
                var records = KeepFailed(load, notes, before);
                var (solution, loaded) = LoadedProjects.Install(snapshot.Solution ?? _host.CurrentSolution, before, records, build, _writer, snapshot.Syntax);
                return (snapshot with { Solution = records.IsEmpty ? null : solution, Health = [.. notes, .. snapshot.Health.Where(IsAnothers)] }, loaded);
            },
            since,
            cancellationToken).ConfigureAwait(false);
    }

    private static bool IsAnothers(HealthNote note) => note.Kind is HealthKind.Loading or HealthKind.NotFollowed;

    // A project file that is broken at this moment takes no answers away: the project stays as it was, with a note.
    private static ImmutableArray<ProjectRecord> KeepFailed(ProjectLoad load, ImmutableArray<HealthNote> notes, LoadedProjects? before)
    {
        if (before is null || load.Failures.IsEmpty)
        {
            return load.Projects;
        }

        if (load.Projects.IsEmpty)
        {
            return before.Records;
        }

        var failed = notes.Where(note => note.Kind is HealthKind.ProjectFailed or HealthKind.MissingSdkOrWorkload).Select(note => note.Project).ToHashSet();
        var empty = load.Projects.Where(record => record.Documents.IsEmpty && failed.Contains(Path.GetFileNameWithoutExtension(record.FilePath))).Select(record => record.FilePath).ToHashSet(StringComparer.Ordinal);
        var kept = before.Records.Where(record => empty.Contains(record.FilePath)).ToImmutableArray();
        return [.. load.Projects.Where(record => !kept.Any(old => old.FilePath == record.FilePath)).Select(record => WithReferencesTo(record, kept, before)), .. kept];
    }

    // MSBuild saw no flavours of a broken project, so that references to it mean those that they meant before.
    private static ProjectRecord WithReferencesTo(ProjectRecord record, ImmutableArray<ProjectRecord> kept, LoadedProjects before)
    {
        var old = before.Records.FirstOrDefault(other => other.Key == record.Key)?.ProjectReferences ?? [];
        return record with
        {
            ProjectReferences = [.. record.ProjectReferences.SelectMany(reference =>
                kept.FirstOrDefault(project => project.FilePath == reference.Project.FilePath) is not { } project ? [reference]
                : old.Where(other => other.Project.FilePath == project.FilePath).ToList() is { Count: > 0 } known ? known
                : [reference with { Project = project.Key }])],
        };
    }

    private async Task CheckGeneratorsAsync(int target, CancellationToken cancellationToken)
    {
        var snapshot = store.Current;
        foreach (var project in snapshot.Solution?.Projects ?? [])
        {
            if (Volatile.Read(ref _wanted) != target)
            {
                return;
            }

            foreach (var note in await GeneratorCheck.RunAsync(project, cancellationToken).ConfigureAwait(false))
            {
                store.Note(note, note.Equals);
            }
        }
    }
}
