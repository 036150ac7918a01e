using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.CodeFixes.Names;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;

/// <summary>WSK025 and WSK026: begins a description with the words of the name, for its author to go on with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DescriptionFix() : ToolCodeFix(DiagnosticCatalog.DescriptionMissing, DiagnosticCatalog.ParameterDescriptionMissing)
{
    private protected override Task OfferAsync(FixSite site)
    {
        var isParameter = site.Diagnostic.Id == DiagnosticCatalog.ParameterDescriptionMissing.Id;
        if (isParameter && site.Node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter)
        {
            Offer(site, parameter, parameter.Identifier.ValueText, "parameter");
        }
        else if (!isParameter && site.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
        {
            Offer(site, method, method.Identifier.ValueText, "method");
        }

        return Task.CompletedTask;
    }

    private static void Offer(FixSite site, SyntaxNode declaration, string name, string key)
    {
        // A name that is being typed, or that consists of underscores, has no words.
        if (!Words.Split(name).Any()) return;
        var description = AttributeEdits.Create(site, AttributeNames.Description, Words.Sentence(name));
        var blank = site.Model.GetDeclaredSymbol(declaration, site.CancellationToken) is { } symbol
            ? Declarations.Attributes(symbol, AttributeNames.Description, site.CancellationToken).FirstOrDefault()
            : null;
        site.Offer($"Describe '{name}'", key, edit => blank is null
            ? AttributeEdits.AddAsync(edit, declaration, description)
            : edit.ChangeAsync(blank, editor => editor.ReplaceNode(blank, description.WithTriviaFrom(blank))));
    }
}
