using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;

/// <summary>WSK021 and WSK022: removes a [Required] that a default contradicts, or a [DefaultValue] that does not fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeFix() : ToolCodeFix(DiagnosticCatalog.RequiredWithDefault, DiagnosticCatalog.DefaultValueMismatch)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Parameter is not { } parameter) return Task.CompletedTask;
        var isRequired = site.Diagnostic.Id == DiagnosticCatalog.RequiredWithDefault.Id;
        var name = isRequired ? AttributeNames.Required : AttributeNames.DefaultValue;
        var attributes = Declarations.Attributes(parameter, name, site.CancellationToken).ToList();
        if (attributes.Count > 0)
        {
            site.Offer(isRequired ? "Remove [Required]" : "Remove [DefaultValue]", "remove", edit => AttributeEdits.RemoveAsync(edit, attributes));
        }

        return Task.CompletedTask;
    }
}
