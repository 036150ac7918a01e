using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Queries;
using Websopy.SemanticKernel.CodeIntelligence.Queries.Text;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

public sealed class TextSearchQueryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("text-search").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task FindAsync_Literal_FindsLinesOfAllowedFiles()
    {
        var snapshot = Files(("a.md", "one\ntwo (x)\nthree"), ("src/b.json", "(x)"), (".git/config", "(x)"), ("obj/c.cs", "(x)"), ("src/d.png", "\0(x)\0"));
        Assert.Equal(["a.md:2:5", "src/b.json:1:1"], await FindAsync(snapshot, new("(x)")));
    }

    [Fact]
    public async Task FindAsync_Regex_FitsLineByLine()
    {
        var snapshot = Files(("a.md", "Alpha 12\nbeta\nalpha 345"));
        Assert.Equal(["a.md:3:1"], await FindAsync(snapshot, new("alpha [0-9]+$", IsRegex: true)));
        Assert.Equal(["a.md:1:1", "a.md:3:1"], await FindAsync(snapshot, new("alpha [0-9]+$", IsRegex: true, MatchCase: false)));
    }

    [Theory]
    [InlineData("*.md", "a.md src/a.md src/x/a.md")]
    [InlineData("src/*.md", "src/a.md")]
    [InlineData("src/**/*.md", "src/a.md src/x/a.md")]
    [InlineData("**/a.{md,txt}", "a.md src/a.md src/x/a.md src/x/a.txt")]
    [InlineData("src/x/**", "src/x/a.md src/x/a.txt")]
    [InlineData("?.txt", "src/x/a.txt")]
    [InlineData("a.cs", "")]
    public async Task FindAsync_Glob_ChoosesFiles(string glob, string expected)
    {
        var snapshot = Files(("a.md", "x"), ("src/a.md", "x"), ("src/x/a.md", "x"), ("src/x/a.txt", "x"));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), (await FindAsync(snapshot, new("x", Glob: glob))).Select(place => place.Split(':')[0]));
    }

    [Fact]
    public async Task AnswerAsync_Context_ShowsEachLineOnce()
    {
        var snapshot = Files(("a.md", "1\n2\nx3\n4\nx5\n6\n7\n8\n9\nx10"));
        var answer = await TextSearchQuery.AnswerAsync(snapshot, new("x", Context: 2), cancellationToken: Cancel);
        Assert.Equal("3 lines with 'x' in 1 file searched\na.md\n1- 1\n2- 2\n3: x3\n4- 4\n5: x5\n6- 6\n7- 7\n8- 8\n9- 9\n10: x10", answer);
    }

    [Fact]
    public async Task AnswerAsync_VeryLongLine_ShowsThePartWithTheMatch()
    {
        var snapshot = Files(("a.md", new string('a', 5_000) + "needle" + new string('b', 5_000)));
        var answer = await TextSearchQuery.AnswerAsync(snapshot, new("needle"), cancellationToken: Cancel);
        Assert.Contains("needle", answer.Split('\n')[2]);
        Assert.InRange(answer.Length, 1, 500);
    }

    [Fact]
    public async Task FindAsync_MoreThanTheLimit_SaysSo()
    {
        var snapshot = Files(("a.md", string.Join('\n', Enumerable.Repeat("x", TextSearchQuery.MaxMatches + 5))));
        var found = await TextSearchQuery.FindAsync(snapshot, new("x"), Cancel);
        Assert.Equal(TextSearchQuery.MaxMatches, found.Matches.Length);
        Assert.True(found.IsCutShort);
        Assert.Contains("ended at a limit", await TextSearchQuery.AnswerAsync(snapshot, new("x"), cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("", false, null, 0)]
    [InlineData("a\nb", false, null, 0)]
    [InlineData("(", true, null, 0)]
    [InlineData("(?=a)", true, null, 0)]
    [InlineData("(a)\\1", true, null, 0)]
    [InlineData("a", false, "{", 0)]
    [InlineData("a", false, "{{a}}", 0)]
    [InlineData("a", false, null, 11)]
    [InlineData("a", false, null, -1)]
    public async Task FindAsync_WrongQuestion_IsRefused(string text, bool isRegex, string? glob, int context)
    {
        var failure = await Assert.ThrowsAsync<CodeException>(() => TextSearchQuery.FindAsync(Files(), new(text, isRegex, Glob: glob, Context: context), Cancel));
        Assert.Equal(CodeErrorKind.InvalidArgument, failure.Kind);
    }

    private static async Task<IEnumerable<string>> FindAsync(CodeSnapshot snapshot, TextSearch search) =>
        (await TextSearchQuery.FindAsync(snapshot, search, Cancel)).Matches.Select(match => $"{match.Path}:{match.Line}:{match.Column}");

    private CodeSnapshot Files(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(_root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        return new(new SolutionFolder(_root), SyntaxIndex.Empty, null, []);
    }
}
