using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Signatures;

/// <summary>WSK014: passes a parameter by value, where it is called as well. An <c>out</c> is a result, and not for a fix to move.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ByValueFix() : ToolCodeFix(DiagnosticCatalog.ByReference)
{
    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Parameter is { ContainingSymbol: IMethodSymbol method } parameter && parameter.RefKind != RefKind.Out && !Declarations.IsBoundByOthers(method))
        {
            site.Offer($"Pass '{parameter.Name}' by value", "value", async edit =>
            {
                await edit.ChangeAllAsync<ParameterSyntax>(parameter, (editor, declaration) =>
                    editor.ReplaceNode(declaration, (current, _) => ByValue((ParameterSyntax)current))).ConfigureAwait(false);
                await ChangeCallsAsync(edit, parameter, method).ConfigureAwait(false);
            });
        }

        return Task.CompletedTask;
    }

    private static ParameterSyntax ByValue(ParameterSyntax parameter)
    {
        var kept = parameter.Modifiers.Where(modifier => !IsReference(modifier));
        return parameter.WithModifiers(SyntaxFactory.TokenList(kept)).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static bool IsReference(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.InKeyword or SyntaxKind.RefKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.ScopedKeyword;

    private static async Task ChangeCallsAsync(SolutionEdit edit, IParameterSymbol parameter, IMethodSymbol method)
    {
        foreach (var call in await Calls.OfAsync(edit.Solution, method, edit.CancellationToken).ConfigureAwait(false))
        {
            if (call.ArgumentFor(parameter) is not { RefKindKeyword.RawKind: not 0 } argument) continue;
            await edit.ChangeOnceAsync(argument, editor => editor.ReplaceNode(argument, (current, _) => WithoutKeyword((ArgumentSyntax)current))).ConfigureAwait(false);
        }
    }

    private static ArgumentSyntax WithoutKeyword(ArgumentSyntax argument) =>
        argument.WithRefKindKeyword(default).WithLeadingTrivia(argument.GetLeadingTrivia());
}
