using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

public sealed class TextAnchorTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "b\nc", "x\ny", "a\nx\ny\n")]
    [InlineData("a\r\nb\r\nc\r\n", "b\nc", "x\ny", "a\r\nx\r\ny\r\n")]
    [InlineData("a\nb\nc\n", "b\r\nc", "x\r\ny", "a\nx\ny\n")]
    [InlineData("a\rb\rc\r", "b\nc", "x\ny", "a\rx\ry\r")]
    [InlineData("a\r\nb\nc\r\nd\r\n", "a\nb\nc\nd", "a\nb\nX\nd", "a\r\nb\nX\r\nd\r\n")]
    [InlineData("abcabd", "abd", "", "abc")]
    [InlineData("one\r\n", "one\n", "one\ntwo\n", "one\r\ntwo\r\n")]
    public void Replace_LineEndings_KeepsThoseOfTheFile(string file, string old, string @new, string expected) =>
        Assert.Equal(expected, Edits.Apply(file, new ReplaceText(Edits.Path, old, @new)));

    [Fact]
    public void Replace_SeveralPlaces_ListsTheLines()
    {
        var exception = Edits.Refused("x\ny\nx\r\nz\nx", new ReplaceText(Edits.Path, "x", "w"));
        Assert.Equal(CodeErrorKind.Ambiguous, exception.Kind);
        Assert.Contains("3 times, at lines 1, 3, 5.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replace_OverlappingPlaces_IsAmbiguous() =>
        Assert.Equal(CodeErrorKind.Ambiguous, Edits.Refused("aaa", new ReplaceText(Edits.Path, "aa", "b")).Kind);

    [Theory]
    [InlineData("int a;\nint bcd;\n", "int bcde;", "line to its first one is 2: `int bcd;`")]
    [InlineData("int a;\nint b;\nint c;\n", "int b;\nint d;", "Line 2 begins like it, but line 3 is `int c;` where the old text has `int d;`")]
    [InlineData("    int a;\n\tint b;\n", "    int a;\n    int b;", "other white space: line 2 is `\tint b;`")]
    [InlineData("a\n", "a\nb", "line 2 is `` where")]
    [InlineData("zzz", "completely different", "no line is like its first one")]
    [InlineData("a", "\n\n", "only white space")]
    public void Replace_NotThere_NamesTheClosestLine(string file, string old, string expected)
    {
        var exception = Edits.Refused(file, new ReplaceText(Edits.Path, old, "w"));
        Assert.Equal(CodeErrorKind.NotFound, exception.Kind);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a\r\nb", "a\nb")]
    public void Replace_NothingToDo_IsRefused(string old, string @new) =>
        Assert.Equal(CodeErrorKind.InvalidArgument, Edits.Refused("a\nb", new ReplaceText(Edits.Path, old, @new)).Kind);

    [Fact]
    public void Replace_RandomSpansOfAnyLineEndings_EqualsTheDirectReplacement()
    {
        var random = new Random(20);
        for (var run = 0; run < 3000; run++)
        {
            string[] endings = ["\n", "\r\n", "\r"];
            var lines = Enumerable.Range(0, 8).Select(i => $"l{i}{new string((char)('a' + random.Next(3)), random.Next(3))}").ToArray();
            var file = string.Concat(lines.Select(line => line + endings[random.Next(3)]));
            var from = random.Next(file.Length);
            var length = 1 + random.Next(file.Length - from);
            // Half a pair is no place that a text without pairs can name.
            if (Splits(file, from) || Splits(file, from + length))
                continue;
            var old = LineEndings.ToFeeds(file.Substring(from, length));
            var all = LineEndings.ToFeeds(file);
            if (all.IndexOf(old, StringComparison.Ordinal) != all.LastIndexOf(old, StringComparison.Ordinal))
                continue;
            var changed = Edits.Apply(file, new ReplaceText(Edits.Path, old, "<new\ntext>"));
            Assert.Equal(all.Replace(old, "<new\ntext>", StringComparison.Ordinal), LineEndings.ToFeeds(changed));
            Assert.StartsWith(file[..from], changed, StringComparison.Ordinal);
            Assert.EndsWith(file[(from + length)..], changed, StringComparison.Ordinal);
        }

        static bool Splits(string text, int at) => at > 0 && at < text.Length && text[at - 1] == '\r' && text[at] == '\n';
    }
}
