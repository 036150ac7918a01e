using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.ToolGenerator.Emission;
using Websopy.SemanticKernel.ToolGenerator.Model;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator;

/// <summary>
/// Makes functions for models of the classes marked with <c>[ToolSet]</c>: symbols become a model of values, and the model
/// becomes source. What is wrong with a class is said by the analyzer, so that nothing here holds a location.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ToolSetGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that makes models. Tests look at whether it was run again.</summary>
    internal const string ParseStep = "Parse";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.ToolSet,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellationToken) => ToolSetParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellationToken).Model)
            .Where(static model => model is not null)
            .WithTrackingName(ParseStep);
        context.RegisterSourceOutput(sets, static (output, set) => Emit(output, set!));
    }

    private static void Emit(SourceProductionContext output, ToolSetModel set) =>
        output.AddSource(set.FileName + ".ToolSet.g.cs", SourceText.From(ToolSetEmitter.Emit(set), Encoding.UTF8));
}
