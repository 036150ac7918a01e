using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

/// <summary>Finds uses the long way: binds every node of every file in every flavour, and keeps those of the symbols asked for.</summary>
internal sealed class ReferenceOracle(CodeSnapshot snapshot, IReadOnlySet<string> ids)
{
    private readonly ConcurrentDictionary<(string Id, string Assembly), ConcurrentDictionary<(string Path, int Position), byte>> _uses = new();

    /// <summary>The places of a symbol, by its documentation id and the assemblies that have it.</summary>
    public IEnumerable<(string Path, int Position)> Of(string id, IEnumerable<string> assemblies) =>
        assemblies.Distinct().SelectMany(assembly => _uses.TryGetValue((id, assembly), out var places) ? places.Keys : []).Distinct();

    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        foreach (var project in snapshot.Solution!.Projects)
        {
            var compilation = (await project.GetCompilationAsync(cancellationToken))!;
            ConcurrentDictionary<ISymbol, string?> known = new(SymbolEqualityComparer.Default);
            Parallel.ForEach(compilation.SyntaxTrees, new ParallelOptions { CancellationToken = cancellationToken }, tree =>
            {
                if (FilePaths.Shown(snapshot, project, tree) is not { } path)
                    return;
                var model = compilation.GetSemanticModel(tree);
                foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(descendIntoTrivia: true))
                {
                    if (Anchor(node) is not { } token)
                        continue;
                    foreach (var symbol in Used(model, node))
                        Keep(symbol, known, path, token.SpanStart);
                }
            });
        }
    }

    private void Keep(ISymbol? symbol, ConcurrentDictionary<ISymbol, string?> known, string path, int position)
    {
        if (symbol is null)
            return;
        var full = symbol.OriginalDefinition;
        if (full is IMethodSymbol { ReducedFrom: { } unreduced })
            full = unreduced;
        if (full is IMethodSymbol { AssociatedExtensionImplementation: { } implementation })
            full = implementation;
        if (full is IMethodSymbol { AssociatedSymbol: { } member })
            full = member;
        if (known.GetOrAdd(full, static each => each.GetDocumentationCommentId()) is { } id && ids.Contains(id))
            _uses.GetOrAdd((id, full.ContainingAssembly?.Name ?? ""), _ => new())[(path, position)] = 0;
    }

    private static SyntaxToken? Anchor(SyntaxNode node) => node switch
    {
        // What var stands for is not written there.
        SimpleNameSyntax { IsVar: true } => null,
        SimpleNameSyntax name => name.Identifier,
        ObjectCreationExpressionSyntax creation => LastName(creation.Type),
        PrimaryConstructorBaseTypeSyntax type => LastName(type.Type),
        AttributeSyntax attribute => LastName(attribute.Name),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword,
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword,
        ElementAccessExpressionSyntax access => access.ArgumentList.OpenBracketToken,
        ElementBindingExpressionSyntax access => access.ArgumentList.OpenBracketToken,
        ImplicitElementAccessSyntax access => access.ArgumentList.OpenBracketToken,
        BinaryExpressionSyntax binary => binary.OperatorToken,
        AssignmentExpressionSyntax assignment => assignment.OperatorToken,
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken,

        // The ! after an expression uses nothing: the compiler gives it the symbol of what stands before it, which is named there.
        PostfixUnaryExpressionSyntax unary when !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => unary.OperatorToken,
        CastExpressionSyntax cast => cast.OpenParenToken,
        PositionalPatternClauseSyntax clause => clause.OpenParenToken,
        InitializerExpressionSyntax list => list.OpenBraceToken,
        CommonForEachStatementSyntax each => each.ForEachKeyword,
        AwaitExpressionSyntax wait => wait.AwaitKeyword,
        UsingStatementSyntax statement => statement.UsingKeyword,
        LocalDeclarationStatementSyntax local => local.UsingKeyword,
        QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax => node.GetFirstToken(),
        _ => null,
    };

    /// <summary>The last name of a type, which is not the last of its type arguments.</summary>
    private static SyntaxToken? LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier,
        SimpleNameSyntax name => name.Identifier,
        _ => null,
    };

    private static IEnumerable<ISymbol?> Used(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        var symbols = (info.Symbol is null ? info.CandidateSymbols : [info.Symbol]).AsEnumerable<ISymbol?>();
        return node switch
        {
            AttributeSyntax => [.. symbols, info.Symbol?.ContainingType],
            CommonForEachStatementSyntax each => [.. ForEach(model.GetForEachStatementInfo(each)), .. node is ForEachVariableStatementSyntax variable ? Deconstruct(model.GetDeconstructionInfo(variable)) : []],
            AwaitExpressionSyntax wait => Await(model.GetAwaitExpressionInfo(wait)),
            InitializerExpressionSyntax list => list.Expressions.Select(element => model.GetCollectionInitializerSymbolInfo(element).Symbol),
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment => Deconstruct(model.GetDeconstructionInfo(assignment)),

            // What is added to an event is added by its accessor: the event is named, and not once more by the operator.
            AssignmentExpressionSyntax => symbols.Where(symbol => symbol is IMethodSymbol { AssociatedSymbol: null }),
            UsingStatementSyntax statement => Dispose(statement.Declaration is { } declared ? Local(model, declared) : model.GetTypeInfo(statement.Expression!).Type, statement.AwaitKeyword != default),
            LocalDeclarationStatementSyntax local when local.UsingKeyword != default => Dispose(Local(model, local.Declaration), local.AwaitKeyword != default),
            QueryClauseSyntax clause => model.GetQueryClauseInfo(clause) is var query ? [query.OperationInfo.Symbol, query.CastInfo.Symbol] : [],
            _ => symbols,
        };
    }

    private static ITypeSymbol? Local(SemanticModel model, VariableDeclarationSyntax declaration) => (model.GetDeclaredSymbol(declaration.Variables[0]) as ILocalSymbol)?.Type;

    /// <summary>The method that a type, or a base of it, declares to be disposed with; for an interface the one that it inherits.</summary>
    private static IEnumerable<ISymbol?> Dispose(ITypeSymbol? type, bool isAsync)
    {
        var name = isAsync ? "DisposeAsync" : "Dispose";
        for (var each = type; each is not null; each = each.BaseType)
        {
            if (each.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => (method.Name == name || method.Name.EndsWith("." + name, StringComparison.Ordinal)) && method.Parameters.IsEmpty) is { } found)
                return [found];
        }

        return [type?.AllInterfaces.FirstOrDefault(each => each.Name is "IDisposable" or "IAsyncDisposable" && each.GetMembers(name).Length > 0)?.GetMembers(name).First()];
    }

    private static IEnumerable<ISymbol?> ForEach(ForEachStatementInfo info) => [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod];

    private static IEnumerable<ISymbol?> Await(AwaitExpressionInfo info) => [info.GetAwaiterMethod, info.GetResultMethod, info.IsCompletedProperty];

    private static IEnumerable<ISymbol?> Deconstruct(DeconstructionInfo info) => info.Nested.SelectMany(Deconstruct).Append(info.Method);
}
