using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Parts of the language that use a member without its name. In the index they have names that no identifier can have.</summary>
internal static class Construct
{
    public const string ForEach = "#foreach";
    public const string Await = "#await";
    public const string Using = "#using";
    public const string Collection = "#collection";
    public const string Deconstruction = "#deconstruct";
    public const string New = "#new";
    public const string Initializer = "#base";
    public const string Element = "#element";
    public const string Cast = "#cast";
    public const string Query = "#query";
    private const string Operator = "#operator ";

    /// <summary>What a token stands for, beside its text.</summary>
    public static string? Of(SyntaxToken token) => token.Parent switch
    {
        CommonForEachStatementSyntax each when token == each.ForEachKeyword => ForEach,
        AwaitExpressionSyntax => Await,
        UsingStatementSyntax statement when token == statement.UsingKeyword => Using,
        LocalDeclarationStatementSyntax local when token == local.UsingKeyword => Using,
        InitializerExpressionSyntax list when list.IsKind(SyntaxKind.CollectionInitializerExpression) && token == list.OpenBraceToken => Collection,
        PositionalPatternClauseSyntax clause when token == clause.OpenParenToken => Deconstruction,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment when token == assignment.OperatorToken => Deconstruction,
        ImplicitObjectCreationExpressionSyntax creation when token == creation.NewKeyword => New,
        ConstructorInitializerSyntax initializer when token == initializer.ThisOrBaseKeyword => Initializer,
        BracketedArgumentListSyntax list when token == list.OpenBracketToken => Element,
        CastExpressionSyntax cast when token == cast.OpenParenToken => Cast,
        QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax when token == token.Parent.GetFirstToken() => Query,
        AssignmentExpressionSyntax assignment when token == assignment.OperatorToken && !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => Operator + token.Text[..^1],
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax when IsOperator(token) => Operator + token.Text,
        _ => null,
    };

    /// <summary>The constructs that may use a symbol.</summary>
    public static IEnumerable<string> ThatUse(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => [New, Initializer],
        IMethodSymbol { MethodKind: MethodKind.Conversion } => [Cast],
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } method => OperatorNames(method),
        IPropertySymbol { IsIndexer: true } => [Element],
        IMethodSymbol or IPropertySymbol => ByName(symbol.Name),
        _ => [],
    };

    private static string[] ByName(string name) => name switch
    {
        "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Current" => [ForEach],
        "Dispose" or "DisposeAsync" => [ForEach, Using],
        "GetAwaiter" or "GetResult" or "IsCompleted" => [Await],
        "Add" => [Collection],
        "Deconstruct" => [Deconstruction, ForEach],
        "Select" or "SelectMany" or "Where" or "Join" or "GroupJoin" or "GroupBy" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Cast" => [Query],
        _ => [],
    };

    private static string[] OperatorNames(IMethodSymbol method)
    {
        var kind = SyntaxFacts.GetOperatorKind(method.MetadataName);
        var text = SyntaxFacts.GetText(kind);

        // An instance operator such as += is found under the operator that it is made of.
        return text.Length > 1 && text[^1] == '=' && kind is not (SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken or SyntaxKind.LessThanEqualsToken or SyntaxKind.GreaterThanEqualsToken)
            ? [Operator + text[..^1]]
            : [Operator + text];
    }

    private static bool IsOperator(SyntaxToken token) => token.Parent switch
    {
        BinaryExpressionSyntax binary => token == binary.OperatorToken,
        PrefixUnaryExpressionSyntax unary => token == unary.OperatorToken,
        PostfixUnaryExpressionSyntax unary => token == unary.OperatorToken,
        _ => false,
    };
}
