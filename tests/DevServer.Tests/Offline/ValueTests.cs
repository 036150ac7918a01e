using Websopy.SemanticKernel.DevServer.Offline;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class ValueTests
{
    [Theory]
    [InlineData("take three and four", "3 4")]
    [InlineData("twenty-five or a hundred", "25")]
    [InlineData("two hundred and five", "205")]
    [InlineData("minus three, -4, 1,000 and 2.5", "-3 -4 1000 2.5")]
    [InlineData("十二、一百零一、两千五百、三点五、负四", "12 101 2500 3.5 -4")]
    [InlineData("请给我看一下", "")]
    [InlineData("１２ 和 ３．５", "12 3.5")]
    [InlineData("item SF123 of v2", "")]
    public void Scan_Numbers_AreRead(string request, string expected) =>
        Assert.Equal(expected, string.Join(' ', Scan(request).Where(value => value.Kind == CandidateKind.Number)
            .Select(value => value.Number.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("today or tomorrow", "2025-03-05 2025-03-06")]
    [InlineData("3月20日", "2025-03-20")]
    [InlineData("2024年12月31日", "2024-12-31")]
    [InlineData("5 March 2026", "2026-03-05")]
    [InlineData("下周五", "2025-03-14")]
    [InlineData("2025-02-31", "")]
    public void Scan_Dates_AreRead(string request, string expected) =>
        Assert.Equal(expected, string.Join(' ', Scan(request).Where(value => value.Kind == CandidateKind.Date).Select(value => value.Text)));

    [Theory]
    [InlineData("open `a b.txt` please", "Quoted:a b.txt")]
    [InlineData("say ‘x’ and 「y」", "Quoted:x Quoted:y")]
    [InlineData("see src/x.cs, ./a and ~/b", "Path:src/x.cs Path:./a Path:~/b")]
    [InlineData("and/or he/she", "")]
    [InlineData("read C:\\x\\y.txt", "Path:C:\\x\\y.txt")]
    [InlineData("all *.cs", "Glob:*.cs")]
    [InlineData("it's here", "Here:.")]
    [InlineData("OrderService.SubmitAsync or parseLine", "Identifier:OrderService.SubmitAsync Identifier:parseLine")]
    [InlineData("mail a.b+c@example.co.uk", "Email:a.b+c@example.co.uk")]
    [InlineData("time in America/New_York", "Zone:America/New_York")]
    public void Scan_Literals_AreRead(string request, string expected) =>
        Assert.Equal(expected, string.Join(' ', Scan(request).Where(value => value.Kind is not (CandidateKind.Word or CandidateKind.Entity or CandidateKind.Number))
            .Select(value => $"{value.Kind}:{value.Text}")));

    [Theory]
    [InlineData("largest", "large")]
    [InlineData("files", "file")]
    [InlineData("searching", "searches")]
    [InlineData("deleted", "delete")]
    [InlineData("cities", "city")]
    [InlineData("running", "run")]
    public void Stem_Inflections_AreOne(string left, string right) => Assert.Equal(Stemmer.Stem(left), Stemmer.Stem(right));

    [Fact]
    public void Lexicon_Size_IsThatOfAGeneralVocabulary() => Assert.InRange(Lexicon.Count, 400, 900);

    [Theory]
    [InlineData("hello world", 4)]
    [InlineData("你好，世界", 5)]
    [InlineData("", 0)]
    public void Count_Text_FollowsTheDocumentedRule(string text, int expected) => Assert.Equal(expected, TokenEstimate.Count(text));

    [Theory]
    [InlineData("I am  here.\n\nYes", "I| am|  here.|\n\nYes")]
    [InlineData("我来调用 `a_b`。", "我来|调用| `a_b`|。")]
    public void Split_Text_ComesInPieces(string text, string expected)
    {
        var pieces = WordSplitter.Split(text).ToList();

        Assert.Equal(expected, string.Join('|', pieces));
        Assert.Equal(text, string.Concat(pieces));
    }

    private static IReadOnlyList<Candidate> Scan(string request) => ValueScan.Scan(new(request), RequestCase.Today, _ => false);
}
