namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>The one place where the snapshot is replaced; it is read without waiting.</summary>
internal sealed class SnapshotStore(CodeSnapshot first)
{
    private readonly Lock _gate = new();
    private CodeSnapshot _current = first;
    private LoadedProjects? _loaded;

    /// <summary>All that is known now.</summary>
    public CodeSnapshot Current => Volatile.Read(ref _current);

    /// <summary>What its solution was last made from, or null before the first load.</summary>
    public LoadedProjects? Loaded => Volatile.Read(ref _loaded);

    /// <summary>Replaces the snapshot by what a function makes of it.</summary>
    public T Update<T>(Func<CodeSnapshot, LoadedProjects?, (CodeSnapshot Snapshot, T Result)> change)
    {
        lock (_gate)
        {
            var (snapshot, result) = change(_current, _loaded);
            Volatile.Write(ref _current, snapshot);
            return result;
        }
    }

    /// <summary>Replaces the snapshot and what its solution was made from.</summary>
    public void Install(Func<CodeSnapshot, LoadedProjects?, (CodeSnapshot Snapshot, LoadedProjects Loaded)> change)
    {
        lock (_gate)
        {
            (var snapshot, _loaded) = change(_current, _loaded);
            Volatile.Write(ref _current, snapshot);
        }
    }

    /// <summary>Replaces the snapshot unless another one has taken its place meanwhile.</summary>
    public bool TryReplace(CodeSnapshot seen, CodeSnapshot next)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_current, seen))
            {
                return false;
            }

            Volatile.Write(ref _current, next);
            return true;
        }
    }

    /// <summary>Adds a note and takes away those that it replaces.</summary>
    public void Note(HealthNote? note, Func<HealthNote, bool> replaces) => Update((snapshot, _) =>
    {
        var kept = snapshot.Health.RemoveAll(old => replaces(old));
        return (snapshot with { Health = note is null ? kept : kept.Add(note) }, true);
    });
}
