using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>The files whose diagnostics a change can alter.</summary>
internal sealed class CheckScope
{
    private readonly Dictionary<ProjectId, HashSet<SyntaxTree>> _trees = [];

    /// <summary>Projects that are checked as a whole.</summary>
    public HashSet<ProjectId> WholeProjects { get; } = [];

    /// <summary>Why it is more than the files that mention the change, or null.</summary>
    public string? Everything { get; set; }

    public IEnumerable<ProjectId> Projects => _trees.Keys.Union(WholeProjects);

    public int Files => _trees.Values.Sum(trees => trees.Count);

    public IReadOnlyCollection<SyntaxTree> TreesOf(ProjectId project) => _trees.GetValueOrDefault(project) ?? [];

    public bool Add(ProjectId project, SyntaxTree tree)
    {
        if (!_trees.TryGetValue(project, out var trees))
        {
            _trees.Add(project, trees = []);
        }

        return trees.Add(tree);
    }
}
