using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

[assembly: AssemblyFixture(typeof(Websopy.SemanticKernel.Agent.Tests.RepositoryFixture))]

namespace Websopy.SemanticKernel.Agent.Tests;

/// <summary>This repository's own solution, loaded once for all tests that ask for it.</summary>
public sealed class RepositoryFixture : IAsyncDisposable
{
    private readonly MSBuildWorkspace _workspace = MSBuildWorkspace.Create();
    private readonly Lazy<Task<Solution>> _solution;

    public RepositoryFixture() => _solution = new(() => _workspace.OpenSolutionAsync(SolutionPath));

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string SolutionPath => Path.Combine(Root, "Websopy.SemanticKernel.sln");

    /// <summary>Every project in every flavour, generators included.</summary>
    public Task<Solution> SolutionAsync() => _solution.Value;

    public async ValueTask DisposeAsync()
    {
        if (_solution.IsValueCreated)
            await _solution.Value;
        _workspace.Dispose();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Websopy.SemanticKernel.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
