using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Queries.References;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

/// <summary>The uses that the index leads to are those that binding everything finds.</summary>
public sealed class ReferencesOracleTests(RepositoryFixture repository)
{
    private const int Symbols = 200;
    private const int Seed = 20260101;

    [Fact]
    public async Task FindAsync_RandomSymbols_AreThoseOfTheOracle()
    {
        var cancel = TestContext.Current.CancellationToken;
        var snapshot = await RepositorySnapshot.LoadedAsync(repository);
        var chosen = await ChooseAsync(snapshot, cancel);
        var oracle = new ReferenceOracle(snapshot, chosen.Select(each => SymbolIdentity.Normalize(each.Symbol).GetDocumentationCommentId()!).ToHashSet());
        await oracle.WalkAsync(cancel);

        List<string> differences = [];
        var found = 0;
        foreach (var located in chosen)
        {
            var id = SymbolIdentity.Normalize(located.Symbol).GetDocumentationCommentId()!;
            var expected = oracle.Of(id, AssembliesOf(located)).ToHashSet();
            var actual = (await ReferencesQuery.FindAsync(snapshot, located, ReferenceKind.References, cancel)).Places.Select(place => (place.Path, place.Position)).ToList();
            found += actual.Count;
            Assert.Equal(actual.Count, actual.Distinct().Count());
            differences.AddRange(expected.Except(actual).Select(place => $"missed {id} at {place}"));
            differences.AddRange(actual.Except(expected).Select(place => $"too much {id} at {place}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(50))}");
        Assert.Equal(Symbols, chosen.Count);
        Assert.InRange(found, 1_000, int.MaxValue);
    }

    /// <summary>As many of each kind as there are, so that operators and indexers are among them.</summary>
    private static async Task<List<LocatedSymbol>> ChooseAsync(CodeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var random = new Random(Seed);
        var byKind = SourceFiles.All(snapshot).SelectMany(file => DeclarationReader.Read(file.Tree, cancellationToken))
            .GroupBy(KindOf)
            .Select(group => new Queue<SourceDeclaration>(group.OrderBy(_ => random.Next())))
            .ToList();
        Dictionary<string, LocatedSymbol> chosen = [];
        while (chosen.Count < Symbols && byKind.Any(queue => queue.Count > 0))
        {
            foreach (var queue in byKind.Where(queue => queue.Count > 0))
            {
                if (chosen.Count < Symbols && await CompiledSymbols.DeclaredAsync(snapshot, queue.Dequeue(), cancellationToken) is { } located)
                    chosen.TryAdd($"{located.Symbol.GetDocumentationCommentId()} {located.Symbol.ContainingAssembly.Name}", located);
            }
        }

        return [.. chosen.Values];
    }

    /// <summary>The kind, and apart from it what is overridden, generic, or called on its first argument.</summary>
    private static string KindOf(SourceDeclaration declaration)
    {
        var signature = declaration.Signature;
        return declaration.Kind + (signature.Contains("(this ") ? " extension" : signature.Contains("override ") ? " override" : declaration.Arity > 0 ? " generic" : "");
    }

    private static IEnumerable<string> AssembliesOf(LocatedSymbol located)
    {
        var solution = located.Project.Solution;
        return located.Symbol.DeclaringSyntaxReferences
            .SelectMany(reference => solution.GetDocumentIdsWithFilePath(reference.SyntaxTree.FilePath))
            .Select(id => solution.GetProject(id.ProjectId)!.AssemblyName)
            .Append(located.Symbol.ContainingAssembly.Name);
    }
}
