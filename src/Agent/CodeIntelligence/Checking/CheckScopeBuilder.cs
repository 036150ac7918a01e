using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Finds the files whose diagnostics differ, or may differ, between two versions of a solution.</summary>
internal sealed class CheckScopeBuilder(Solution before, Solution after)
{
    private readonly CheckScope _scope = new();
    private readonly ChangeImpact _impact = new();
    private readonly HashSet<ProjectId> _changed = [];
    private readonly HashSet<ProjectId> _generated = [];

    public ChangeImpact Impact => _impact;

    public async Task<CheckScope> BuildAsync(CancellationToken cancellationToken)
    {
        await AddChangedDocumentsAsync(cancellationToken).ConfigureAwait(false);
        while (_impact.Everything is null && await GrowAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        if (_impact.Everything is not null)
        {
            _scope.Everything = _impact.Everything;
            _scope.WholeProjects.UnionWith(Reach());
        }

        return _scope;
    }

    private async Task AddChangedDocumentsAsync(CancellationToken cancellationToken)
    {
        var changes = after.GetChanges(before);
        if (changes.GetAddedProjects().Any() || changes.GetRemovedProjects().Any())
        {
            _changed.UnionWith(after.ProjectIds);
            _impact.Everything = "projects came or went";
            return;
        }

        foreach (var project in changes.GetProjectChanges())
        {
            _changed.Add(project.ProjectId);
            if (project.GetChangedDocuments().Concat(project.GetAddedDocuments()).Concat(project.GetRemovedDocuments()) is var documents && !documents.Any())
            {
                _impact.Everything ??= "more than code changed";
            }

            foreach (var id in documents)
            {
                await CompareAsync(project.ProjectId, before.GetDocument(id), after.GetDocument(id), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> CompareAsync(ProjectId project, Document? old, Document? now, CancellationToken cancellationToken)
    {
        var oldTree = old is null ? null : await old.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        var nowTree = now is null ? null : await now.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        _impact.Add(FileComparison.Compare(Facts(oldTree, cancellationToken), Facts(nowTree, cancellationToken)));
        return nowTree is not null && _scope.Add(project, nowTree);
    }

    private static FileFacts Facts(SyntaxTree? tree, CancellationToken cancellationToken) =>
        tree is null ? FileFacts.Empty : FileFacts.Of(tree, cancellationToken);

    private HashSet<ProjectId> Reach()
    {
        var graph = after.GetProjectDependencyGraph();
        return [.. _changed, .. _changed.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)];
    }

    private async Task<bool> GrowAsync(CancellationToken cancellationToken)
    {
        List<(ProjectId Project, SyntaxTree Tree, FileFacts Facts)> files = [];
        foreach (var project in Reach())
        {
            files.AddRange((await TreesAsync(project, cancellationToken).ConfigureAwait(false)).Select(tree => (project, tree, FileFacts.Of(tree, cancellationToken))));
        }

        AffectedFiles.Follow(_impact, [.. files.Select(file => file.Facts)]);
        var grown = false;
        foreach (var (project, tree, _) in files.Where(file => AffectedFiles.Contains(file.Facts, _impact)))
        {
            grown |= _scope.Add(project, tree);
        }

        foreach (var project in _scope.Projects.Where(_generated.Add).ToList())
        {
            grown |= await CompareGeneratedAsync(project, cancellationToken).ConfigureAwait(false);
        }

        return grown;
    }

    // A project that has no file in the scope keeps what its generators wrote, since what they read has not changed.
    private async Task<List<SyntaxTree>> TreesAsync(ProjectId id, CancellationToken cancellationToken)
    {
        var project = after.GetProject(id)!;
        var generating = _generated.Contains(id) ? project : before.GetProject(id)!;
        List<SyntaxTree> trees = [];
        foreach (var document in project.Documents.Concat(await generating.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false)))
        {
            trees.Add((await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!);
        }

        return trees;
    }

    private async Task<bool> CompareGeneratedAsync(ProjectId project, CancellationToken cancellationToken)
    {
        var old = (await before.GetProject(project)!.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(document => document.Id);
        var grown = false;
        foreach (var now in await after.GetProject(project)!.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false))
        {
            var known = old.Remove(now.Id, out var was);
            if (!known || !(await now.GetTextAsync(cancellationToken).ConfigureAwait(false)).ContentEquals(await was!.GetTextAsync(cancellationToken).ConfigureAwait(false)))
            {
                _changed.Add(project);
                grown |= await CompareAsync(project, was, now, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var gone in old.Values)
        {
            _changed.Add(project);
            grown |= await CompareAsync(project, gone, null, cancellationToken).ConfigureAwait(false);
        }

        return grown;
    }
}
