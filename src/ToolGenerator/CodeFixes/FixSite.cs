using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>Where a diagnostic is to be mended.</summary>
internal sealed class FixSite(Document document, Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly List<FixChange> _changes = [];

    public Document Document => document;

    public Diagnostic Diagnostic => diagnostic;

    public SyntaxNode Node => node;

    public SemanticModel Model => model;

    public CancellationToken CancellationToken => cancellationToken;

    public IReadOnlyList<FixChange> Changes => _changes;

    /// <summary>The method that the diagnostic is in, unless it is in none.</summary>
    public IMethodSymbol? Method => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, cancellationToken)
        : null;

    public IParameterSymbol? Parameter => node.FirstAncestorOrSelf<ParameterSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, cancellationToken)
        : null;

    public INamedTypeSymbol? Type => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, cancellationToken)
        : null;

    /// <summary>The name of a type as the code would write it, with the using directive that it takes.</summary>
    public TypeSyntax TypeName(string metadataName) => (TypeSyntax)SyntaxGenerator.GetGenerator(document)
        .TypeExpression(model.Compilation.GetTypeByMetadataName(metadataName)!)
        .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    /// <summary>Offers a change of some declarations, each in whatever document it stands.</summary>
    public void Offer(string title, string key, Func<SolutionEdit, Task> change) => _changes.Add(new(title, diagnostic.Id + key, change));
}
