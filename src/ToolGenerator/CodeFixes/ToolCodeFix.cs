using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>What the code fixes have in common: each finds the node that its diagnostic marks, and offers what mends it.</summary>
public abstract class ToolCodeFix : CodeFixProvider
{
    private protected ToolCodeFix(params DiagnosticDescriptor[] descriptors)
    {
        FixableDiagnosticIds = descriptors.Select(descriptor => descriptor.Id).ToImmutableArray();
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => ToolFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var change in await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(change.Title, cancellationToken => SolutionEdit.ApplyAsync(context.Document.Project.Solution, [change], cancellationToken), change.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The changes that would mend a diagnostic.</summary>
    internal async Task<IReadOnlyList<FixChange>> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        FixSite site = new(document, diagnostic, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model, cancellationToken);
        await OfferAsync(site).ConfigureAwait(false);
        return site.Changes;
    }

    /// <summary>Offers what mends one diagnostic, or nothing where the code would not compile afterwards.</summary>
    private protected abstract Task OfferAsync(FixSite site);
}
