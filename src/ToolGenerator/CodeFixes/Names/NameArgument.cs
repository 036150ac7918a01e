using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.ToolGenerator.Parsing;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Names;

/// <summary>Writes the name of a tool where it is read: into the method's own [Tool] or [KernelFunction].</summary>
internal static class NameArgument
{
    /// <summary>The attribute that names the method; <see langword="null"/> where it is inherited or not in source.</summary>
    public static AttributeSyntax? Find(IMethodSymbol method, CancellationToken cancellationToken) =>
        new[] { AttributeNames.Tool, AttributeNames.KernelFunction }
            .SelectMany(name => Declarations.Attributes(method, name, cancellationToken))
            .OfType<AttributeSyntax>()
            .FirstOrDefault();

    public static Task SetAsync(SolutionEdit edit, AttributeSyntax attribute, string name) =>
        edit.ChangeOnceAsync(attribute, editor => editor.ReplaceNode(attribute, (current, _) => With((AttributeSyntax)current, name)));

    private static AttributeSyntax With(AttributeSyntax attribute, string name)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is not { } argument)
        {
            return attribute.WithArgumentList(list.WithArguments(list.Arguments.Insert(0, SyntaxFactory.AttributeArgument(literal))));
        }

        var replaced = argument.WithExpression(literal.WithTriviaFrom(argument.Expression));
        return attribute.WithArgumentList(list.ReplaceNode(argument, replaced));
    }
}
