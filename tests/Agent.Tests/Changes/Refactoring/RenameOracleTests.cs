using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

/// <summary>Compares renames in this repository with what the compiler says of every identifier before and after.</summary>
public sealed class RenameOracleTests(RepositoryFixture repository, ITestOutputHelper output)
{
    private const int Symbols = 200;
    private const string Fresh = "FreshName_";
    private static readonly string[] Projects = ["CodeFixes", "Contract.Tests", "AgentFramework.Tests", "Package.Tests", "ToolsProgram", "AotProgram", "QuickStart", "KernelPlugin", "TestKit"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_RandomSymbolsOfThisRepository_RenamesWhatBindsToThemAndNothingElse()
    {
        var solution = await repository.SolutionAsync();
        var random = new Random(200);
        ConcurrentBag<TimeSpan> renames = [];
        ConcurrentBag<string> refused = [];
        foreach (var name in Projects)
        {
            var project = solution.Projects.First(project => project.AssemblyName.EndsWith(name, StringComparison.Ordinal));
            var closure = Closure(solution, project, withDependents: name is "CodeFixes");
            var before = await Walk.OfAsync(solution, closure);
            var declared = before.Tokens.Where(token => token.Document.ProjectId == project.Id && token.IsDeclaration && IsOwn(solution.GetDocument(token.Document)!.FilePath!)).ToList();
            var wanted = name is "TestKit" or "CodeFixes" ? 5 : Math.Min(declared.Count / 2, 43);
            var symbols = Enumerable.Range(0, wanted).Select(_ => Carrier(declared[random.Next(declared.Count)].Symbol!)).ToList();
            await Parallel.ForEachAsync(symbols, Cancel, async (symbol, _) =>
            {
                var clock = Stopwatch.StartNew();
                try
                {
                    var after = await Rename.RunAsync(solution, symbol, Fresh, Cancel);
                    renames.Add(clock.Elapsed);
                    await before.AssertRenamedAsync(after, symbol);
                }
                catch (CodeException exception) when (exception.Kind == CodeErrorKind.InvalidArgument)
                {
                    // Names that a library gives, entry points, and elements of tuples; nothing else.
                    Assert.True(symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol { ContainingType.IsTupleType: true }, $"{symbol}: {exception.Message}");
                    refused.Add(symbol.Name);
                }
            });
        }

        var summary = $"{renames.Count} renamed, median {renames.Order().ElementAt(renames.Count / 2).TotalMilliseconds:F0} ms, longest {renames.Max().TotalMilliseconds:F0} ms; refused: {string.Join(", ", refused)}";
        output.WriteLine(summary);
        Assert.True(renames.Count >= Symbols && refused.Count < renames.Count / 4, summary);
    }

    /// <summary>A constructor is named by its type.</summary>
    private static ISymbol Carrier(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor } ? symbol.ContainingType : symbol;

    /// <summary>Written here, neither by a build nor in a package.</summary>
    private static bool IsOwn(string path) => Path.GetRelativePath(RepositoryFixture.Root, path).Split(Path.DirectorySeparatorChar) is var parts && !parts.Contains("obj") && !parts.Contains("..");

    [Fact]
    public async Task RunAsync_MemberThatAGeneratorWrites_IsRefused()
    {
        var project = (await repository.SolutionAsync()).Projects.First(project => project.AssemblyName.EndsWith("ToolsProgram", StringComparison.Ordinal));
        var symbol = (await project.GetCompilationAsync(Cancel))!.GetSymbolsWithName("AsAIFunctions", SymbolFilter.Member, Cancel).First();
        var exception = await Assert.ThrowsAsync<CodeException>(() => Rename.RunAsync(project.Solution, symbol, Fresh, Cancel));
        Assert.Equal(CodeErrorKind.InvalidArgument, exception.Kind);
        Assert.Contains("generated code", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The project in all flavours, with those that use it if they are few.</summary>
    private static List<ProjectId> Closure(Solution solution, Project project, bool withDependents)
    {
        var flavours = solution.Projects.Where(other => other.FilePath == project.FilePath).Select(other => other.Id).ToList();
        var graph = solution.GetProjectDependencyGraph();
        return withDependents ? [.. flavours.Concat(flavours.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)).Distinct()] : flavours;
    }

    private sealed record Named(DocumentId Document, int Start, string Text, ISymbol? Symbol, bool IsDeclaration);

    /// <summary>Every identifier of some projects with what it is bound to.</summary>
    private sealed class Walk(List<ProjectId> projects, List<Named> tokens, List<string> errors)
    {
        public List<Named> Tokens => tokens;

        private List<string> Errors => errors;

        public static async Task<Walk> OfAsync(Solution solution, List<ProjectId> projects)
        {
            List<Named> tokens = [];
            List<string> errors = [];
            foreach (var id in projects)
            {
                var compilation = (await solution.GetProject(id)!.GetCompilationAsync(Cancel))!;
                errors.AddRange(compilation.GetDiagnostics(Cancel).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree?.FilePath}"));
                foreach (var document in solution.GetProject(id)!.Documents)
                {
                    var root = (await document.GetSyntaxRootAsync(Cancel))!;
                    var model = compilation.GetSemanticModel(root.SyntaxTree);
                    foreach (var token in root.DescendantTokens(descendIntoTrivia: true).Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
                    {
                        var declared = model.GetDeclaredSymbol(token.Parent!, Cancel);
                        var info = declared is null ? model.GetSymbolInfo(token.Parent!, Cancel) : default;
                        tokens.Add(new(document.Id, token.SpanStart, token.ValueText, declared ?? info.Symbol ?? (info.CandidateSymbols.IsDefaultOrEmpty ? null : info.CandidateSymbols[0]), declared is not null));
                    }
                }
            }

            return new(projects, tokens, errors);
        }

        public async Task AssertRenamedAsync(Solution after, ISymbol symbol)
        {
            var now = await OfAsync(after, projects);
            Assert.Equal(Errors, now.Errors);
            Assert.Equal(tokens.Count, now.Tokens.Count);
            Dictionary<(string Path, int Start), int> moved = [];
            foreach (var (old, @new) in tokens.Zip(now.Tokens))
            {
                moved.TryAdd((after.GetDocument(old.Document)!.FilePath!, old.Start), @new.Start);
            }

            foreach (var (old, @new) in tokens.Zip(now.Tokens))
            {
                // Bound to the symbol before: renamed. Not renamed: the same text. In both cases bound to the same declaration.
                var named = old.Symbol is not null && old.Text.Length > 0 && symbol.Name.StartsWith(old.Text, StringComparison.Ordinal) && IsSame(old.Symbol, symbol);
                Assert.True(!named || @new.Text != old.Text, $"{symbol}: not renamed at {after.GetDocument(old.Document)!.Name} {old.Start}");
                Assert.True(@new.Text == old.Text || (@new.Text == Fresh && symbol.Name.StartsWith(old.Text, StringComparison.Ordinal)), $"{symbol}: {old.Text} became {@new.Text}");
                Assert.True(Places(old.Symbol, moved, symbol.Name) == Places(@new.Symbol, null, Fresh), $"{symbol}: {old.Text} was {old.Symbol} and is {@new.Symbol}");
            }

            Assert.Contains(now.Tokens, token => token.Text == Fresh);
        }

        private static bool IsSame(ISymbol one, ISymbol other) =>
            (one is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && other is INamedTypeSymbol ? constructor.ContainingType : one) is var named
            && Places(named, null, "") == Places(other, null, "") && named.Kind == other.Kind;

        private static string Places(ISymbol? symbol, Dictionary<(string Path, int Start), int>? moved, string name)
        {
            var original = (symbol as IMethodSymbol)?.ReducedFrom?.OriginalDefinition ?? symbol?.OriginalDefinition;
            if (original is null or INamespaceSymbol)
                return original is null ? "none" : "namespace";

            // What a generator writes moves as the names in it grow.
            if (original.Locations.All(location => location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true))
                return "generated " + (original.Name == name ? "" : original.Name);
            return string.Join(' ', original.Locations.Where(location => location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) != true).Select(location => location.SourceTree is { } tree
                ? $"{tree.FilePath}@{moved?.GetValueOrDefault((tree.FilePath, location.SourceSpan.Start), location.SourceSpan.Start) ?? location.SourceSpan.Start}"
                : original.ToDisplayString()).Order(StringComparer.Ordinal));
        }
    }
}
