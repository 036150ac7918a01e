using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Fixes all diagnostics of an id in a project or a file of it, in rounds, until none is left or none can be fixed.</summary>
internal sealed class FixAllRun(string id, string? choice, ProjectId projectId, DocumentId? documentId)
{
    private readonly FixableDiagnostics _diagnostics = new(id);

    public int Before { get; private set; }

    public int Left { get; private set; }

    public async Task<Solution> RunAsync(Solution solution, int maxRounds, CancellationToken cancellationToken)
    {
        var diagnostics = await FindAsync(solution, cancellationToken).ConfigureAwait(false);
        Before = Left = diagnostics.Length;
        for (var round = 0; round < maxRounds && diagnostics.Length > 0; round++)
        {
            if (await FixAsync(solution, diagnostics, cancellationToken).ConfigureAwait(false) is not { } next)
            {
                break;
            }

            // A round that does not make them fewer would go on for ever.
            var after = await FindAsync(next, cancellationToken).ConfigureAwait(false);
            if (after.Length >= diagnostics.Length)
            {
                break;
            }

            (solution, diagnostics) = (next, after);
            Left = diagnostics.Length;
        }

        return solution;
    }

    private async Task<ImmutableArray<Diagnostic>> FindAsync(Solution solution, CancellationToken cancellationToken)
    {
        var found = await _diagnostics.InAsync(solution.GetProject(projectId)!, cancellationToken).ConfigureAwait(false);
        return documentId is null ? found : found.RemoveAll(diagnostic => solution.GetDocument(diagnostic.Location.SourceTree)?.Id != documentId);
    }

    /// <summary>The solution with one kind of fix made wherever it applies, or null if nothing can be fixed.</summary>
    private async Task<Solution?> FixAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics)
        {
            var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            var offered = await CodeActions.FixesAsync(document, diagnostic, id, cancellationToken).ConfigureAwait(false);
            if (offered.IsEmpty || (choice is not null && !offered.Any(action => action.IsCalled(choice))))
            {
                continue;
            }

            var chosen = CodeActions.Choose(offered, id, choice);
            var all = await FixAllAsync(document, chosen, cancellationToken).ConfigureAwait(false) ?? chosen.Action;
            var changed = await CodeActions.ApplyAsync(solution, all, cancellationToken).ConfigureAwait(false);
            if (changed.GetChanges(solution).GetProjectChanges().Any())
            {
                return changed;
            }
        }

        return null;
    }

    private async Task<Microsoft.CodeAnalysis.CodeActions.CodeAction?> FixAllAsync(Document document, OfferedAction chosen, CancellationToken cancellationToken)
    {
        var scope = documentId is null ? FixAllScope.Project : FixAllScope.Document;
        if (chosen.Provider!.GetFixAllProvider() is not { } provider || !provider.GetSupportedFixAllScopes().Contains(scope))
        {
            return null;
        }

        var context = new FixAllContext(document, chosen.Provider, scope, chosen.Action.EquivalenceKey, [CodeFixCatalog.FixableId(id)], _diagnostics, cancellationToken);
        return await provider.GetFixAsync(context).ConfigureAwait(false);
    }
}
