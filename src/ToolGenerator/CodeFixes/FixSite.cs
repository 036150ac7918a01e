using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>Where a diagnostic is to be mended.</summary>
internal sealed class FixSite(CodeFixContext context, Diagnostic diagnostic, SyntaxNode node, SemanticModel model)
{
    public Document Document => context.Document;

    public Diagnostic Diagnostic => diagnostic;

    public SyntaxNode Node => node;

    public SemanticModel Model => model;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>The method that the diagnostic is in, unless it is in none.</summary>
    public IMethodSymbol? Method => node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, CancellationToken)
        : null;

    public IParameterSymbol? Parameter => node.FirstAncestorOrSelf<ParameterSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, CancellationToken)
        : null;

    public INamedTypeSymbol? Type => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        ? model.GetDeclaredSymbol(declaration, CancellationToken)
        : null;

    /// <summary>The name of a type as the code would write it, with the using directive that it takes.</summary>
    public TypeSyntax TypeName(string metadataName) => (TypeSyntax)SyntaxGenerator.GetGenerator(Document)
        .TypeExpression(model.Compilation.GetTypeByMetadataName(metadataName)!)
        .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    /// <summary>Offers a change of some declarations, each in whatever document it stands.</summary>
    /// <param name="title">What the user chooses.</param>
    /// <param name="key">What the change is among those of the same fix: Fix All applies those of one key.</param>
    /// <param name="change">The change.</param>
    public void Offer(string title, string key, Func<SolutionEdit, Task> change) => context.RegisterCodeFix(
        CodeAction.Create(title, cancellationToken => ApplyAsync(change, cancellationToken), diagnostic.Id + key),
        diagnostic);

    private async Task<Solution> ApplyAsync(Func<SolutionEdit, Task> change, CancellationToken cancellationToken)
    {
        SolutionEdit edit = new(Document.Project.Solution, cancellationToken);
        await change(edit).ConfigureAwait(false);
        return edit.Apply();
    }
}
