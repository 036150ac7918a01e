using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            var task = site.TypeName("System.Threading.Tasks.Task");
            site.Offer("Return Task instead of void", "task", edit => edit.ChangeAllAsync<MethodDeclarationSyntax>(method,
                (editor, declaration) => editor.ReplaceNode(declaration.ReturnType, (current, _) => task.WithTriviaFrom(current))));
        }

        return Task.CompletedTask;
    }
}
