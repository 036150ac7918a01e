using Microsoft.CodeAnalysis;
using Microsoft.ML.Tokenizers;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Queries.References;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Text;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

/// <summary>Every reading tool, asked at random about this repository, keeps to its budget and says when it leaves something out.</summary>
public sealed class QueryBudgetTests(RepositoryFixture repository)
{
    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");
    private static readonly HealthNote Note = new(null, HealthKind.StaleRestore, "The packages of some project are older than its file; run dotnet restore, or expect errors that are none.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outline_RandomQueries_KeepToTheBudget()
    {
        var snapshot = RepositorySnapshot.WithoutProjects();
        await CheckAsync(snapshot, 150, 1, (random, each, budget) =>
        {
            var path = Pick(snapshot, random).Path;
            var target = random.Next(3) switch { 0 => path, 1 => path[..path.LastIndexOf('/')], _ => path.Split('/')[0] };
            var count = OutlineQuery.Find(SourceFiles.In(each, target), Cancel).Count();
            return Task.FromResult((OutlineQuery.Answer(each, target, maxTokens: budget, cancellationToken: Cancel), count));
        });
    }

    [Fact]
    public async Task Search_RandomQueries_KeepToTheBudget()
    {
        var snapshot = RepositorySnapshot.WithoutProjects();
        await CheckAsync(snapshot, 150, 2, (random, each, budget) =>
        {
            var name = Pick(DeclarationReader.Read(Pick(snapshot, random).Tree, Cancel), random)?.Name ?? "Read";
            var query = name[..random.Next(1, name.Length + 1)].Trim('.', ' ');
            query = query.Length == 0 ? "a" : query;
            return Task.FromResult((SearchQuery.Answer(each, query, maxTokens: budget, cancellationToken: Cancel), SearchQuery.Find(SourceFiles.All(each), query, null, Cancel).Length));
        });
    }

    [Fact]
    public async Task SearchText_RandomQueries_KeepToTheBudget()
    {
        var snapshot = RepositorySnapshot.WithoutProjects();
        string[] patterns = ["await", "TODO", "\"", "///", "{", "public", "[A-Z]{3,}", "\\s+$", "🙂", "Token(s)?", "^$", "private static"];
        await CheckAsync(snapshot, 40, 3, async (random, each, budget) =>
        {
            var search = new TextSearch(patterns[random.Next(patterns.Length)], random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0 ? "*.cs" : "**/*.md", random.Next(4));
            if (search is { IsRegex: true, Text: "{" })
                search = search with { IsRegex = false };
            var found = await TextSearchQuery.FindAsync(each, search, Cancel);
            return (await TextSearchQuery.AnswerAsync(each, search, maxTokens: budget, cancellationToken: Cancel), found.IsCutShort ? int.MaxValue : found.Matches.Sum(match => 1 + match.Before.Length + match.After.Length));
        });
    }

    [Fact]
    public async Task Read_RandomQueries_KeepToTheBudget()
    {
        var snapshot = RepositorySnapshot.WithoutProjects();
        await CheckAsync(snapshot, 150, 4, async (random, each, budget) =>
        {
            var file = Pick(snapshot, random);
            var declaration = Pick(DeclarationReader.Read(file.Tree, Cancel), random);
            var target = declaration is null || random.Next(2) == 0 ? file.Path : $"{file.Path}:{declaration.Line}";
            try
            {
                var found = await ReadQuery.FindAsync(each, target, null, null, Cancel);
                return (await ReadQuery.AnswerAsync(each, target, maxTokens: budget, cancellationToken: Cancel), found.Parts.Sum(part => part.Last - part.First + 1));
            }
            catch (CodeException e) when (e.Kind == CodeErrorKind.Ambiguous)
            {
                return ("", 0);
            }
        });
    }

    [Fact]
    public async Task References_RandomQueries_KeepToTheBudget()
    {
        var snapshot = await RepositorySnapshot.LoadedAsync(repository);
        await CheckAsync(snapshot, 40, 5, async (random, each, budget) =>
        {
            var declaration = Pick(DeclarationReader.Read(Pick(snapshot, random).Tree, Cancel), random);
            if (declaration is null || await CompiledSymbols.DeclaredAsync(each, declaration, Cancel) is not { } located)
                return ("", 0);
            var found = await ReferencesQuery.FindAsync(each, located, ReferenceKind.References, Cancel);
            return (Websopy.SemanticKernel.CodeIntelligence.Answers.AnswerWriter.Write(ReferencesQuery.Draft(each, found, null, 0), budget), found.Places.Length);
        });
    }

    [Fact]
    public async Task Diagnostics_RandomQueries_KeepToTheBudget()
    {
        var snapshot = await RepositorySnapshot.LoadedAsync(repository);
        await CheckAsync(snapshot, 30, 6, async (random, each, budget) =>
        {
            var file = Pick(snapshot, random);
            if (each.Solution!.GetDocumentIdsWithFilePath(Path.Combine(RepositoryFixture.Root, file.Path)).IsEmpty)
                return ("", 0);
            var scope = new DiagnosticScope(file.Path, Severity: "hidden");
            var found = await DiagnosticsQuery.FindAsync(each, scope, Cancel);
            return (await DiagnosticsQuery.AnswerAsync(each, scope, maxTokens: budget, cancellationToken: Cancel), found.Length);
        });
    }

    [Fact]
    public async Task Solution_AnyBudget_IsKeptTo()
    {
        var snapshot = await RepositorySnapshot.LoadedAsync(repository);
        await CheckAsync(snapshot, 50, 7, (_, each, budget) =>
            Task.FromResult((SolutionQuery.Answer(each, maxTokens: budget), SolutionQuery.Find(each).Length)));
    }

    /// <summary>Asks, counts anew, and compares how many lines there are with how many there should be.</summary>
    private static async Task CheckAsync(CodeSnapshot snapshot, int count, int seed, Func<Random, CodeSnapshot, int, Task<(string Answer, int Items)>> ask)
    {
        var random = new Random(seed);
        var (full, cut) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var budget = random.Next(3) switch { 0 => random.Next(50, 150), 1 => random.Next(50, 2_000), _ => random.Next(2_000, 20_001) };
            var (answer, items) = await ask(random, random.Next(2) == 0 ? snapshot : snapshot with { Health = [Note] }, budget);
            if (answer.Length == 0)
                continue;
            Assert.InRange(Tokenizer.CountTokens(answer), 1, budget);

            // A notice is the last line; the lines of items begin with a number, with what was found, or with a blank.
            var lines = answer.Split('\n');
            var hasNotice = lines[^1].StartsWith("… ", StringComparison.Ordinal);
            var shown = lines.Skip(1).Count(line => !line.StartsWith("! ", StringComparison.Ordinal) && !line.StartsWith("… ", StringComparison.Ordinal));
            Assert.True(hasNotice || shown >= items, $"{items - shown} items are left out without a word:\n{answer}");
            if (hasNotice)
                Assert.True(shown < items * 2 || items == int.MaxValue, $"A notice, but all is there:\n{answer}");
            full += hasNotice ? 0 : 1;
            cut += hasNotice ? 1 : 0;
        }

        Assert.True(full > 0, "Nothing was shown in full.");
        Assert.True(cut > 0 || seed is 6 or 7, "Nothing was cut.");
    }

    private static SourceFile Pick(CodeSnapshot snapshot, Random random) => Pick([.. SourceFiles.All(snapshot).Where(file => file.Path.Contains('/'))], random);

    private static T? Pick<T>(T[] values, Random random) => values.Length == 0 ? default : values[random.Next(values.Length)];
}
