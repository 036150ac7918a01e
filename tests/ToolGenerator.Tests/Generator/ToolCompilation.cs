using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Generator;

/// <summary>Compilations of tool sets by the generator, in the oldest language version that a supported framework starts with.</summary>
internal static class ToolCompilation
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    /// <summary>Other versions of a referenced assembly are no warnings under the SDK either.</summary>
    private static readonly CSharpCompilationOptions Options = AnalyzerCompilation.Options.WithSpecificDiagnosticOptions(
        [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress), KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress)]);

    public static CSharpCompilation Create(string source, bool withKernel = true) => CSharpCompilation.Create(
        "Tools",
        [Parse(AnalyzerCompilation.GlobalUsings, "Usings.cs"), Parse(source, "Tools.cs")],
        withKernel ? AnalyzerCompilation.References : AnalyzerCompilation.References.Except([AnalyzerCompilation.KernelCore]),
        Options);

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ToolSetGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated files. Everything must compile, the generated code with it.</summary>
    public static IReadOnlyDictionary<string, string> Generate(string source, bool withKernel = true)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Create(source, withKernel), out var compilation, out _, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        return driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
    }
}
