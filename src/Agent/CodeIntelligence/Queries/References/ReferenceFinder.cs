using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>Finds all uses of a symbol: the index says which tokens could be one, the compiler says which are.</summary>
internal static class ReferenceFinder
{
    /// <summary>The tokens that use the symbol, in every flavour that can see it.</summary>
    public static async Task<IReadOnlyCollection<Use>> FindAsync(Solution solution, SymbolIdentity symbol, CancellationToken cancellationToken)
    {
        ConcurrentBag<Use> uses = [];
        foreach (var project in SearchedProjects.Of(solution, symbol.Symbol))
        {
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation && SearchedProjects.CanSee(compilation, symbol))
            {
                var candidates = Candidates(compilation, symbol.Symbol, cancellationToken);
                await Parallel.ForEachAsync(candidates, cancellationToken, (candidate, cancel) =>
                {
                    Bind(project, compilation, candidate, symbol, uses, cancel);
                    return ValueTask.CompletedTask;
                }).ConfigureAwait(false);
            }
        }

        return uses;
    }

    private static List<(SyntaxTree Tree, string[] Names)> Candidates(Compilation compilation, ISymbol symbol, CancellationToken cancellationToken)
    {
        string[] constructs = [.. Construct.ThatUse(symbol)];
        HashSet<string> global = NamesOf(symbol);
        var trees = compilation.SyntaxTrees.Select(tree => (Tree: tree, Index: TokenIndex.Of(tree, cancellationToken))).ToArray();
        foreach (var (_, index) in trees)
        {
            AddAliases(index.Aliases.Where(alias => alias.IsGlobal), global);
        }

        List<(SyntaxTree, string[])> candidates = [];
        foreach (var (tree, index) in trees)
        {
            HashSet<string> names = index.Aliases.Length == 0 ? global : new(global, StringComparer.Ordinal);
            AddAliases(index.Aliases, names);
            string[] present = [.. names.Where(index.Contains), .. constructs.Where(index.Contains)];
            if (present.Length > 0)
            {
                candidates.Add((tree, present));
            }
        }

        return candidates;
    }

    private static HashSet<string> NamesOf(ISymbol symbol)
    {
        const string Suffix = "Attribute";
        var name = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;
        HashSet<string> names = new(StringComparer.Ordinal) { name };
        if (symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor } && name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            names.Add(name[..^Suffix.Length]);
        }

        return names;
    }

    /// <summary>Adds the other names of what has one of the names; an alias may be made of another.</summary>
    private static void AddAliases(IEnumerable<TokenIndex.Alias> aliases, HashSet<string> names)
    {
        TokenIndex.Alias[] all = [.. aliases];
        bool added;
        do
        {
            added = false;
            foreach (var alias in all)
            {
                added |= Array.Exists(alias.Targets, names.Contains) && names.Add(alias.Name);
            }
        }
        while (added);
    }

    private static void Bind(Project project, Compilation compilation, (SyntaxTree Tree, string[] Names) candidate, SymbolIdentity symbol, ConcurrentBag<Use> uses, CancellationToken cancellationToken)
    {
        var models = SemanticModels.Of(compilation);
        SyntaxNode? root = null;
        foreach (var (position, symbols) in candidate.Names.SelectMany(name => models.Bind(compilation, candidate.Tree, name, cancellationToken)))
        {
            if (Array.Exists(symbols, symbol.Matches))
            {
                root ??= candidate.Tree.GetRoot(cancellationToken);
                uses.Add(new(project, candidate.Tree, root.FindToken(position, findInsideTrivia: true)));
            }
        }
    }
}
