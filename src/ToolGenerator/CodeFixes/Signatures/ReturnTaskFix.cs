using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Signatures;

/// <summary>WSK015: returns a task that can be awaited.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReturnTaskFix() : ToolCodeFix(DiagnosticCatalog.AsyncVoid)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Method is { } method && !Declarations.IsBoundByOthers(method))
        {
            site.Offer("Return Task instead of void", "task", edit => edit.ChangeAllAsync<MethodDeclarationSyntax>(method,
                (editor, declaration) => editor.ReplaceNode(declaration.ReturnType, (current, _) => TaskType().WithTriviaFrom(current))));
        }

        return Task.CompletedTask;
    }

    private static TypeSyntax TaskType() => SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task")
        .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
}
