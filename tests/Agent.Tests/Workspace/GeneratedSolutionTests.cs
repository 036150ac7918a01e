using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.Agent.Tests.Scale;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class GeneratedSolutionTests(ITestOutputHelper output)
{
    [Fact]
    public async Task CreateInMemory_Small_CompilesWithoutErrors()
    {
        using var workspace = new GeneratedSolution(4, 70).CreateInMemory();
        foreach (var project in workspace.CurrentSolution.Projects)
        {
            var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
            Assert.Empty(compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        Assert.Equal(70, workspace.CurrentSolution.Projects.SelectMany(project => project.Documents).Count(document => document.Name != "GlobalUsings.cs"));
    }

    [Fact]
    public void Constructor_SameSize_SameFiles()
    {
        var first = new GeneratedSolution(3, 40);
        var second = new GeneratedSolution(3, 40);
        Assert.Equal(first.Projects.SelectMany(project => project.Files), second.Projects.SelectMany(project => project.Files));
    }

    [Fact]
    public async Task WriteAsync_Small_OpensWithoutErrors()
    {
        using var folder = new TemporaryFolder();
        await new GeneratedSolution(2, 20).WriteAsync(folder.Solution, TestContext.Current.CancellationToken);
        await folder.RestoreAsync(GeneratedSolution.SolutionFile(folder.Solution), TestContext.Current.CancellationToken);

        await using var workspace = await CodeWorkspace.OpenAsync(folder.Solution, folder.State, TimeProvider.System, TestContext.Current.CancellationToken);
        var snapshot = await workspace.WhenLoadedAsync(TestContext.Current.CancellationToken);

        Assert.Empty(snapshot.Health);
        Assert.Equal(20, snapshot.Syntax.Trees.Count);
        await WorkspaceAssert.NoErrorsAsync(snapshot.RequireSolution());
    }

    /// <summary>Measures; run it alone: -explicit only.</summary>
    [Fact(Explicit = true)]
    public async Task OpenAsync_HundredProjects_Measured()
    {
        using var folder = new TemporaryFolder();
        await new GeneratedSolution(100, 5000).WriteAsync(folder.Solution, TestContext.Current.CancellationToken);
        await folder.RestoreAsync(GeneratedSolution.SolutionFile(folder.Solution), TestContext.Current.CancellationToken);
        await MeasureAsync(folder.Solution, folder.State);
    }

    /// <summary>Measures; run it alone: -explicit only.</summary>
    [Fact(Explicit = true)]
    public async Task OpenAsync_ThisRepository_Measured()
    {
        using var folder = new TemporaryFolder();
        await MeasureAsync(RepositoryFixture.SolutionPath, folder.State);
    }

    private async Task MeasureAsync(string path, string state)
    {
        for (var opening = 1; opening <= 3; opening++)
        {
            using var process = Process.GetCurrentProcess();
            var watch = Stopwatch.StartNew();
            var processor = process.TotalProcessorTime;
            await using var workspace = await CodeWorkspace.OpenAsync(path, state, TimeProvider.System, TestContext.Current.CancellationToken);
            output.WriteLine($"opening {opening}: {workspace.Current.Syntax.Trees.Count} files of syntax after {watch.ElapsedMilliseconds} ms");
            var snapshot = await workspace.WhenLoadedAsync(TestContext.Current.CancellationToken);
            process.Refresh();
            output.WriteLine($"opening {opening}: {snapshot.RequireSolution().ProjectIds.Count} projects after {watch.ElapsedMilliseconds} ms, {(process.TotalProcessorTime - processor).TotalMilliseconds:F0} ms of this process's processor time; MSBuild asked {workspace.Loads} times");
            Assert.Equal(opening == 1 ? 1 : 0, workspace.Loads);
        }
    }
}
