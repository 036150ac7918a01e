using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using static Websopy.SemanticKernel.Agent.Tests.Files.TemporarySolution;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

public sealed class SolutionFolderTests : IDisposable
{
    private readonly TemporarySolution _solution = new();

    private SolutionFolder Folder => _solution.Folder;

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void Resolve_RelativeAndAbsolute_GiveTheSame()
    {
        var path = _solution.Write("src/A.cs", "a");
        Assert.Equal(path, Folder.Resolve("src/A.cs", PathUse.Read));
        Assert.Equal(path, Folder.Resolve(path, PathUse.Write));
        Assert.Equal(path, Folder.Resolve(@"src\x\..\A.cs", PathUse.Read));
        Assert.Equal("src/A.cs", Folder.Display(path));
    }

    [Fact]
    public void Resolve_FileThatDoesNotExist_IsAllowed() =>
        Assert.Equal(_solution["new/deep/A.cs"], Folder.Resolve("new/deep/A.cs", PathUse.Write));

    [Fact]
    public void Resolve_FolderItself_MayOnlyBeRead()
    {
        Assert.Equal(Folder.Root, Folder.Resolve(".", PathUse.Read));
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("src/..", PathUse.Write));
    }

    [Fact]
    public void Resolve_Refused_NamesNoAbsolutePath()
    {
        var e = Refused(CodeErrorKind.PathRefused, () => Folder.Resolve(Path.Join(_solution.Outside, "a.cs"), PathUse.Read));
        Assert.DoesNotContain(_solution.Outside, e.Message);
    }

    [Fact]
    public void Resolve_SiblingWithTheSameBeginning_IsRefused() =>
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve(Folder.Root + "2/a.cs", PathUse.Read));

    [Theory]
    [InlineData("link", "link")]
    [InlineData("link", "link/a.cs")]
    [InlineData("link", "link/new/deep/a.cs")]
    [InlineData("src/link", "src/link/a.cs")]
    [InlineData("src/link", "src/link/../../solution/a.cs")]
    public void Resolve_LinkToAFolderOutside_IsRefused(string link, string path)
    {
        _solution.Write("a.cs", "a");
        Directory.CreateDirectory(_solution["src"]);
        Directory.CreateSymbolicLink(_solution[link], _solution.Outside);
        // Dots are worked out before links are, so that the last case means a file in the folder, which does not exist.
        if (path.Contains("..", StringComparison.Ordinal)) Assert.Equal(_solution["solution/a.cs"], Folder.Resolve(path, PathUse.Read));
        else Refused(CodeErrorKind.PathRefused, () => Folder.Resolve(path, PathUse.Write));
    }

    [Fact]
    public void Resolve_LinkToAFileOutside_IsRefused()
    {
        File.WriteAllText(Path.Join(_solution.Outside, "a.cs"), "outside");
        File.CreateSymbolicLink(_solution["a.cs"], "../outside/a.cs");
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("a.cs", PathUse.Read));
        Assert.False(Folder.IsAllowed(_solution["a.cs"], PathUse.Write));
    }

    [Fact]
    public void Resolve_DanglingLinkToOutside_IsRefused()
    {
        File.CreateSymbolicLink(_solution["a.cs"], Path.Join(_solution.Outside, "not", "yet.cs"));
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("a.cs", PathUse.Write));
    }

    [Fact]
    public void Resolve_ChainOfLinksToOutside_IsRefused()
    {
        Directory.CreateSymbolicLink(_solution["one"], "two");
        Directory.CreateSymbolicLink(_solution["two"], "src/../three");
        Directory.CreateSymbolicLink(_solution["three"], "../outside");
        Directory.CreateDirectory(_solution["src"]);
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("one/a.cs", PathUse.Read));
    }

    [Fact]
    public void Resolve_CircleOfLinks_IsRefused()
    {
        File.CreateSymbolicLink(_solution["one"], "two");
        File.CreateSymbolicLink(_solution["two"], "one");
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("one", PathUse.Read));
    }

    [Theory]
    [InlineData(".git", "config")]
    [InlineData("src/bin", "a.cs")]
    public void Resolve_LinkToWhatIsOffLimits_IsRefused(string target, string file)
    {
        _solution.Write($"{target}/{file}", "x");
        Directory.CreateSymbolicLink(_solution["innocent"], _solution[target]);
        File.CreateSymbolicLink(_solution["innocent.cs"], _solution[$"{target}/{file}"]);
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve($"innocent/{file}", PathUse.Read));
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("innocent.cs", PathUse.Read));
    }

    [Fact]
    public void Resolve_LinkToASecret_IsRefused()
    {
        _solution.Write("secrets.json", "{}");
        File.CreateSymbolicLink(_solution["plain.json"], "secrets.json");
        Refused(CodeErrorKind.PathRefused, () => Folder.Resolve("plain.json", PathUse.Read));
    }

    [Fact]
    public void Resolve_LinkInsideTheFolder_GivesWhatItLeadsTo()
    {
        var path = _solution.Write("src/A.cs", "a");
        Directory.CreateSymbolicLink(_solution["link"], "src");
        Assert.Equal(path, Folder.Resolve("link/A.cs", PathUse.Write));
    }

    [Fact]
    public void Resolve_FolderReachedThroughALink_TakesBothSpellings()
    {
        var path = _solution.Write("src/A.cs", "a");
        var link = Path.Join(_solution.Outside, "link");
        Directory.CreateSymbolicLink(link, Folder.Root);
        var folder = new SolutionFolder(link);
        Assert.Equal(Path.Join(link, "src", "A.cs"), folder.Resolve(path, PathUse.Read));
        Assert.Equal(Path.Join(link, "src", "A.cs"), folder.Resolve("src/A.cs", PathUse.Read));
        Assert.Equal("a", File.ReadAllText(folder.EnumerateFiles("*.cs").Single()));
    }

    [Fact]
    public void IsAllowed_RelativePath_IsNot() => Assert.False(Folder.IsAllowed("a.cs", PathUse.Read));

    [Fact]
    public void EnumerateFiles_OffLimitsAndLinks_AreSkipped()
    {
        foreach (var path in (string[])["A.cs", "src/B.cs", "src/deep/C.cs", ".hidden/D.cs", "src/bin/E.cs", "Obj/F.cs", ".git/G.cs", "src/H.txt", "node_modules/x/I.cs"])
            _solution.Write(path, "x");
        File.WriteAllText(Path.Join(_solution.Outside, "J.cs"), "x");
        Directory.CreateSymbolicLink(_solution["out"], _solution.Outside);
        Directory.CreateSymbolicLink(_solution["src/self"], Folder.Root);
        File.CreateSymbolicLink(_solution["K.cs"], Path.Join(_solution.Outside, "J.cs"));
        Assert.Equal(
            [".hidden/D.cs", "A.cs", "src/B.cs", "src/deep/C.cs"],
            Folder.EnumerateFiles("*.cs").Select(Folder.Display).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EnumerateFiles_All_AreAllowedToBeRead()
    {
        foreach (var path in (string[])["A.cs", ".env", "a.key", "appsettings.json", "appsettings.X.json", "src/nuget.config", "b.cs "])
            _solution.Write(path, "x");
        var found = Folder.EnumerateFiles("*").ToArray();
        Assert.Equal(["A.cs", "appsettings.json"], found.Select(Folder.Display).Order(StringComparer.Ordinal));
        Assert.All(found, path => Assert.True(Folder.IsAllowed(path, PathUse.Read)));
    }

    [Fact]
    public void EnumerateFiles_PatternWithAFolder_IsRefused() =>
        Refused(CodeErrorKind.InvalidArgument, () => Folder.EnumerateFiles("../*.cs"));
}
