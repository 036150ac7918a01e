using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

/// <summary>Fixes in this repository's own projects, spoiled first.</summary>
public sealed class RealCodeFixesTests(RepositoryFixture repository)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_UsingsAddedToEveryFile_AreTakenAwayAgain()
    {
        var project = (await repository.SolutionAsync()).Projects.First(project => project.AssemblyName.EndsWith("ToolGenerator.CodeFixes", StringComparison.Ordinal));
        var solution = project.Solution;
        var documents = project.Documents.Where(document => !document.FilePath!.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        foreach (var document in documents)
            solution = solution.WithDocumentText(document.Id, (await document.GetTextAsync(Cancel)).Replace(0, 0, "using System.Net.Mail;\n"));
        var made = await CodeFixes.ApplyAsync(solution, "IDE0005", new FixInProject(project.Id), null, Cancel);
        Assert.True(made.Fixed >= documents.Count && made.Left == 0, $"{made}");
        foreach (var document in documents)
            Assert.Equal((await document.GetTextAsync(Cancel)).ToString(), (await made.Solution.GetDocument(document.Id)!.GetTextAsync(Cancel)).ToString());
    }

    [Fact]
    public async Task ApplyAsync_AnalyzerOfTheProject_IsRunAndItsFixMade()
    {
        // CA1852 comes from the analyzers that the SDK gives to the project, not from Roslyn's features.
        var project = (await repository.SolutionAsync()).Projects.First(project => project.AssemblyName == "KernelPlugin");
        var document = project.Documents.Single(document => document.Name == "Program.cs");
        var text = (await document.GetTextAsync(Cancel)).ToString();
        var spoiled = text.Replace("internal sealed class PrintingFilter", "internal class PrintingFilter", StringComparison.Ordinal);
        Assert.NotEqual(text, spoiled);
        var solution = project.Solution.WithDocumentText(document.Id, SourceText.From(spoiled));
        var made = await CodeFixes.ApplyAsync(solution, "CA1852", new FixInDocument(document.Id), null, Cancel);
        Assert.Equal(text, (await made.Solution.GetDocument(document.Id)!.GetTextAsync(Cancel)).ToString());
    }

    [Fact]
    public async Task RunAsync_FilesOfThisRepositorySpoiled_AreFormattedAsTheyWere()
    {
        var project = (await repository.SolutionAsync()).Projects.First(project => project.AssemblyName.EndsWith("ToolGenerator.CodeFixes", StringComparison.Ordinal));
        var documents = project.Documents.Where(document => !document.FilePath!.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.Same(project.Solution, await Formatting.RunAsync(project.Solution, documents.Select(document => document.Id), Cancel));
        var solution = project.Solution;
        foreach (var document in documents)
        {
            var text = (await document.GetTextAsync(Cancel)).ToString();
            solution = solution.WithDocumentText(document.Id, SourceText.From(text.Replace(" if (", " if  ( ", StringComparison.Ordinal).ReplaceLineEndings("\r\n").TrimEnd()));
        }

        var formatted = await Formatting.RunAsync(solution, documents.Select(document => document.Id), Cancel);
        foreach (var document in documents)
            Assert.Equal((await document.GetTextAsync(Cancel)).ToString(), (await formatted.GetDocument(document.Id)!.GetTextAsync(Cancel)).ToString());
    }
}
