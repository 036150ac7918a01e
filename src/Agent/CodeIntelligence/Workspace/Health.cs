using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Which notes bear on an answer.</summary>
internal static class Health
{
    /// <summary>The notes about these projects, about all that they depend on, and about the whole solution.</summary>
    public static ImmutableArray<HealthNote> Touching(this CodeSnapshot snapshot, IEnumerable<ProjectId> projects)
    {
        if (snapshot.Solution is not { } solution || snapshot.Health.IsEmpty)
        {
            return snapshot.Health;
        }

        var graph = solution.GetProjectDependencyGraph();
        var names = projects
            .SelectMany(id => graph.GetProjectsThatThisProjectTransitivelyDependsOn(id).Append(id))
            .Select(solution.GetProject)
            .OfType<Project>()
            .Select(NameOf)
            .ToHashSet(StringComparer.Ordinal);
        return [.. snapshot.Health.Where(note => note.Project is null || names.Contains(note.Project))];
    }

    /// <summary>The name by which notes speak of a project: without its flavour.</summary>
    public static string NameOf(Project project) => Path.GetFileNameWithoutExtension(project.FilePath) ?? project.Name;
}
