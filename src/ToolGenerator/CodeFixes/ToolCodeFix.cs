using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            await OfferAsync(new(context, diagnostic, node, model)).ConfigureAwait(false);
        }
    }

    /// <summary>Offers what mends one diagnostic, or nothing where the code would not compile afterwards.</summary>
    private protected abstract Task OfferAsync(FixSite site);
}
