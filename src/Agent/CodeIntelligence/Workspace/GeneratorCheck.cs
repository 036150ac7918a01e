using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>
/// Finds generators that did not load or that threw. A solution keeps silent about them: the code that they should have written is just missing.
/// </summary>
internal static class GeneratorCheck
{
    private static readonly string[] Frameworks = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref", "Microsoft.WindowsDesktop.App.Ref"];

    /// <summary>The notes about one project; its generators are run for it.</summary>
    public static async Task<ImmutableArray<HealthNote>> RunAsync(Project project, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, string> problems = new(StringComparer.Ordinal);
        var generators = project.AnalyzerReferences.Where(reference => !IsFrameworks(reference)).SelectMany(reference => Generators(reference, problems)).ToList();
        foreach (var (generator, problem) in await ThrewAsync(project, generators, cancellationToken).ConfigureAwait(false))
        {
            problems[generator] = problem;
        }

        var name = Health.NameOf(project);
        return [.. problems.OrderBy(problem => problem.Key, StringComparer.Ordinal).Select(problem => new HealthNote(
            name,
            HealthKind.GeneratorFailed,
            $"The generator {problem.Key} of {name} {problem.Value}, so code that it generates seems to be missing; mend it or rebuild it with dotnet build."))];
    }

    private static ImmutableArray<ISourceGenerator> Generators(AnalyzerReference reference, ConcurrentDictionary<string, string> problems)
    {
        var generators = reference.GetGenerators(LanguageNames.CSharp);
        foreach (var failure in AnalyzerFailures.Of(reference))
        {
            problems[failure.TypeName ?? Path.GetFileName(reference.FullPath) ?? reference.Display] =
                failure.ErrorCode == AnalyzerLoadFailureEventArgs.FailureErrorCode.ReferencesNewerCompiler ? "needs a newer compiler than this one" : "could not be loaded";
        }

        return generators;
    }

    // They come with the framework, write code in few projects only, and would make every project be compiled just for this.
    private static bool IsFrameworks(AnalyzerReference reference) =>
        reference.FullPath is { } path && Array.Exists(Frameworks, name => path.Contains(name, StringComparison.Ordinal));

    // A generator that wrote something did not throw, as the driver drops all that one that threw has written.
    private static async Task<IEnumerable<(string Generator, string Problem)>> ThrewAsync(Project project, List<ISourceGenerator> generators, CancellationToken cancellationToken)
    {
        if (generators.Count == 0 || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return [];
        }

        List<SyntaxTree> generated = [];
        foreach (var document in await project.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false))
        {
            generated.Add((await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!);
        }

        var silent = generators.Where(generator => !generated.Exists(tree => tree.FilePath.Contains(Folder(generator), StringComparison.Ordinal))).ToList();
        if (silent.Count == 0)
        {
            return [];
        }

        var driver = CSharpGeneratorDriver.Create(silent, project.AnalyzerOptions.AdditionalFiles, (CSharpParseOptions?)project.ParseOptions, project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        return driver.RunGenerators(compilation.RemoveSyntaxTrees(generated), cancellationToken).GetRunResult().Results
            .Where(result => result.Exception is not null)
            .Select(result => (result.Generator.GetGeneratorType().FullName!, $"threw {result.Exception!.GetType().Name}"));
    }

    // The driver gives each generator's files a folder of the generator's name.
    private static string Folder(ISourceGenerator generator) =>
        Path.DirectorySeparatorChar + generator.GetGeneratorType().FullName! + Path.DirectorySeparatorChar;
}
