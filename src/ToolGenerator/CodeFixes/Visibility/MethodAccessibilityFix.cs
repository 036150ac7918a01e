using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Visibility;

/// <summary>WSK008: makes a tool internal or public.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MethodAccessibilityFix() : ToolCodeFix(DiagnosticCatalog.MethodNotAccessible)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Method is { } method && !Declarations.IsBoundByOthers(method))
        {
            Offer(site, method, Accessibility.Internal);
            Offer(site, method, Accessibility.Public);
        }

        return Task.CompletedTask;
    }

    private static void Offer(FixSite site, IMethodSymbol method, Accessibility accessibility)
    {
        if (!Fits(method, accessibility))
            return;

        var keyword = accessibility == Accessibility.Public ? SyntaxKind.PublicKeyword : SyntaxKind.InternalKeyword;
        var word = SyntaxFacts.GetText(keyword);
        site.Offer($"Make '{method.Name}' {word}", word, edit => edit.ChangeAllAsync<MethodDeclarationSyntax>(method,
            (editor, declaration) => editor.ReplaceNode(declaration, (current, _) => Modifiers.WithAccessibility((MethodDeclarationSyntax)current, keyword))));
    }

    private static bool Fits(IMethodSymbol method, Accessibility accessibility)
    {
        var around = Reaches.Of(method.ContainingType, []);
        var wanted = Reaches.Of(accessibility) < around ? Reaches.Of(accessibility) : around;
        return Reaches.SignatureOf(method).All(type => Reaches.Of(type, []) >= wanted);
    }
}
