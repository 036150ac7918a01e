using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Looks for a place that reads a field and one that writes it.</summary>
internal static class FieldUse
{
    public static bool IsReadAndWritten(Compilation compilation, SyntaxTree tree, Declaration declaration, CancellationToken cancellationToken)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var variable in tree.GetRoot(cancellationToken).DescendantNodes(node => node is not (BlockSyntax or ArrowExpressionClauseSyntax))
            .OfType<VariableDeclaratorSyntax>().Where(variable => variable.Identifier.ValueText == declaration.Name))
        {
            if (model.GetDeclaredSymbol(variable, cancellationToken) is { } symbol && symbol is IFieldSymbol or IEventSymbol
                && !IsUsed(compilation, symbol, variable.Initializer is not null, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUsed(Compilation compilation, ISymbol symbol, bool written, CancellationToken cancellationToken)
    {
        var read = false;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => FileFacts.Of(tree, cancellationToken).Identifiers.Contains(symbol.Name)))
        {
            SemanticModel? model = null;
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name))
            {
                model ??= compilation.GetSemanticModel(tree);
                if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, symbol))
                {
                    read |= IsRead(name);
                    written |= IsWrite(name);
                    if (read && written)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // Only what is a use beyond doubt counts; where it is not seen, the project is compiled.
    private static bool IsRead(IdentifierNameSyntax name) => Access(name) is var access && access.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == access => false,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Parent?.Parent is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } },
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        MemberAccessExpressionSyntax member => member.Expression == access && member.Parent is InvocationExpressionSyntax,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or BinaryExpressionSyntax or IfStatementSyntax or EqualsValueClauseSyntax or InterpolationSyntax or ConditionalAccessExpressionSyntax => true,
        AssignmentExpressionSyntax => true,
        AwaitExpressionSyntax => true,
        _ => false,
    };

    private static bool IsWrite(IdentifierNameSyntax name) => Access(name) is var access && access.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == access && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.OutKeyword or SyntaxKind.RefKeyword,
        _ => access.Parent?.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
    };

    // The whole expression that names the field: x in x, this.x and other.x.
    private static ExpressionSyntax Access(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
}
