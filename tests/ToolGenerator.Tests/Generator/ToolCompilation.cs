using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Generator;

/// <summary>Compilations of tool sets against the reference assemblies, as a user's compiler sees them.</summary>
internal static class ToolCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] Libraries =
    [
        .. new[] { typeof(ToolSetAttribute), typeof(AIFunction), typeof(KernelFunction), typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection), typeof(Microsoft.Extensions.Logging.ILogger) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    /// <summary>A later version of a referenced assembly is no warning there either.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> AsTheSdk = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private static readonly MetadataReference KernelCore = MetadataReference.CreateFromFile(typeof(KernelPluginFactory).Assembly.Location);

    public static CSharpCompilation Create(string source, bool withKernel = true) => CSharpCompilation.Create(
        "Tools",
        [Parse("global using System; global using System.Collections.Generic; global using System.ComponentModel; global using System.Threading; global using System.Threading.Tasks; global using Microsoft.Extensions.AI; global using Websopy.SemanticKernel;", "Usings.cs"), Parse(source, "Tools.cs")],
        [.. Net100.References.All, .. Libraries, .. withKernel ? [KernelCore] : Array.Empty<MetadataReference>()],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: AsTheSdk));

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
