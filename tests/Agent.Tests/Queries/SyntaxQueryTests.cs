using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Queries;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

public sealed class SyntaxQueryTests
{
    private const string Source = """
        namespace N;
        /// <summary>Counts.</summary>
        [System.Obsolete]
        public sealed class TokenCounter<T>(int start) : System.IDisposable where T : class
        {
            public const int Max = 3;
            private int _a, _b = 2;
            /// <summary>Adds.</summary>
            public int Add(string text, int by = 1) =>
                text.Length + by;
            public int Total { get; private set; } = start;
            public void Dispose() { }
            public enum Mode { One, Two = 5 }
        }
        public partial class Part { void One() { } }
        public partial class Part { void Two() { } }
        public static class TextCounters { extension(string text) { public int Words => 1; } }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Outline_File_HasSignaturesAndLines()
    {
        using var small = Small();
        Assert.Equal("""
            Outline of Library/A.cs: 16 declarations in 1 file
            Library/A.cs
            4-14  public sealed class TokenCounter<T>(int start) : System.IDisposable where T : class
            6    public const int Max = 3
            7    private int _a
            7    private int _b
            9-10    public int Add(string text, int by = 1)
            11    public int Total { get; private set; }
            12    public void Dispose()
            13    public enum Mode
            13      One
            13      Two = 5
            15  public partial class Part
            15    void One()
            16  public partial class Part
            16    void Two()
            17  public static class TextCounters
            17    public int Words
            """, OutlineQuery.Answer(small.Snapshot with { Solution = null }, "Library/A.cs", cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("Library", 2)]
    [InlineData("Program", 1)]
    [InlineData(null, 3)]
    public void Outline_FolderOrProject_HasItsFiles(string? target, int files)
    {
        using var small = Small();
        Assert.Contains($"in {files} file", OutlineQuery.Answer(small.Snapshot, target, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("TokenCounter", "N.TokenCounter<>|N.TokenCounter.TokenCounters()")]
    [InlineData("tokencounter", "N.TokenCounter<>|N.TokenCounter.TokenCounters()")]
    [InlineData("TokCo", "N.TokenCounter<>|N.TokenCounter.TokenCounters()")]
    [InlineData("TC", "N.TokenCounter<>|N.TextCounters|N.TokenCounter.TokenCounters()")]
    [InlineData("counter", "N.TokenCounter<>|N.TextCounters|N.TokenCounter.TokenCounters()")]
    [InlineData("TokenCounter.Add", "N.TokenCounter.Add(string, int)")]
    [InlineData("Zzz", "")]
    public void Search_Name_FindsTheBestFirst(string query, string expected)
    {
        using var small = new SmallSolution(("Library/A.cs", Source.Replace("public void Dispose() { }", "public void Dispose() { } void TokenCounters() { }", StringComparison.Ordinal)));
        var found = SearchQuery.Find(SourceFiles.All(small.Snapshot), query, null, Cancel).Select(entry => entry.Declaration.Address);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Theory]
    [InlineData("type", 7)]
    [InlineData("enum member", 2)]
    [InlineData("enum", 1)]
    [InlineData("method", 5)]
    [InlineData("constant", 1)]
    public void Search_Kind_Filters(string kind, int expected)
    {
        using var small = Small();
        var all = SourceFiles.All(small.Snapshot).SelectMany(file => DeclarationReader.Read(file.Tree, Cancel)).Select(each => each.Name[..1]).Distinct();
        Assert.Equal(expected, all.SelectMany(letter => SearchQuery.Find(SourceFiles.All(small.Snapshot), letter, kind, Cancel)).Distinct().Count());
    }

    [Theory]
    [InlineData("x", "nonsense")]
    [InlineData("", null)]
    [InlineData("a..b", null)]
    public void Search_WrongQuestion_IsRefused(string query, string? kind)
    {
        using var small = Small();
        Assert.Equal(CodeErrorKind.InvalidArgument, Assert.Throws<CodeException>(() => SearchQuery.Answer(small.Snapshot, query, kind, cancellationToken: Cancel)).Kind);
    }

    [Fact]
    public async Task Read_Member_HasItsDocumentationAndLines()
    {
        using var small = Small();
        Assert.Equal("""
            N.TokenCounter.Add(string, int) (method)
            Library/A.cs
            8:     /// <summary>Adds.</summary>
            9:     public int Add(string text, int by = 1) =>
            10:         text.Length + by;
            """, await ReadQuery.AnswerAsync(small.Snapshot with { Solution = null }, "TokenCounter.Add", cancellationToken: Cancel));
    }

    [Fact]
    public async Task Read_PartialType_HasAllParts()
    {
        using var small = Small();
        var answer = await ReadQuery.AnswerAsync(small.Snapshot, "Part", cancellationToken: Cancel);
        Assert.Contains("15: public partial class Part { void One() { } }", answer);
        Assert.Contains("16: public partial class Part { void Two() { } }", answer);
    }

    [Theory]
    [InlineData(2, 3, "Library/A.cs, lines 2-3 of 17 lines\n2: /// <summary>Counts.</summary>\n3: [System.Obsolete]")]
    [InlineData(17, 99, "Library/A.cs, lines 17-17 of 17 lines\n17: public static class TextCounters { extension(string text) { public int Words => 1; } }")]
    public async Task Read_Range_HasTheseLines(int first, int last, string expected)
    {
        using var small = Small();
        Assert.Equal(expected, await ReadQuery.AnswerAsync(small.Snapshot, "Library/A.cs", first, last, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("Library/A.cs", 18, 20, CodeErrorKind.InvalidArgument)]
    [InlineData("Library/A.cs", 5, 4, CodeErrorKind.InvalidArgument)]
    [InlineData("Library/Z.cs", null, null, CodeErrorKind.NotFound)]
    [InlineData("No.Such.Symbol", null, null, CodeErrorKind.NotFound)]
    [InlineData("../outside.cs", null, null, CodeErrorKind.PathRefused)]
    public async Task Read_WrongQuestion_IsRefused(string target, int? first, int? last, CodeErrorKind expected)
    {
        using var small = Small();
        Assert.Equal(expected, (await Assert.ThrowsAsync<CodeException>(() => ReadQuery.AnswerAsync(small.Snapshot, target, first, last, cancellationToken: Cancel))).Kind);
    }

    [Fact]
    public async Task Read_SymbolOfAPackage_HasItsDeclarationAndMembers()
    {
        using var small = Small();
        var answer = await ReadQuery.AnswerAsync(small.Snapshot, "T:System.IDisposable", cancellationToken: Cancel);
        Assert.Contains("interface System.IDisposable", answer);
        Assert.Contains("Dispose()", answer);
    }

    [Fact]
    public void Solution_Loaded_ListsProjects()
    {
        using var small = Small();
        var answer = SolutionQuery.Answer(small.Snapshot);
        Assert.Contains("Library  Library/Library.csproj  net10.0;net8.0  2 files", answer);
        Assert.Contains("Program  Program/Program.csproj  net10.0  1 file", answer);
        Assert.Contains("-> Library", answer);
    }

    private static SmallSolution Small() => new(("Library/A.cs", Source), ("Library/B.cs", "class B { void Call() { } }"), ("Program/P.cs", "class P { }"));
}
