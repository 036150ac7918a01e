using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;

/// <summary>WSK011: marks the class around a tool with [ToolSet].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ToolSetAttributeFix() : ToolCodeFix(DiagnosticCatalog.ToolOutsideToolSet)
{
    private protected override Task OfferAsync(FixSite site)
    {
        var isMethod = site.Node.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null };
        if (isMethod && site.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && site.Type is { TypeKind: TypeKind.Class } type)
        {
            site.Offer($"Mark '{type.Name}' with [ToolSet]", "toolset",
                edit => AttributeEdits.AddAsync(edit, declaration, AttributeEdits.Create(site, AttributeNames.ToolSet)));
        }

        return Task.CompletedTask;
    }
}
