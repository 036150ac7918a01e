using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;
using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

public sealed class DiagnosticPageTests
{
    // Their bad code is too long to be shown.
    private static readonly string[] Abbreviated = ["WSK013", "WSK027"];

    // What System.Text.Json's generator adds to the context of an example.
    private const string Context = """
        public partial class OrdersJson
        {
            public OrdersJson() : base(null) { }
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    public static IEnumerable<TheoryDataRow<string>> Ids => DiagnosticCatalog.All.Select(descriptor => new TheoryDataRow<string>(descriptor.Id));

    [Theory, MemberData(nameof(Ids))]
    public void Page_EachDiagnostic_HasTheForm(string id)
    {
        DiagnosticPage page = new(id);
        var descriptor = Find(id);

        Assert.Equal($"# {id}: {descriptor.Title}", page.Title);
        Assert.Equal(descriptor.DefaultSeverity.ToString(), page.Severity);
        Assert.Equal(["## What it says", "## Why it matters", "## Bad", "## Good", "## Code fix", "## Suppressing it"], page.Headings);
        Assert.Equal(IsFixable(id), page.Section("Code fix") != "None.");
        Assert.Equal(descriptor.DefaultSeverity == DiagnosticSeverity.Error, page.Section("Suppressing it").StartsWith("It is an error", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task BadExample_EachDiagnostic_IsSaidInTheWordsOfThePage(string id)
    {
        DiagnosticPage page = new(id);
        Assert.Equal(Abbreviated.Contains(id) ? 0 : 1, page.Examples("Bad").Count);
        var sources = Abbreviated.Contains(id) ? [Markup.Parse(DiagnosticCases.All.First(one => one.Id == id).Source).Source] : page.Examples("Bad");

        var found = await AnalyzeAsync(sources[0]);

        Assert.Equal([page.Message], found.Where(one => one.Id == id || one.Severity == DiagnosticSeverity.Error).Select(one => one.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task GoodExamples_EachDiagnostic_HaveNothingAgainstThem(string id)
    {
        DiagnosticPage page = new(id);
        Assert.NotEmpty(page.Examples("Good"));

        foreach (var example in page.Examples("Good")) Assert.Empty(await AnalyzeAsync(example));
    }

    [Fact]
    public void Index_Rows_AreTheCatalogue()
    {
        var rows = RepositoryFiles.Read("docs", "diagnostics", "README.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal));

        Assert.Equal(
            DiagnosticCatalog.All.Select(one => $"| [{one.Id}]({one.Id}.md) | {one.DefaultSeverity} | {one.Title} | {(IsFixable(one.Id) ? "yes" : "no")} |"),
            rows);
    }

    [Fact]
    public void Pages_Files_AreOfTheCatalogue()
    {
        var files = Directory.GetFiles(RepositoryFiles.PathOf("docs", "diagnostics"), "WSK*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(DiagnosticCatalog.All.Select(one => one.Id), files);
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string example)
    {
        var needsContext = example.Contains("partial class OrdersJson", StringComparison.Ordinal);
        CSharpCompilation compilation = AnalyzerCompilation.Of([example, AnalyzerCompilation.GlobalUsings, .. needsContext ? [Context] : Array.Empty<string>()]);
        Assert.Equal([], AnalyzerCompilation.Errors(compilation));
        return await AnalyzerCompilation.AnalyzeAsync(compilation);
    }

    private static DiagnosticDescriptor Find(string id) => DiagnosticCatalog.All.Single(descriptor => descriptor.Id == id);

    private static bool IsFixable(string id) => CodeFixRunner.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));
}
