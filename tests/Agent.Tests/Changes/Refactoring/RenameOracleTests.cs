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
        var (renamed, refused, spent) = (0, 0, TimeSpan.Zero);
        foreach (var name in Projects)
        {
            var project = solution.Projects.First(project => project.AssemblyName.EndsWith(name, StringComparison.Ordinal));
            var closure = Closure(solution, project, withDependents: name is "CodeFixes");
            var before = await Walk.OfAsync(solution, closure);
            var declared = before.Tokens.Where(token => token.Document.ProjectId == project.Id && token.IsDeclaration).ToList();
            var wanted = name is "TestKit" ? 10 : Math.Min(declared.Count / 2, 32);
            for (var i = 0; i < wanted; i++)
            {
                var symbol = declared[random.Next(declared.Count)].Symbol!;
                var clock = Stopwatch.StartNew();
                Solution after;
                try
                {
                    after = await Rename.RunAsync(solution, symbol, Fresh, Cancel);
                }
                catch (CodeException exception) when (exception.Kind == CodeErrorKind.InvalidArgument)
                {
                    Assert.True(symbol.IsOverride || symbol is IMethodSymbol or IPropertySymbol, $"{symbol}: {exception.Message}");
                    refused++;
                    continue;
                }

                spent += clock.Elapsed;
                renamed++;
                await before.AssertRenamedAsync(after, symbol);
            }
        }

        output.WriteLine($"{renamed} renamed in {spent.TotalSeconds:F1} s, {refused} refused");
        Assert.True(renamed >= Symbols && refused < renamed / 4, $"{renamed} renamed, {refused} refused");
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
                        var info = model.GetSymbolInfo(token.Parent!, Cancel);
                        tokens.Add(new(document.Id, token.SpanStart, token.ValueText, declared ?? info.Symbol ?? info.CandidateSymbols.FirstOrDefault(), declared is not null));
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
                Assert.True(Places(old.Symbol, moved) == Places(@new.Symbol, null), $"{symbol}: {old.Text} was {old.Symbol} and is {@new.Symbol}");
            }

            Assert.Contains(now.Tokens, token => token.Text == Fresh);
        }

        private static bool IsSame(ISymbol one, ISymbol other) =>
            (one is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && other is INamedTypeSymbol ? constructor.ContainingType : one) is var named
            && Places(named, null) == Places(other, null) && named.Kind == other.Kind;

        private static string Places(ISymbol? symbol, Dictionary<(string Path, int Start), int>? moved)
        {
            var original = (symbol as IMethodSymbol)?.ReducedFrom?.OriginalDefinition ?? symbol?.OriginalDefinition;
            if (original is null or INamespaceSymbol)
                return original is null ? "none" : "namespace";
            return string.Join(' ', original.Locations.Select(location => location.SourceTree is { } tree
                ? $"{tree.FilePath}@{moved?.GetValueOrDefault((tree.FilePath, location.SourceSpan.Start), location.SourceSpan.Start) ?? location.SourceSpan.Start}"
                : original.ToDisplayString()).Order(StringComparer.Ordinal));
        }
    }
}
