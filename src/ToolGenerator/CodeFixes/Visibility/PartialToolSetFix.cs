using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Visibility;

/// <summary>WSK010: makes a static tool set partial, and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PartialToolSetFix() : ToolCodeFix(DiagnosticCatalog.StaticToolSetNotPartial)
{
    private protected override Task OfferAsync(FixSite site)
    {
        var declarations = site.Node.AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToList();
        if (declarations.Count == 0)
            return Task.CompletedTask;

        var name = declarations[0].Identifier.ValueText;
        var title = declarations.Count == 1 ? $"Make '{name}' partial" : $"Make '{name}' and the types around it partial";
        site.Offer(title, "partial", async edit =>
        {
            foreach (var declaration in declarations)
                await edit.ChangeAsync(declaration, editor => editor.ReplaceNode(declaration, (current, generator) =>
                    generator.WithModifiers(current, generator.GetModifiers(current).WithPartial(true)))).ConfigureAwait(false);
        });
        return Task.CompletedTask;
    }
}
