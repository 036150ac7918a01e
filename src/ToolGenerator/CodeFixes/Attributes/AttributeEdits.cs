using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;

/// <summary>Adds attributes to declarations, and takes them away.</summary>
internal static class AttributeEdits
{
    /// <summary>An attribute by the full name of its class, which becomes a short one and a using directive.</summary>
    public static AttributeSyntax Create(string fullName, string? text = null)
    {
        var name = SyntaxFactory.ParseName("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        var attribute = SyntaxFactory.Attribute(name);
        return text is null
            ? attribute
            : attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text))));
    }

    /// <summary>Adds an attribute to a type, method or parameter.</summary>
    public static Task AddAsync(SolutionEdit edit, SyntaxNode declaration, AttributeSyntax attribute) =>
        edit.ChangeAsync(declaration, editor => editor.AddAttribute(declaration, SyntaxFactory.AttributeList([attribute])));

    /// <summary>Removes attributes, and the brackets around them where nothing else is in them.</summary>
    public static async Task RemoveAsync(SolutionEdit edit, IEnumerable<SyntaxNode> attributes)
    {
        foreach (var group in attributes.GroupBy(attribute => attribute.Parent as AttributeListSyntax))
        {
            if (group.Key is not { } list) continue;
            IEnumerable<SyntaxNode> removed = list.Attributes.Count == group.Count() ? [list] : group;
            foreach (var node in removed)
            {
                await edit.ChangeAsync(node, editor => editor.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)).ConfigureAwait(false);
            }
        }
    }
}
