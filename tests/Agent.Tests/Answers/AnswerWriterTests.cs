using System.Collections.Immutable;
using CsCheck;
using Microsoft.ML.Tokenizers;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Answers;

public sealed class AnswerWriterTests
{
    // A tokenizer of the test's own, so that the count does not depend on the code that is tested.
    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    // What tokens merge across: blanks, slashes, ends of lines, punctuation, other scripts, halves of characters.
    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.OneOf("", " ", "    ", "\t", "/", "///", "// comment", "};", "});", "}\n\n", "\n", " \n ", "{", "…", "🙂", "\uD83D", "日本語", "a", "12: return x;", "public sealed class Foo : Bar", "\r\n", "###", "'s", "    }"),
        Gen.String[0, 60],
        Gen.String[Gen.Char["/\n ;{}ab1\t'"], 0, 200]);

    private static readonly Gen<(string Title, AnswerItem[] Items, HealthNote[] Health, int MaxTokens)> Drafts = Gen.Select(
        Line,
        Gen.Select(Gen.OneOf(null, "a.cs", "src/Long/Path/To/A/File.cs"), Line, (heading, text) => new AnswerItem(heading, text)).Array[0, 400],
        Gen.Select(Gen.OneOf(null, "Some.Project"), Line, (project, text) => new HealthNote(project, HealthKind.StaleRestore, text)).Array[0, 4],
        Gen.OneOf(Gen.Int[50, 120], Gen.Int[50, 20_000]));

    [Fact]
    public void Write_AnyDraft_KeepsToTheBudgetAndSaysWhatIsLeftOut() => Drafts.Sample(input =>
    {
        var (title, lines, health, maxTokens) = input;
        AnswerItem[] items = [.. lines.Select((item, i) => item with { Text = $"{item.Text}¦{i}¦" })];
        var draft = new AnswerDraft("T:" + title, [.. items], shown => shown == items.Length ? null : $"… {items.Length - shown} ¤ more; ask with skip: {shown}")
        {
            Health = [.. health],
        };

        var text = AnswerWriter.Write(draft, maxTokens);

        Assert.InRange(Tokenizer.CountTokens(text), 1, maxTokens);
        var shown = Enumerable.Range(0, items.Length).TakeWhile(i => text.Contains($"¦{i}¦")).Count();
        var notice = text[(text.LastIndexOf('\n') + 1)..];
        if (shown < items.Length)
            Assert.True(notice == $"… {items.Length - shown} ¤ more; ask with skip: {shown}" || notice == $"… {items.Length - shown} left out; raise maxTokens.", notice);
        else
            Assert.DoesNotContain("¤", text);
        Assert.DoesNotContain($"¦{shown}¦", text);
    }, iter: 2_000);

    [Fact]
    public void Write_EverythingFits_HasNoNotice()
    {
        var draft = Draft(10);
        var full = AnswerWriter.Write(draft, 2_000);
        Assert.DoesNotContain("…", full);
        Assert.Contains("item 9 ", full);
        Assert.True(AnswerWriter.Fits(draft, 2_000));
    }

    [Fact]
    public void Write_BudgetOfExactlyTheWhole_ShowsAll()
    {
        var draft = Draft(100);
        var size = Tokenizer.CountTokens(AnswerWriter.Write(draft, 20_000));

        Assert.DoesNotContain("…", AnswerWriter.Write(draft, size + 1));
        Assert.Contains("… ", AnswerWriter.Write(draft, size - 1));
        Assert.False(AnswerWriter.Fits(draft, size - 1));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(500)]
    [InlineData(1_900)]
    public void Write_TooMuch_UsesMostOfTheBudget(int maxTokens)
    {
        var size = Tokenizer.CountTokens(AnswerWriter.Write(Draft(1_000), maxTokens));
        Assert.InRange(size, maxTokens * 3 / 4, maxTokens);
    }

    [Fact]
    public void Write_SmallBudget_HasTheShortFormOfTheNotes()
    {
        var notes = ImmutableArray.Create(new HealthNote("Some.Project", HealthKind.StaleRestore, "The packages of this project are not restored; run dotnet restore and ask again."));
        Assert.Contains("! 1 health note: ask solution.", AnswerWriter.Write(Draft(100) with { Health = notes }, 50));
        Assert.Contains("! Some.Project: The packages of this project are not restored", AnswerWriter.Write(Draft(100) with { Health = notes }, 500));
    }

    [Theory]
    [InlineData(49)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(20_001)]
    public void Write_BudgetOutsideTheRange_IsRefused(int maxTokens)
    {
        var failure = Assert.Throws<CodeException>(() => AnswerWriter.Write(Draft(1), maxTokens));
        Assert.Equal(CodeErrorKind.InvalidArgument, failure.Kind);
    }

    [Fact]
    public void Take_AnyText_IsAPrefixOfNoMoreTokens() => Gen.Select(Gen.String[0, 300], Gen.Int[0, 60]).Sample((text, limit) =>
    {
        var taken = TokenCounter.Take(text, limit);
        Assert.StartsWith(taken, text, StringComparison.Ordinal);
        Assert.InRange(Tokenizer.CountTokens(taken), 0, limit);
    }, iter: 1_000);

    private static AnswerDraft Draft(int count) => new(
        "Some items", [.. Enumerable.Range(0, count).Select(i => new AnswerItem("src/File.cs", $"{i}: item {i} of many"))],
        shown => shown == count ? null : $"… {count - shown} more; ask with skip: {shown}");
}
