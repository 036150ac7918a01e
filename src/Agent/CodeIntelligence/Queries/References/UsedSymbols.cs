using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Says which symbols a token uses: by name, or as the construct that it stands for.</summary>
internal static class UsedSymbols
{
    public static IEnumerable<ISymbol?> At(SemanticModel model, SyntaxToken token, CancellationToken cancellationToken)
    {
        switch (token.Parent)
        {
            case SimpleNameSyntax name:
                return ByName(model, name, cancellationToken);
            case CommonForEachStatementSyntax each:
                return ForEach(model, each);
            case AwaitExpressionSyntax wait:
                return Await(model.GetAwaitExpressionInfo(wait));
            case UsingStatementSyntax statement:
                return Disposals.Of(model, statement, cancellationToken);
            case LocalDeclarationStatementSyntax local:
                return Disposals.Of(model, local, cancellationToken);
            case InitializerExpressionSyntax list:
                return list.Expressions.SelectMany(element => Symbols(model.GetCollectionInitializerSymbolInfo(element, cancellationToken)));
            case PositionalPatternClauseSyntax clause:
                return Symbols(model.GetSymbolInfo(clause, cancellationToken));
            case AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment:
                return Deconstructions(model.GetDeconstructionInfo(assignment));
            case BracketedArgumentListSyntax { Parent: { } access }:
                return Symbols(model.GetSymbolInfo(access, cancellationToken));
            case QueryClauseSyntax clause:
                var info = model.GetQueryClauseInfo(clause, cancellationToken);
                return [.. Symbols(info.CastInfo), .. Symbols(info.OperationInfo)];
            case { } node:
                return Symbols(model.GetSymbolInfo(node, cancellationToken));
            default:
                return [];
        }
    }

    private static IEnumerable<ISymbol?> ByName(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        foreach (var symbol in Symbols(model.GetSymbolInfo(name, cancellationToken)))
        {
            // The name in an attribute is bound to the constructor, and means the type as well.
            yield return symbol;
            yield return symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && AttributeOf(name) is not null ? symbol.ContainingType : null;
        }

        // A type's name after new, or in the list of bases with arguments, calls a constructor.
        var whole = Whole(name);
        if (whole.Parent is ObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax)
        {
            foreach (var symbol in Symbols(model.GetSymbolInfo(whole.Parent, cancellationToken)))
            {
                yield return symbol;
            }
        }
    }

    private static AttributeSyntax? AttributeOf(SimpleNameSyntax name) => Whole(name).Parent as AttributeSyntax;

    /// <summary>The longest name that ends with this one.</summary>
    private static SyntaxNode Whole(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is QualifiedNameSyntax qualified && qualified.Right == node || node.Parent is AliasQualifiedNameSyntax aliased && aliased.Name == node)
        {
            node = node.Parent;
        }

        return node;
    }

    private static IEnumerable<ISymbol?> ForEach(SemanticModel model, CommonForEachStatementSyntax each)
    {
        var info = model.GetForEachStatementInfo(each);
        IEnumerable<ISymbol?> symbols = [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod];
        return each is ForEachVariableStatementSyntax variable ? symbols.Concat(Deconstructions(model.GetDeconstructionInfo(variable))) : symbols;
    }

    private static IEnumerable<ISymbol?> Await(AwaitExpressionInfo info) => [info.GetAwaiterMethod, info.IsCompletedProperty, info.GetResultMethod];

    private static IEnumerable<ISymbol?> Deconstructions(DeconstructionInfo info) => info.Nested.SelectMany(Deconstructions).Prepend(info.Method);

    private static ImmutableArray<ISymbol> Symbols(SymbolInfo info) => info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
}
