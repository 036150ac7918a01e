using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>A source file that is compiled while the tests run.</summary>
internal sealed record SourceFile(string Name, string Text);

/// <summary>Compiles classes together with what the generator makes of them, into an assembly of this process.</summary>
internal static class ToolCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    /// <summary>What the tests themselves run on, so that the result can be loaded.</summary>
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList());

    /// <summary>Compiles and loads.</summary>
    /// <exception cref="InvalidOperationException">The sources, or what is generated of them, do not compile.</exception>
    public static System.Reflection.Assembly Load(IEnumerable<SourceFile> files)
    {
        var compilation = Generate(files);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success) throw new InvalidOperationException("The tool sets do not compile:\n" + string.Join("\n", Errors(emitted.Diagnostics).Take(30)));
        image.Position = 0;
        return new AssemblyLoadContext("tool sets").LoadFromStream(image);
    }

    /// <summary>The compilation, without what the generator makes of it.</summary>
    public static CSharpCompilation Compile(IEnumerable<SourceFile> files) => CSharpCompilation.Create(
        "ToolSets",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Name)),
        References.Value,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Debug, allowUnsafe: true,
            specificDiagnosticOptions: [new("MEAI001", ReportDiagnostic.Suppress)]));

    private static Compilation Generate(IEnumerable<SourceFile> files)
    {
        CSharpGeneratorDriver.Create(new ToolSetGenerator()).WithUpdatedParseOptions(ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Compile(files), out var generated, out var diagnostics, TestContext.Current.CancellationToken);
        return diagnostics.IsEmpty ? generated : throw new InvalidOperationException("The generator failed:\n" + string.Join("\n", diagnostics));
    }

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
