using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Names;

/// <summary>WSK001 and WSK002: gives a tool a name of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DistinctNameFix() : ToolCodeFix(DiagnosticCatalog.DuplicateName, DiagnosticCatalog.OverloadsClash)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Method is not { } method) return Task.CompletedTask;
        var (named, name) = ToolNames.Distinct(method);
        if (NameArgument.Find(named, site.CancellationToken) is { } attribute)
        {
            site.Offer($"Name '{named.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' \"{name}\"", "name",
                edit => NameArgument.SetAsync(edit, attribute, name));
        }

        return Task.CompletedTask;
    }
}
