using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.Agent.Tests.Files;

public sealed class PathSyntaxTests
{
    [Theory]
    [InlineData("src/App/Program.cs", "src|App|Program.cs")]
    [InlineData("./src//App/", "src|App")]
    [InlineData(@"src\App\Program.cs", "src|App|Program.cs")]
    [InlineData("src/../tests/A.cs", "tests|A.cs")]
    [InlineData(".", "")]
    [InlineData("/home/me/sln/src/A.cs", "src|A.cs")]
    [InlineData("/home/me/sln", "")]
    [InlineData("/private/sln/A.cs", "A.cs")]
    [InlineData("~/A.cs", "~|A.cs")]
    [InlineData("src/Größe/Ä.cs", "src|Größe|Ä.cs")]
    [InlineData("src/console.cs", "src|console.cs")]
    [InlineData("src/com10.cs", "src|com10.cs")]
    [InlineData("src/A~B.cs", "src|A~B.cs")]
    public void Read_PathInTheFolder_GivesItsParts(string path, string parts)
    {
        Assert.Null(PathSyntax.Read(path, out var segments, "/home/me/sln", "/private/sln"));
        Assert.Equal(parts, string.Join('|', segments));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("..", "leads out")]
    [InlineData("src/../../x", "leads out")]
    [InlineData(@"..\x", "leads out")]
    [InlineData("/home/me/sln/../x", "leads out")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("/home/me/sln2/a.cs", "absolute")]
    [InlineData("/home/me", "absolute")]
    [InlineData("C:/x.cs", "absolute")]
    [InlineData(@"c:\x.cs", "absolute")]
    [InlineData("c:x.cs", "absolute")]
    [InlineData(@"\\server\share\x.cs", "absolute")]
    [InlineData(@"\\?\C:\x.cs", "absolute")]
    [InlineData(@"\\.\pipe\x", "absolute")]
    [InlineData("//server/share", "absolute")]
    [InlineData("file:///etc/passwd", "contains one of")]
    [InlineData("a.cs:stream", "contains one of")]
    [InlineData("a.cs::$DATA", "contains one of")]
    [InlineData("src/*.cs", "contains one of")]
    [InlineData("a.cs\0.txt", "control")]
    [InlineData("a\n.cs", "control")]
    [InlineData("a\u007f.cs", "control")]
    [InlineData("a\u202e.cs", "control")]
    [InlineData(".g\u200cit/config", "control")]
    [InlineData("a\u2028.cs", "control")]
    [InlineData(".git./config", "dot or a space")]
    [InlineData(".git /config", "dot or a space")]
    [InlineData(".../a.cs", "dot or a space")]
    [InlineData("a.cs.", "dot or a space")]
    [InlineData("GIT~1/config", "short name")]
    [InlineData("secret~1.jso", "short name")]
    [InlineData("NUL", "device")]
    [InlineData("src/con.cs", "device")]
    [InlineData("COM1", "device")]
    [InlineData("lpt\u00b9.txt", "device")]
    public void Read_Trick_IsRefused(string path, string reason)
    {
        var fault = PathSyntax.Read(path, out _, "/home/me/sln", "/private/sln");
        Assert.Contains(reason, fault);
    }

    // A lone surrogate does not survive as a theory's data.
    [Fact]
    public void Read_LoneSurrogate_IsRefused() => Assert.NotNull(PathSyntax.Read("a\ud800.cs", out _, "/s"));

    [Fact]
    public void Read_TooLong_IsRefused() => Assert.NotNull(PathSyntax.Read(new string('a', PathSyntax.MaxLength + 1), out _, "/s"));
}
