using System.Collections.Concurrent;
using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Support;

/// <summary>Compiles source in memory against .NET, the Connector, and what it builds upon, and runs the analyzer over it.</summary>
internal static class AnalyzerCompilation
{
    /// <summary>A file with the using directives that short examples do without.</summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.ComponentModel.DataAnnotations;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.AI;
        global using Microsoft.SemanticKernel;
        global using Websopy.SemanticKernel;
        """;

    /// <summary>What makes functions and plugins for kernels.</summary>
    public static MetadataReference KernelCore { get; } = MetadataReference.CreateFromFile(typeof(KernelFunctionFactory).Assembly.Location);

    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        KernelCore,
        .. new[]
        {
            typeof(ToolSetAttribute), typeof(AIFunction), typeof(KernelFunctionAttribute),
            typeof(FromKeyedServicesAttribute), typeof(ILoggerFactory),
        }.Select(type => type.Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        // [AIParameterName] is experimental.
        specificDiagnosticOptions: [KeyValuePair.Create("MEAI001", ReportDiagnostic.Suppress)]);

    /// <summary>A compilation of some files.</summary>
    public static CSharpCompilation Of(params IEnumerable<string> sources) => CSharpCompilation.Create(
        "Sample",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{index}.cs")),
        References,
        Options);

    /// <summary>What the analyzer says, in the order of the source. An exception in it fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        // What the handler throws is lost, so that failures are gathered first.
        ConcurrentQueue<Exception> failures = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            (exception, _, _) => failures.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation
            .WithAnalyzers([new ToolSetAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(found => found.Location.SourceTree?.FilePath).ThenBy(found => found.Location.SourceSpan.Start).ThenBy(found => found.Id)];
    }

    /// <summary>The compiler's errors.</summary>
    public static IEnumerable<string> Errors(Compilation compilation) => compilation
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(found => found.Severity == DiagnosticSeverity.Error)
        .Select(found => found.ToString());
}
