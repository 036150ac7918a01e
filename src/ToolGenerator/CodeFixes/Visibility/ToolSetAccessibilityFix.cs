using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Visibility;

/// <summary>WSK009: makes a tool set internal, and what hides it around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ToolSetAccessibilityFix() : ToolCodeFix(DiagnosticCatalog.ToolSetNotAccessible)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Type is not { } type)
            return Task.CompletedTask;

        var hidden = Hidden(type);
        if (hidden.Count == 0 || !hidden.All(one => Fits(one, hidden)))
            return Task.CompletedTask;

        var title = hidden.Count == 1 ? $"Make '{hidden[0].Name}' internal" : $"Make '{type.Name}' and the types around it internal";
        site.Offer(title, "internal", async edit =>
        {
            foreach (var one in hidden)
                await edit.ChangeAllAsync<TypeDeclarationSyntax>(one, MakeInternal).ConfigureAwait(false);
        });
        return Task.CompletedTask;
    }

    // A type may be changed inside of another that is changed: the edit is of whatever the node has become.
    private static void MakeInternal(SyntaxEditor editor, TypeDeclarationSyntax declaration) =>
        editor.ReplaceNode(declaration, (current, _) => Modifiers.WithAccessibility((TypeDeclarationSyntax)current, SyntaxKind.InternalKeyword));

    private static List<INamedTypeSymbol> Hidden(INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> hidden = [];
        for (var current = type; current is not null; current = current.ContainingType)
            if (current.IsFileLocal || Reaches.Of(current.DeclaredAccessibility) == Reach.Narrow)
                hidden.Add(current);

        return hidden;
    }

    private static bool Fits(INamedTypeSymbol type, List<INamedTypeSymbol> widened) => type.GetMembers()
        .Where(member => !member.IsImplicitlyDeclared && Reaches.Of(member.DeclaredAccessibility) > Reach.Narrow)
        .SelectMany(Reaches.SignatureOf)
        .Concat(type.BaseType is { } baseType ? [baseType] : [])
        .All(used => Reaches.Of(used, widened) >= Reach.Assembly);
}
