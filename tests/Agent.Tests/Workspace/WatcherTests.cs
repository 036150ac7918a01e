using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class WatcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WatcherTests()
    {
        _folder.WriteProject("A", properties: "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>");
        _folder.WriteProject("B", "<ProjectReference Include=\"../A/A.csproj\" />", code: "public class B : A.AType;");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Watcher_FileWritten_ChangesAllFlavours()
    {
        await using var workspace = await OpenAsync();
        await File.WriteAllTextAsync(_folder["A/AType.cs"], "namespace A; public class AType { public int Written; }", Cancellation);
        var snapshot = await WorkspaceAssert.EventuallyAsync(workspace, current => Has(current, "A/AType.cs", "Written"));
        var documents = Flavours.All(snapshot.RequireSolution(), _folder["A/AType.cs"]);
        Assert.Equal(2, documents.Length);
        foreach (var document in documents)
        {
            Assert.Contains("Written", (await document.GetTextAsync(Cancellation)).ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(1, workspace.Loads);
    }

    [Fact]
    public async Task Watcher_SavedByRename_IsSeen()
    {
        await using var workspace = await OpenAsync();
        var temporary = _folder.Write("A/.AType.cs.swp", "namespace A; public class AType { public int Renamed; }");
        File.Move(temporary, _folder["A/AType.cs"], overwrite: true);
        await WorkspaceAssert.EventuallyAsync(workspace, current => Has(current, "A/AType.cs", "Renamed"));
    }

    [Fact]
    public async Task Watcher_FileAddedAndDeleted_JoinsAndLeavesItsProject()
    {
        await using var workspace = await OpenAsync();
        var path = _folder.Write("A/Deep/New.cs", "namespace A; public class New;");
        var snapshot = await WorkspaceAssert.EventuallyAsync(workspace, current => current.RequireSolution().GetDocumentIdsWithFilePath(path).Length == 2);
        Assert.Contains("A/Deep/New.cs", snapshot.Syntax.Trees.Keys);
        Assert.Equal(["Deep"], Flavours.Choose(snapshot.RequireSolution(), path)!.Folders);
        Assert.Equal(1, workspace.Loads);

        File.Delete(path);
        snapshot = await WorkspaceAssert.EventuallyAsync(workspace, current => !current.Syntax.Trees.ContainsKey("A/Deep/New.cs"));
        Assert.Empty(snapshot.RequireSolution().GetDocumentIdsWithFilePath(path));
    }

    [Fact]
    public async Task Watcher_FileThatTheProjectRemoves_LeavesAgainOnceMSBuildHasSpoken()
    {
        _folder.WriteProject("A", "<Compile Remove=\"Templates/**\" />");
        await using var workspace = await OpenAsync();
        _folder.Write("A/Templates/Template.cs", "this is no code");
        _folder.Write("A/Kept.cs", "namespace A; public class Kept;");
        await workspace.RefreshAsync(Cancellation);
        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        Assert.Empty(snapshot.RequireSolution().GetDocumentIdsWithFilePath(_folder["A/Templates/Template.cs"]));
        Assert.Single(snapshot.RequireSolution().GetDocumentIdsWithFilePath(_folder["A/Kept.cs"]));
        Assert.Equal(2, workspace.Loads);
        await WorkspaceAssert.NoErrorsAsync(snapshot.RequireSolution());
    }

    [Fact]
    public async Task Watcher_Storm_EndsAsTheDiskIs()
    {
        await using var workspace = await OpenAsync();
        for (var round = 0; round < 5; round++)
        {
            for (var file = 0; file < 200; file++)
            {
                _folder.Write($"A/Storm/File{file}.cs", $"namespace A; public class File{file} {{ public int Round{round}; }}");
            }
        }

        for (var file = 100; file < 200; file++)
        {
            File.Delete(_folder[$"A/Storm/File{file}.cs"]);
        }

        var snapshot = await WorkspaceAssert.EventuallyAsync(workspace, current =>
            current.Syntax.Trees.Keys.Count(name => name.StartsWith("A/Storm/", StringComparison.Ordinal)) == 100
            && Enumerable.Range(0, 100).All(file => Has(current, $"A/Storm/File{file}.cs", "Round4")));
        await WorkspaceAssert.NoErrorsAsync(snapshot.RequireSolution());
    }

    [Fact]
    public async Task Watcher_ProjectFileChanged_IsLoadedAndOthersAreKept()
    {
        await using var workspace = await OpenAsync();
        var before = workspace.Current.RequireSolution();
        var kept = Assert.Single(before.Projects, project => project.Name == "A(net10.0-windows)");
        var compilation = await kept.GetCompilationAsync(Cancellation);
        _folder.WriteProject("B", "<ProjectReference Include=\"../A/A.csproj\" />", "<DefineConstants>$(DefineConstants);EXTRA</DefineConstants>", "public class B : A.AType;");
        await workspace.RefreshAsync(Cancellation);
        Assert.Contains(workspace.Current.Health, note => note.Kind == HealthKind.Loading);

        var after = (await workspace.WhenLoadedAsync(Cancellation)).RequireSolution();

        Assert.Contains("EXTRA", after.Projects.Single(project => project.Name == "B").ParseOptions!.PreprocessorSymbolNames);
        Assert.Equal(before.Projects.Single(project => project.Name == "B").Id, after.Projects.Single(project => project.Name == "B").Id);
        Assert.Same(compilation, await after.GetProject(kept.Id)!.GetCompilationAsync(Cancellation));
        await WorkspaceAssert.NoErrorsAsync(after);
    }

    [Fact]
    public async Task Watcher_ReferencedProjectChanged_DependentsStillReferToIt()
    {
        await using var workspace = await OpenAsync();
        _folder.WriteProject("A", properties: "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DefineConstants>$(DefineConstants);EXTRA</DefineConstants>");
        await workspace.RefreshAsync(Cancellation);
        await WorkspaceAssert.NoErrorsAsync((await workspace.WhenLoadedAsync(Cancellation)).RequireSolution());
        Assert.Equal(2, workspace.Loads);
    }

    [Fact]
    public async Task Watcher_ProjectFileBroken_KeepsTheProjectAndSaysSoUntilMended()
    {
        await using var workspace = await OpenAsync();
        var good = await File.ReadAllTextAsync(_folder["A/A.csproj"], Cancellation);
        await File.WriteAllTextAsync(_folder["A/A.csproj"], good[..^10], Cancellation);
        await workspace.RefreshAsync(Cancellation);
        var broken = await workspace.WhenLoadedAsync(Cancellation);
        Assert.Contains(broken.Health, note => note is { Project: "A", Kind: HealthKind.ProjectFailed });
        await WorkspaceAssert.NoErrorsAsync(broken.RequireSolution());

        await File.WriteAllTextAsync(_folder["A/A.csproj"], good, Cancellation);
        await workspace.RefreshAsync(Cancellation);
        var mended = await workspace.WhenLoadedAsync(Cancellation);
        Assert.DoesNotContain(mended.Health, note => note.Kind == HealthKind.ProjectFailed);
        await WorkspaceAssert.NoErrorsAsync(mended.RequireSolution());
    }

    [Fact]
    public async Task RefreshAsync_WhileLoading_ReachesTheLoadedProjects()
    {
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        _folder.Write("A/AType.cs", "namespace A; public class AType { public int During; }");
        _folder.Write("A/During.cs", "namespace A; public class During;");
        var early = await workspace.RefreshAsync(Cancellation);
        Assert.Null(early.Solution);
        Assert.True(Has(early, "A/AType.cs", "During"));

        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        foreach (var project in snapshot.RequireSolution().Projects.Where(project => project.Name.StartsWith('A')))
        {
            var compilation = await project.GetCompilationAsync(Cancellation);
            Assert.NotNull(compilation!.GetTypeByMetadataName("A.During"));
            Assert.NotEmpty(compilation.GetTypeByMetadataName("A.AType")!.GetMembers("During"));
        }
    }

    private async Task<CodeWorkspace> OpenAsync()
    {
        var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        await workspace.WhenLoadedAsync(Cancellation);
        return workspace;
    }

    private static bool Has(CodeSnapshot snapshot, string name, string text) =>
        snapshot.Syntax.Trees.TryGetValue(name, out var tree) && tree.ToString().Contains(text, StringComparison.Ordinal);
}
