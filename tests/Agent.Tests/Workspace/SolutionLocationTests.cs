using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class SolutionLocationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("App.sln")]
    [InlineData("App.slnx")]
    public void Find_FolderWithOneSolution_IsThatSolution(string name)
    {
        var path = _folder.Write(name, "");
        _folder.Write("src/A.csproj", "");
        var location = Find(_folder.Solution);
        Assert.Equal((_folder.Solution, path), (location.Folder, location.SolutionFile));
        Assert.Equal(location, Find(path));
    }

    [Fact]
    public void Find_FolderWithTwoSolutions_IsAmbiguousAndNamesThem()
    {
        _folder.Write("A.sln", "");
        _folder.Write("B.slnx", "");
        var exception = Assert.Throws<CodeException>(() => Find(_folder.Solution));
        Assert.Equal(CodeErrorKind.Ambiguous, exception.Kind);
        Assert.Contains("A.sln, B.slnx", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FolderWithProjectsOnly_IsThoseProjects()
    {
        var first = _folder.Write("a/A.csproj", "");
        var second = _folder.Write("b/c/B.csproj", "");
        _folder.Write("b/obj/Hidden.csproj", "");
        Assert.Equal([first, second], Find(_folder.Solution).ProjectFiles);
    }

    [Fact]
    public void Find_ProjectFile_IsThatProjectInItsFolder()
    {
        var path = _folder.Write("a/A.csproj", "");
        var location = Find(path);
        Assert.Equal((_folder["a"], null, path), (location.Folder, location.SolutionFile, Assert.Single(location.ProjectFiles)));
    }

    [Theory]
    [InlineData("", CodeErrorKind.NotFound)]
    [InlineData("nowhere.sln", CodeErrorKind.NotFound)]
    [InlineData("read.me", CodeErrorKind.InvalidArgument)]
    public void Find_NoSolution_SaysWhatToGive(string name, CodeErrorKind kind)
    {
        _folder.Write("read.me", "");
        var exception = Assert.Throws<CodeException>(() => Find(_folder[name]));
        Assert.Equal(kind, exception.Kind);
        Assert.DoesNotContain(_folder.Solution, exception.Message, StringComparison.Ordinal);
    }

    private static SolutionLocation Find(string path) => SolutionLocation.Find(path, TestContext.Current.CancellationToken);
}
