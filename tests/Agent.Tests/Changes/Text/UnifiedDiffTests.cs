using System.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Text;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Of_OneLine_IsUnified() => Assert.Equal(
        "--- a/x.cs\n+++ b/x.cs\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
        Diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"));

    [Theory]
    [InlineData("a\n", "a\n", "")]
    [InlineData("a", "a\n", "--- a/x.cs\n+++ b/x.cs\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")]
    [InlineData("a\nb", "a\nb\nc", "--- a/x.cs\n+++ b/x.cs\n@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n")]
    [InlineData(null, "a\n", "--- /dev/null\n+++ b/x.cs\n@@ -0,0 +1 @@\n+a\n")]
    [InlineData("a\n", null, "--- a/x.cs\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n")]
    [InlineData("a\r\n", "a\n", "--- a/x.cs\n+++ b/x.cs\n@@ -1 +1 @@\n-a\r\n+a\n")]
    public void Of_Edges_IsUnified(string? before, string? after, string expected) => Assert.Equal(expected, Diff(before, after));

    [Fact]
    public void Of_RandomTexts_IsWhatGitApplies()
    {
        var folder = Directory.CreateTempSubdirectory("diff");
        try
        {
            var random = new Random(7);
            List<string> patches = [];
            Dictionary<string, string?> expected = [];
            for (var run = 0; run < 400; run++)
            {
                var path = $"f{run}.txt";
                var before = run % 20 == 0 ? null : Text(random);
                var after = run % 20 == 1 ? null : run % 3 == 0 || before is null ? Text(random) : Mutate(before, random);
                // A new or deleted empty file has no lines to say so with.
                if (before is "" && after is null || before is null && after is "")
                    continue;
                if (before is not null)
                    File.WriteAllText(Path.Combine(folder.FullName, path), before);
                patches.Add(Diff(before, after, path));
                expected[path] = after;
            }

            File.WriteAllText(Path.Combine(folder.FullName, "all.patch"), string.Concat(patches));
            Run(folder.FullName, "apply", "--whitespace=nowarn", "--unidiff-zero", "all.patch");
            foreach (var (path, after) in expected)
            {
                var file = Path.Combine(folder.FullName, path);
                // Git takes a file without content for a deleted one when a patch names no mode.
                Assert.Equal(after ?? "", File.Exists(file) ? File.ReadAllText(file) : "");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Of_TooLong_IsCutAndSaysSo()
    {
        var before = string.Concat(Enumerable.Range(0, 400).Select(i => $"line {i}\n"));
        var after = before.Replace("9\n", "nine\n", StringComparison.Ordinal);
        var whole = Diff(before, after);
        for (var max = 0; max < whole.Length; max += 37)
        {
            var cut = UnifiedDiff.Of("x.cs", SourceText.From(before), SourceText.From(after), max);
            Assert.True(cut.Length <= max);
            if (max < 200)
                continue;
            var note = cut[(cut.TrimEnd('\n').LastIndexOf('\n') + 1)..];
            var left = whole[(cut.Length - note.Length)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal($"... left out: {left.Count(l => l[0] == '+')} added, {left.Count(l => l[0] == '-')} removed, {left.Count(l => l[0] is ' ' or '@')} other lines of this diff\n", note);
        }

        Assert.Equal(whole, UnifiedDiff.Of("x.cs", SourceText.From(before), SourceText.From(after), whole.Length));
    }

    [Fact]
    public void Of_LargeFilesWithoutALineInCommon_TakesLittleTime()
    {
        var clock = Stopwatch.StartNew();
        var diff = Diff(string.Concat(Enumerable.Range(0, 60_000).Select(i => $"a{i}\n")), string.Concat(Enumerable.Range(0, 60_000).Select(i => $"b{i}\n")));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.Equal(120_003, diff.AsSpan().Count('\n'));
    }

    [Theory]
    [InlineData("a b.cs", "+++ b/a b.cs\t\n")]
    [InlineData("a\nb.cs", "+++ \"b/a\\012b.cs\"\n")]
    [InlineData("a\"b.cs", "+++ \"b/a\\\"b.cs\"\n")]
    public void Of_OddPath_IsQuoted(string path, string expected) => Assert.Contains(expected, Diff("a", "b", path), StringComparison.Ordinal);

    private static string Diff(string? before, string? after, string path = "x.cs") =>
        UnifiedDiff.Of(path, before is null ? null : SourceText.From(before), after is null ? null : SourceText.From(after), int.MaxValue);

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => $"{(char)('a' + random.Next(6))}{(random.Next(8) == 0 ? "\r" : "")}\n")) + (random.Next(2) == 0 ? "end" : "");

    private static string Mutate(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        for (var i = random.Next(4); i >= 0; i--)
        {
            var at = random.Next(lines.Count);
            if (random.Next(2) == 0 && lines.Count > 1)
                lines.RemoveAt(at);
            else
                lines.Insert(at, $"new{i}");
        }

        return string.Join('\n', lines);
    }

    private static void Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardError = true };
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder);
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error);
    }
}
