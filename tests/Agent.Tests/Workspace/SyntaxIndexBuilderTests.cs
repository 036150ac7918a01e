using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class SyntaxIndexBuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BuildAsync_Folder_HasWhatPeopleWrite()
    {
        _folder.Write("A.cs", "class A;");
        _folder.Write("deep/er/B.cs", "class B;");
        _folder.Write("bin/C.cs", "");
        _folder.Write("deep/obj/D.cs", "");
        _folder.Write(".git/E.cs", "");
        _folder.Write("web/node_modules/F.cs", "");
        _folder.Write("text.txt", "");
        var index = await BuildAsync();
        Assert.Equal(["A.cs", "deep/er/B.cs"], index.Trees.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0, index.LeftOut);
    }

    [Fact]
    public async Task BuildAsync_LinkOutOfTheFolder_IsNotFollowed()
    {
        Directory.CreateDirectory(Path.Combine(_folder.State, "outside"));
        await File.WriteAllTextAsync(Path.Combine(_folder.State, "outside", "Secret.cs"), "class Secret;", TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(_folder["linked"], Path.Combine(_folder.State, "outside"));
        File.CreateSymbolicLink(_folder["Linked.cs"], Path.Combine(_folder.State, "outside", "Secret.cs"));
        Assert.Empty((await BuildAsync()).Trees);
    }

    [Fact]
    public async Task BuildAsync_TooLargeOrBinary_IsCounted()
    {
        _folder.Write("Large.cs", new string(' ', SyntaxIndexBuilder.MaxFileBytes + 1));
        _folder.Write("Binary.cs", "\0\0\0\0");
        _folder.Write("Good.cs", "class Good;");
        var index = await BuildAsync();
        Assert.Equal("Good.cs", Assert.Single(index.Trees).Key);
        Assert.Equal(2, index.LeftOut);
    }

    private Task<SyntaxIndex> BuildAsync() => SyntaxIndexBuilder.BuildAsync(
        new SolutionFolder(_folder.Solution), FolderFiles.Enumerate(_folder.Solution, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
