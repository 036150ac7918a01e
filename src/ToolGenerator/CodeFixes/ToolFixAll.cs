using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>
/// Mends all diagnostics in one edit. Roslyn's own batch fixer makes the changes apart and merges the texts, and leaves out those
/// that it takes for conflicts, such as two that add the same using directive.
/// </summary>
internal sealed class ToolFixAll : FixAllProvider
{
    public static ToolFixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        List<FixChange> changes = [];
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document) continue;
            var found = await ((ToolCodeFix)fixAllContext.CodeFixProvider).FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false);
            changes.AddRange(found.Where(change => change.Key == fixAllContext.CodeActionEquivalenceKey));
        }

        return changes.Count == 0
            ? null
            : CodeAction.Create(
                changes[0].Title,
                cancellationToken => SolutionEdit.ApplyAsync(fixAllContext.Solution, changes, cancellationToken),
                fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document }) return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        if (context.Scope == FixAllScope.Project) return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
        List<Diagnostic> diagnostics = [];
        foreach (var project in context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
        {
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return diagnostics;
    }
}
