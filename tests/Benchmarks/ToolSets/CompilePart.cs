using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.ToolGenerator;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>What the generator and its analyzer take of a compilation with five hundred tools, in a compiler that is warm.</summary>
internal static class CompilePart
{
    private const int WarmUps = 3;

    /// <summary>The assemblies of this program: Semantic Kernel is among them, so plugins are made as well.</summary>
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static async Task RunAsync(bool quick)
    {
        Bar.Print(await RunAsync(isBare: false, "methods of ten lines", quick));
        await RunAsync(isBare: true, "methods of two lines", quick);
    }

    private static async Task<Bar> RunAsync(bool isBare, string title, bool quick)
    {
        var rounds = quick ? 3 : 11;
        var samples = new List<CompileTimes>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var times = await MeasureAsync(isBare, round);
            if (round >= 0) samples.Add(times);
        }

        Console.WriteLine($"## tools: a compilation of {CompiledProject.Sets} sets of {CompiledProject.ToolsOfSet} tools, {title}, {rounds} rounds\n");
        return Print(samples);
    }

    private static async Task<CompileTimes> MeasureAsync(bool isBare, int round)
    {
        GC.Collect();
        var (without, _) = Time(() => Emit(Parse(isBare)));

        GC.Collect();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new ToolSetGenerator());
        Compilation? compilation = null;
        var (whole, generated) = Time(() =>
        {
            compilation = Parse(isBare);
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
            return Emit(generated);
        });
        var generator = driver.GetTimingInfo().ElapsedTime;

        var edited = compilation!.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), CSharpSyntaxTree.ParseText(CompiledProject.OtherFile(round + WarmUps + 1)));
        var (edit, _) = Time(() => driver = driver.RunGenerators(edited));
        return new(without, whole, generator, edit, await AnalyzeAsync(generated));
    }

    private static CSharpCompilation Parse(bool isBare) => CSharpCompilation.Create(
        "Project",
        CompiledProject.Files(isBare).Append(CompiledProject.OtherFile(0)).Select(file => CSharpSyntaxTree.ParseText(file)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static Compilation Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? compilation : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static async Task<TimeSpan> AnalyzeAsync(Compilation compilation)
    {
        var analyzer = new ToolSetAnalyzer();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        var fresh = compilation.Clone(); // whatever the emission knows of it would be for free
        var analysis = new CompilationWithAnalyzers(fresh, ImmutableArray.Create<DiagnosticAnalyzer>(analyzer), options);
        await analysis.GetAnalysisResultAsync(CancellationToken.None);
        return (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
    }

    private static (TimeSpan Time, T Result) Time<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(start), result);
    }

    private static Bar Print(List<CompileTimes> samples)
    {
        var whole = Best(samples, times => times.Whole);
        var generator = Best(samples, times => times.Generator);
        var table = new MarkdownTable("", "ms", "share of the whole");
        table.Add("without the generator", Figures(Best(samples, times => times.Without), whole));
        table.Add("with it, the whole", Figures(whole, whole));
        table.Add("of that, the generator", Figures(generator, whole));
        table.Add("the analyzer, besides", Figures(Best(samples, times => times.Analyzer), whole));
        table.Add("the generator, after an edit elsewhere", Figures(Best(samples, times => times.Edit), whole));
        table.Print();
        return new("generator, percent of the compilation", 100 * generator / whole, 10);
    }

    private static string[] Figures(double milliseconds, double whole) =>
        [MarkdownTable.Number(milliseconds, "0.0"), MarkdownTable.Number(100 * milliseconds / whole, "0.0") + " %"];

    private static double Best(List<CompileTimes> samples, Func<CompileTimes, TimeSpan> figure) =>
        samples.Min(times => figure(times).TotalMilliseconds);

    private readonly record struct CompileTimes(TimeSpan Without, TimeSpan Whole, TimeSpan Generator, TimeSpan Edit, TimeSpan Analyzer);
}
