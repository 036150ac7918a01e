namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Projects as they are now, with the build files that made them.</summary>
/// <param name="Load">The projects, and what went wrong.</param>
/// <param name="Build">The build files.</param>
/// <param name="IsCached">Whether they come from disk instead of MSBuild.</param>
internal sealed record SourcedProjects(ProjectLoad Load, BuildFiles Build, bool IsCached);

/// <summary>Gets the projects from the cache if nothing that they depend on has changed, and from MSBuild otherwise.</summary>
internal sealed class ProjectSource(SolutionLocation location, LoadCache cache)
{
    /// <summary>How often MSBuild was asked.</summary>
    public int Loads { get; private set; }

    /// <summary>Gets the projects.</summary>
    /// <param name="files">All files under the solution's folder, from before.</param>
    /// <param name="cancellationToken">Stops, and ends MSBuild.</param>
    public async Task<SourcedProjects> GetAsync(IReadOnlyCollection<string> files, CancellationToken cancellationToken)
    {
        if (await cache.ReadAsync(cancellationToken).ConfigureAwait(false) is { } kept)
        {
            var found = BuildFiles.Find(location, files, kept.Projects, cancellationToken);
            if (LoadFingerprint.Compute(location, files, found, kept.Projects, cancellationToken) == kept.Fingerprint)
            {
                return new SourcedProjects(new ProjectLoad(kept.Projects, []), found, IsCached: true);
            }
        }

        var before = BuildFiles.Find(location, files, [], cancellationToken);
        Loads++;
        var load = await LoadAsync(cancellationToken).ConfigureAwait(false);
        var build = BuildFiles.Find(location, files, load.Projects, cancellationToken);

        // What MSBuild complained about may be mended outside of all that the fingerprint sees, and what changed meanwhile belongs to the next load.
        var isStable = before.Texts.All(file => build.Texts.TryGetValue(file.Key, out var text) && text == file.Value);
        if (load.Failures.IsEmpty && isStable && LoadFingerprint.Compute(location, files, build, load.Projects, cancellationToken) is { } fingerprint)
        {
            await cache.WriteAsync(fingerprint, load.Projects, cancellationToken).ConfigureAwait(false);
        }

        return new SourcedProjects(load, build, IsCached: false);
    }

    private async Task<ProjectLoad> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ProjectLoading.LoadAsync(location, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever MSBuild dies of becomes a note; syntax goes on answering.
            cancellationToken.ThrowIfCancellationRequested();
            return new ProjectLoad([], [exception.Message]);
        }
    }
}
