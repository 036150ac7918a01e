using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Signatures;

/// <summary>
/// WSK023: removes the default of a parameter, and those before it, since C# wants parameters with a default last. Callers that
/// relied on it are told by the compiler what to pass.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveDefaultFix() : ToolCodeFix(DiagnosticCatalog.StrictOptional)
{
    private static readonly string[] Attributes =
    [
        AttributeNames.DefaultValue,
        "System.Runtime.InteropServices.OptionalAttribute",
        "System.Runtime.InteropServices.DefaultParameterValueAttribute",
    ];

    private protected override Task OfferAsync(FixSite site)
    {
        if (site.Parameter is { ContainingSymbol: IMethodSymbol method } parameter && !Declarations.IsBoundByOthers(method))
        {
            site.Offer($"Remove the default of '{parameter.Name}'", "default", async edit =>
            {
                foreach (var one in method.Parameters.Take(parameter.Ordinal + 1)) await RemoveAsync(edit, one).ConfigureAwait(false);
            });
        }

        return Task.CompletedTask;
    }

    private static async Task RemoveAsync(SolutionEdit edit, IParameterSymbol parameter)
    {
        var attributes = Attributes.SelectMany(name => Declarations.Attributes(parameter, name, edit.CancellationToken));
        await AttributeEdits.RemoveAsync(edit, attributes).ConfigureAwait(false);
        await edit.ChangeAllAsync<ParameterSyntax>(parameter, (editor, declaration) =>
            editor.ReplaceNode(declaration, (current, _) => WithoutDefault((ParameterSyntax)current))).ConfigureAwait(false);
    }

    private static ParameterSyntax WithoutDefault(ParameterSyntax parameter) => parameter.Default is null
        ? parameter
        : parameter.WithDefault(null).WithTrailingTrivia(parameter.GetTrailingTrivia());
}
