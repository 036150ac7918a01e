using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace Websopy.SemanticKernel.CodeBenchmarks.Checks;

/// <summary>This repository's own solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string SolutionPath => Path.Combine(Root, "Websopy.SemanticKernel.sln");

    /// <summary>Loads it, and compiles it once: what is measured afterwards is the work of a change.</summary>
    public static async Task<Solution> LoadWarmAsync(MSBuildWorkspace workspace)
    {
        var solution = await workspace.OpenSolutionAsync(SolutionPath);
        foreach (var project in solution.Projects)
            (await project.GetCompilationAsync())!.GetDiagnostics();
        return solution;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Websopy.SemanticKernel.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
