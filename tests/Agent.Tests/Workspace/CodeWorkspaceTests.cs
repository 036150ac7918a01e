using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class CodeWorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_ThisRepository_AnswersFromSyntaxThenLoadsWithoutErrors()
    {
        await using var workspace = await CodeWorkspace.OpenAsync(RepositoryFixture.SolutionPath, _folder.State, TimeProvider.System, Cancellation);
        Assert.Contains("src/Agent/CodeIntelligence/Workspace/CodeWorkspace.cs", workspace.Current.Syntax.Trees.Keys);
        Assert.Equal(HealthKind.Loading, Assert.Single(workspace.Current.Health).Kind);
        Assert.Equal(CodeErrorKind.NotLoaded, Assert.Throws<CodeException>(workspace.Current.RequireSolution).Kind);

        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        var solution = snapshot.RequireSolution();
        Assert.DoesNotContain(snapshot.Health, note => note.Kind is not HealthKind.GeneratorFailed);
        Assert.Contains(solution.Projects, project => project.Name == "Websopy.SemanticKernel.Connector(net8.0)");
        Assert.Contains(solution.Projects, project => project.Name == "Websopy.SemanticKernel.Connector(net10.0)");
        await WorkspaceAssert.NoErrorsAsync(solution);
        Assert.Empty((await workspace.WhenCheckedAsync(Cancellation)).Health);
    }

    [Fact]
    public async Task OpenAsync_StateInsideTheSolution_IsRefused()
    {
        _folder.WriteProject("A");
        var exception = await Assert.ThrowsAsync<CodeException>(() => CodeWorkspace.OpenAsync(_folder.Solution, _folder["state"], TimeProvider.System, Cancellation));
        Assert.Equal(CodeErrorKind.InvalidArgument, exception.Kind);
    }

    [Fact]
    public async Task OpenAsync_Cancelled_Throws()
    {
        _folder.WriteProject("A");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, cancelled.Token));
    }

    [Fact]
    public async Task OpenAsync_ProjectOutsideTheFolder_IsLoaded()
    {
        _folder.WriteProject("Outside");
        _folder.WriteProject("In", "<ProjectReference Include=\"../Outside/Outside.csproj\" />", code: "public class Inner : Outside.OutsideType;");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder["In/In.csproj"], _folder.State, TimeProvider.System, Cancellation);
        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        Assert.Equal(_folder["In"], snapshot.Folder.Root);
        Assert.Equal(["InType.cs"], snapshot.Syntax.Trees.Keys);
        Assert.Equal(2, snapshot.RequireSolution().ProjectIds.Count);
        await WorkspaceAssert.NoErrorsAsync(snapshot.RequireSolution());
    }

    [Fact]
    public async Task DisposeAsync_WhileLoading_StopsAndIsRepeatable()
    {
        _folder.WriteProject("A");
        var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var waiting = workspace.WhenLoadedAsync(Cancellation);
        await workspace.DisposeAsync();
        await workspace.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => workspace.RefreshAsync(Cancellation));
        Assert.Empty(Directory.EnumerateFiles(_folder.State));
    }

    [Fact]
    public async Task WhenLoadedAsync_Cancelled_ThrowsAndGoesOnLoading()
    {
        _folder.WriteProject("A");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        using var impatient = new CancellationTokenSource();
        var waiting = workspace.WhenLoadedAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.NotNull((await workspace.WhenLoadedAsync(Cancellation)).Solution);
    }

    [Fact]
    public async Task ApplyCommittedAsync_ForkOfTheCurrentSolution_IsTakenAsItIs()
    {
        _folder.WriteProject("A");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var basis = await workspace.WhenLoadedAsync(Cancellation);
        var path = _folder["A/AType.cs"];
        var id = Assert.Single(basis.RequireSolution().GetDocumentIdsWithFilePath(path));
        var committed = basis.RequireSolution().WithDocumentText(id, SourceText.From("public class Changed;"));
        await File.WriteAllTextAsync(path, "public class Changed;", Cancellation);

        var after = await workspace.ApplyCommittedAsync(basis, committed, [path], Cancellation);

        Assert.Same(committed, after.Solution);
        Assert.Contains("Changed", after.Syntax.Trees["A/AType.cs"].ToString(), StringComparison.Ordinal);

        // The scan reads the same text and changes nothing.
        var scanned = await workspace.RefreshAsync(Cancellation);
        Assert.Same(after.Syntax.Trees["A/AType.cs"], scanned.Syntax.Trees["A/AType.cs"]);
        Assert.Equal(await committed.GetDocument(id)!.GetTextVersionAsync(Cancellation), await scanned.RequireSolution().GetDocument(id)!.GetTextVersionAsync(Cancellation));
        Assert.Equal(1, workspace.Loads);
    }

    [Fact]
    public async Task ApplyCommittedAsync_DiskMovedOn_KeepsBoth()
    {
        _folder.WriteProject("A");
        _folder.Write("A/Other.cs", "public class Other;");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var basis = await workspace.WhenLoadedAsync(Cancellation);
        await File.WriteAllTextAsync(_folder["A/Other.cs"], "public class OtherMoved;", Cancellation);
        await workspace.RefreshAsync(Cancellation);
        var path = _folder["A/New.cs"];
        var project = Assert.Single(basis.RequireSolution().Projects);
        var committed = project.AddDocument("New.cs", SourceText.From("public class New;"), filePath: path).Project.Solution;

        var after = await workspace.ApplyCommittedAsync(basis, committed, [path], Cancellation);

        var compilation = await after.RequireSolution().GetProject(project.Id)!.GetCompilationAsync(Cancellation);
        Assert.NotNull(compilation!.GetTypeByMetadataName("New"));
        Assert.NotNull(compilation.GetTypeByMetadataName("OtherMoved"));
        Assert.Contains("A/New.cs", after.Syntax.Trees.Keys);
    }
}
