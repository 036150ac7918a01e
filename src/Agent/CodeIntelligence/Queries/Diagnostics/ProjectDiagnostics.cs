using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Diagnostics;

/// <summary>The diagnostics of one flavour of a project, or of some of its files.</summary>
internal static class ProjectDiagnostics
{
    /// <param name="project">The flavour. Its generators run, as for every compilation.</param>
    /// <param name="paths">Only these files, absolute; null for all, and for what is in no file.</param>
    /// <param name="withAnalyzers">Whether analyzers run, and what generators report is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ImmutableArray<Diagnostic>> OfAsync(Project project, IReadOnlySet<string>? paths, bool withAnalyzers, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return [];
        }

        SyntaxTree[]? trees = paths is null ? null : [.. compilation.SyntaxTrees.Where(tree => paths.Contains(tree.FilePath))];
        if (trees is [])
        {
            return [];
        }

        var found = trees is null
            ? compilation.GetDiagnostics(cancellationToken)
            : [.. trees.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancellationToken))];
        if (withAnalyzers)
        {
            found = [.. found, .. await OfAnalyzersAsync(project, compilation, trees, cancellationToken).ConfigureAwait(false)];
            found = [.. found, .. (await OfGeneratorsAsync(project, compilation, cancellationToken).ConfigureAwait(false))
                .Where(diagnostic => paths is null || diagnostic.Location.SourceTree is { } tree && paths.Contains(tree.FilePath))];
        }

        return [.. found.Where(diagnostic => !diagnostic.IsSuppressed)];
    }

    private static async Task<ImmutableArray<Diagnostic>> OfAnalyzersAsync(Project project, Compilation compilation, SyntaxTree[]? trees, CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(project.Language))];
        if (analyzers.IsEmpty)
        {
            return [];
        }

        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        var analysis = compilation.WithAnalyzers(analyzers, options);
        if (trees is null)
        {
            return await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        }

        List<Diagnostic> found = [];
        foreach (var tree in trees)
        {
            found.AddRange(await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken).ConfigureAwait(false));
            found.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellationToken).ConfigureAwait(false));
        }

        return [.. found];
    }

    /// <summary>What generators report. The workspace keeps their files but not their diagnostics, so they run once more.</summary>
    private static async Task<ImmutableArray<Diagnostic>> OfGeneratorsAsync(Project project, Compilation compilation, CancellationToken cancellationToken)
    {
        ISourceGenerator[] generators = [.. project.AnalyzerReferences.SelectMany(reference => reference.GetGenerators(project.Language))];
        if (generators.Length == 0 || project.ParseOptions is not CSharpParseOptions parse)
        {
            return [];
        }

        var generated = (await project.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false)).ToArray();
        List<SyntaxTree> trees = [];
        foreach (var document in generated)
        {
            if (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree && compilation.ContainsSyntaxTree(tree))
            {
                trees.Add(tree);
            }
        }

        var options = project.AnalyzerOptions;
        var driver = CSharpGeneratorDriver.Create(generators, options.AdditionalFiles, parse, options.AnalyzerConfigOptionsProvider)
            .RunGenerators(compilation.RemoveSyntaxTrees(trees), cancellationToken);

        // A severity that the project sets is applied to what the compiler and analyzers report, and here by the driver.
        return driver.GetRunResult().Diagnostics;
    }
}
