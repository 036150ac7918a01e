using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>Compiles programs against the framework that this process runs on. Keeps what it has read of the framework.</summary>
internal sealed class ScriptCompiler
{
    private const int MaxReportedErrors = 20;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly string[] Usings =
    [
        "System", "System.Collections.Concurrent", "System.Collections.Generic", "System.Diagnostics", "System.Globalization", "System.IO", "System.Linq",
        "System.Numerics", "System.Reflection", "System.Text", "System.Text.Json", "System.Text.RegularExpressions", "System.Threading", "System.Threading.Tasks",
    ];

    private readonly Lazy<CSharpCompilation> _empty = new(CreateEmpty);

    /// <summary>Compiles a script's text.</summary>
    /// <exception cref="CodeException">It does not compile; the message gives lines of the text as it was handed over.</exception>
    public CompiledScript Compile(string code, CancellationToken cancellationToken) =>
        Compile("script", [CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, "script.cs", cancellationToken)], cancellationToken);

    /// <summary>Compiles a program of several files.</summary>
    public CompiledScript Compile(string name, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var compilation = _empty.Value.WithAssemblyName(name).AddSyntaxTrees(trees);
        using MemoryStream assembly = new(), symbols = new();
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellationToken);
        return result.Success ? new CompiledScript(assembly.ToArray(), symbols.ToArray()) : throw new CodeException(CodeErrorKind.CompileErrors, Describe(result.Diagnostics));
    }

    /// <summary>Parses a file of such a program.</summary>
    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions, path);

    private static CSharpCompilation CreateEmpty()
    {
        var references = Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Where(IsManaged).Select(path => MetadataReference.CreateFromFile(path));
        var usings = string.Concat(Usings.Select(space => $"global using {space};\n"));
        CSharpCompilationOptions options = new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Annotations, concurrentBuild: true);
        return CSharpCompilation.Create("empty", [Parse(usings, "usings.cs")], references, options);
    }

    private static bool IsManaged(string path)
    {
        using var file = File.OpenRead(path);
        using System.Reflection.PortableExecutable.PEReader reader = new(file);
        return reader.HasMetadata;
    }

    private static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(error => error.Location.SourceSpan.Start).ToList();
        StringBuilder text = new("The script does not compile; it was not run.");
        foreach (var error in errors.Take(MaxReportedErrors))
        {
            var position = error.Location.GetLineSpan().StartLinePosition;
            text.Append(CultureInfo.InvariantCulture, $"\nline {position.Line + 1}, column {position.Character + 1}: {error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}");
        }

        if (errors.Count > MaxReportedErrors)
            text.Append(CultureInfo.InvariantCulture, $"\nand {errors.Count - MaxReportedErrors} more");
        return text.ToString();
    }
}

/// <summary>A program as bytes, with the symbols that give its exceptions line numbers.</summary>
internal sealed record CompiledScript(byte[] Assembly, byte[] Symbols);
