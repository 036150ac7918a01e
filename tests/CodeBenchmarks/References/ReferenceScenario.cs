using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.MSBuild;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.CodeBenchmarks.Checks;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeBenchmarks.References;

/// <summary>What it costs to ask who uses a symbol: the first time, again, and with Roslyn's own finder.</summary>
internal static class ReferenceScenario
{
    private const int Seed = 7;
    private const int FinderQueries = 100;

    public static async Task RunAsync(int count)
    {
        using var workspace = MSBuildWorkspace.Create();
        var snapshot = Snapshot(await Repository.LoadWarmAsync(workspace));
        var symbols = await ChooseAsync(snapshot, count);
        var table = new MarkdownTable("", "queries", "p50 ms", "p95 ms", "most ms");
        Add(table, "first time", await TimeAsync(symbols, symbol => ReferencesQuery.AnswerAsync(snapshot, symbol.Address)));
        Add(table, "warm", await TimeAsync(symbols, symbol => ReferencesQuery.AnswerAsync(snapshot, symbol.Address)));
        Add(table, "SymbolFinder, warm", await TimeAsync(symbols.Take(FinderQueries), symbol => SymbolFinder.FindReferencesAsync(symbol.Located.Symbol, snapshot.Solution!)));
        Console.WriteLine("### references: who uses a symbol of this repository\n");
        table.Print();
    }

    private static CodeSnapshot Snapshot(Solution solution)
    {
        var folder = new SolutionFolder(Repository.Root);
        var trees = ImmutableDictionary.CreateBuilder<string, SyntaxTree>();
        foreach (var document in solution.Projects.SelectMany(project => project.Documents).Where(document => folder.IsAllowed(document.FilePath!, PathUse.Read)))
            trees.TryAdd(folder.Display(document.FilePath!), document.GetSyntaxTreeAsync().GetAwaiter().GetResult()!);
        return new(folder, new(trees.ToImmutable()), solution, []);
    }

    private static async Task<List<(string Address, LocatedSymbol Located)>> ChooseAsync(CodeSnapshot snapshot, int count)
    {
        var all = SourceFiles.All(snapshot).SelectMany(file => DeclarationReader.Read(file.Tree, CancellationToken.None)).ToArray();
        new Random(Seed).Shuffle(all);
        List<(string, LocatedSymbol)> chosen = [];
        foreach (var declaration in all)
        {
            if (chosen.Count == count)
                break;
            if (await CompiledSymbols.DeclaredAsync(snapshot, declaration, CancellationToken.None) is { } located)
                chosen.Add(($"{snapshot.Folder.Display(declaration.Node.SyntaxTree.FilePath)}:{declaration.Line}:{Column(declaration)}", located));
        }

        return chosen;
    }

    private static int Column(SourceDeclaration declaration) =>
        declaration.Node.SyntaxTree.GetText().Lines.GetLinePosition(declaration.Position).Character + 1;

    private static async Task<double[]> TimeAsync<T>(IEnumerable<T> symbols, Func<T, Task> ask)
    {
        List<double> times = [];
        foreach (var symbol in symbols)
        {
            var start = Stopwatch.GetTimestamp();
            await ask(symbol);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private static void Add(MarkdownTable table, string name, double[] times) =>
        table.Add(name, $"{times.Length}", MarkdownTable.Number(Statistics.Quantile(times, .5), "0.0"), MarkdownTable.Number(Statistics.Quantile(times, .95), "0.0"), MarkdownTable.Number(times[^1]));
}
