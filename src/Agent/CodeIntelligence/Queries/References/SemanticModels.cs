using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Remembers what was bound as long as the compilation lives, because the next question is likely to be about the same files.</summary>
internal sealed class SemanticModels
{
    // A model holds all bodies that it has bound: with more of them a large project would fill the memory.
    private const int MaxModels = 256;
    private const int MaxNames = 20_000;

    private static readonly ConditionalWeakTable<Compilation, SemanticModels> Known = [];

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Name), (int Position, ISymbol[] Symbols)[]> _names = new();

    public static SemanticModels Of(Compilation compilation) => Known.GetOrCreateValue(compilation);

    /// <summary>What the tokens of a name in a file use.</summary>
    public (int Position, ISymbol[] Symbols)[] Bind(Compilation compilation, SyntaxTree tree, string name, CancellationToken cancellationToken)
    {
        if (_names.TryGetValue((tree, name), out var known))
        {
            return known;
        }

        if (_names.Count >= MaxNames)
        {
            _names.Clear();
        }

        var root = tree.GetRoot(cancellationToken);
        var model = ModelOf(compilation, tree);
        var positions = TokenIndex.Of(tree, cancellationToken).PositionsOf(name);
        var bound = new (int, ISymbol[])[positions.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var token = root.FindToken(positions[i], findInsideTrivia: true);
            bound[i] = (positions[i], [.. UsedSymbols.At(model, token, cancellationToken).OfType<ISymbol>().Select(SymbolIdentity.Normalize).Distinct(SymbolEqualityComparer.Default).OfType<ISymbol>()]);
        }

        return _names[(tree, name)] = bound;
    }

    private SemanticModel ModelOf(Compilation compilation, SyntaxTree tree)
    {
        if (_models.Count >= MaxModels)
        {
            _models.Clear();
        }

        return _models.GetOrAdd(tree, static (tree, compilation) => compilation.GetSemanticModel(tree), compilation);
    }
}
