using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Attributes;

/// <summary>Adds attributes to declarations, and takes them away.</summary>
internal static class AttributeEdits
{
    /// <summary>An attribute of a class, which may have a text as its argument.</summary>
    public static AttributeSyntax Create(FixSite site, string className, string? text = null)
    {
        var attribute = SyntaxFactory.Attribute((NameSyntax)site.TypeName(className));
        return text is null
            ? attribute
            : attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text))));
    }

    /// <summary>Adds an attribute to a type, method or parameter: beside another one on its line, else before it.</summary>
    public static Task AddAsync(SolutionEdit edit, SyntaxNode declaration, AttributeSyntax attribute) => edit.ChangeOnceAsync(declaration, editor =>
    {
        if (declaration.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault() is { Target: null } list && !EndsLine(list))
        {
            editor.ReplaceNode(list, (current, _) => ((AttributeListSyntax)current).AddAttributes(attribute));
        }
        else
        {
            editor.AddAttribute(declaration, SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)));
        }
    });

    /// <summary>Removes attributes, and the brackets around them where nothing else is in them.</summary>
    public static async Task RemoveAsync(SolutionEdit edit, IEnumerable<SyntaxNode> attributes)
    {
        foreach (var group in attributes.GroupBy(attribute => attribute.Parent as AttributeListSyntax))
        {
            if (group.Key is not { } list) continue;
            IEnumerable<SyntaxNode> removed = list.Attributes.Count == group.Count() ? [list] : group;
            foreach (var node in removed)
            {
                // A line that begins with the brackets and goes on keeps its place.
                var isBeginning = node is AttributeListSyntax && !EndsLine(node);
                var options = isBeginning ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia;
                await edit.ChangeOnceAsync(node, editor => editor.RemoveNode(node, options)).ConfigureAwait(false);
            }
        }
    }

    private static bool EndsLine(SyntaxNode node) => node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
}
