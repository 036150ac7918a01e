using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>What MSBuild made of the projects.</summary>
/// <param name="Projects">Every flavour of every project.</param>
/// <param name="Failures">What it said went wrong, as it said it.</param>
internal sealed record ProjectLoad(ImmutableArray<ProjectRecord> Projects, ImmutableArray<string> Failures);

/// <summary>Lets MSBuild evaluate the projects, in processes of its own.</summary>
internal static class ProjectLoading
{
    private const int MaxFailures = 200;

    /// <summary>Evaluates all projects and those that they reference.</summary>
    public static async Task<ProjectLoad> LoadAsync(SolutionLocation location, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        List<string> failures = [];
        using var registration = workspace.RegisterWorkspaceFailedHandler(failed =>
        {
            lock (failures)
            {
                if (failed.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure && failures.Count < MaxFailures)
                {
                    failures.Add(failed.Diagnostic.Message);
                }
            }
        });
        var loader = new MSBuildProjectLoader(workspace) { SkipUnrecognizedProjects = true };
        var infos = location.SolutionFile is { } solution
            ? (await loader.LoadSolutionInfoAsync(solution, cancellationToken: cancellationToken).ConfigureAwait(false)).Projects
            : await LoadProjectsAsync(loader, location.ProjectFiles, cancellationToken).ConfigureAwait(false);
        var added = workspace.AddSolution(SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Create(), location.SolutionFile, infos));
        lock (failures)
        {
            return new ProjectLoad(ProjectRecordReader.Read([.. infos.Where(info => info.FilePath is not null)], added), [.. failures]);
        }
    }

    private static async Task<IReadOnlyList<ProjectInfo>> LoadProjectsAsync(MSBuildProjectLoader loader, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var map = ProjectMap.Create();
        Dictionary<ProjectId, ProjectInfo> infos = [];
        foreach (var file in files)
        {
            foreach (var info in await loader.LoadProjectInfoAsync(file, map, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                infos[info.Id] = info;
            }
        }

        return [.. infos.Values];
    }
}
