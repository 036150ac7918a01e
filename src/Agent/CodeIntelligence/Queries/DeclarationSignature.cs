using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>Writes a declaration on one line: all that a caller needs, and nothing of how it does it.</summary>
internal static class DeclarationSignature
{
    private const int MaxInitializer = 40;

    public static string Of(SyntaxNode node)
    {
        var builder = new StringBuilder();
        var declaration = node is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } ? field : node;
        foreach (var child in declaration.ChildNodesAndTokens())
        {
            if (child.AsNode() is VariableDeclarationSyntax variables)
            {
                Add(builder, variables.Type);
                Add(builder, ((VariableDeclaratorSyntax)node).Identifier);
                AddConstant(builder, declaration, (VariableDeclaratorSyntax)node);
            }
            else if (child.AsNode() is AccessorListSyntax accessors)
            {
                AddAccessors(builder, accessors);
            }
            else if (!IsBody(child, declaration))
            {
                Add(builder, child);
            }
        }

        return builder.ToString().TrimEnd();
    }

    private static bool IsBody(SyntaxNodeOrToken child, SyntaxNode declaration) => child.AsNode() switch
    {
        AttributeListSyntax or BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax or MemberDeclarationSyntax => true,
        EqualsValueClauseSyntax => declaration is PropertyDeclarationSyntax,
        null => child.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.CommaToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken,
        _ => false,
    };

    private static void AddConstant(StringBuilder builder, SyntaxNode declaration, VariableDeclaratorSyntax variable)
    {
        if (variable.Initializer is { Span.Length: <= MaxInitializer } initializer && declaration is FieldDeclarationSyntax { Modifiers: var modifiers }
            && modifiers.Any(SyntaxKind.ConstKeyword))
        {
            builder.Append(builder[^1] == ' ' ? "" : " ");
            Add(builder, initializer);
        }
    }

    private static void AddAccessors(StringBuilder builder, AccessorListSyntax list)
    {
        builder.Append(builder[^1] == ' ' ? "{ " : " { ");
        foreach (var accessor in list.Accessors)
        {
            builder.Append(string.Concat(accessor.Modifiers.Select(modifier => modifier.Text + " "))).Append(accessor.Keyword.Text).Append("; ");
        }

        builder.Append('}');
    }

    private static void Add(StringBuilder builder, SyntaxNodeOrToken part)
    {
        foreach (var token in part.AsNode()?.DescendantTokens() ?? [part.AsToken()])
        {
            if (builder.Length > 0 && builder[^1] != ' ' && token.HasLeadingTrivia && token.LeadingTrivia.Any(IsBlank))
            {
                builder.Append(' ');
            }

            builder.Append(token.Text);
            if (token.TrailingTrivia.Any(IsBlank))
            {
                builder.Append(' ');
            }
        }
    }

    private static bool IsBlank(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia;
}
