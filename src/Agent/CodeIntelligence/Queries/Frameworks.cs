using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Says in which frameworks something is so, if it is not so in all.</summary>
internal static class Frameworks
{
    /// <summary>The frameworks of the flavours; empty if these are all flavours that have the file.</summary>
    public static ImmutableArray<string> Only(Solution solution, SyntaxTree tree, IEnumerable<Project> flavours)
    {
        var found = flavours.ToHashSet();
        var ids = found.Select(project => project.Id).ToHashSet();

        // A generated file has no path of its own in the solution: it is one for each flavour of the project.
        var all = solution.GetDocumentIdsWithFilePath(tree.FilePath);
        return all.IsEmpty ? Only(found) : all.All(id => ids.Contains(id.ProjectId)) ? [] : Names(found);
    }

    /// <summary>The frameworks of the flavours; empty if these are all flavours of their projects.</summary>
    public static ImmutableArray<string> Only(IEnumerable<Project> flavours)
    {
        var found = flavours.ToHashSet();
        var names = found.Select(Projects.NameOf).ToHashSet(StringComparer.Ordinal);
        return found.First().Solution.Projects.Where(project => names.Contains(Projects.NameOf(project))).All(found.Contains) ? [] : Names(found);
    }

    private static ImmutableArray<string> Names(IEnumerable<Project> flavours) =>
        [.. flavours.Select(project => Projects.FrameworkOf(project) ?? project.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
