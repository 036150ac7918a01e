using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Cancellation;

/// <summary>WSK028: passes the token on to every call in the body that takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PassTokenFix() : ToolCodeFix(DiagnosticCatalog.CancellationIgnored)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Parameter is not { } parameter || site.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) return Task.CompletedTask;
        TokenPassing passing = new(site.Model, parameter.Name, site.CancellationToken);
        if (passing.Find(method).Count > 0) site.Offer($"Pass '{parameter.Name}' on", "pass", edit => passing.ApplyAsync(edit, method));
        return Task.CompletedTask;
    }
}
