using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

internal enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>One test's result.</summary>
/// <param name="Name">The test as its runner shows it, arguments included.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">Why it failed or was skipped.</param>
/// <param name="Stack">Where it failed, with files relative to the folder.</param>
internal sealed record TestResult(string Name, TestOutcome Outcome, string? Message, string? Stack);

/// <summary>Reads the report that all runners of .NET can write (TRX).</summary>
internal static partial class TestReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <exception cref="CodeException">It is longer than allowed or no such report.</exception>
    public static IReadOnlyList<TestResult> Read(Stream report, string folder, int maxChars)
    {
        try
        {
            using var reader = XmlReader.Create(report, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = maxChars, CheckCharacters = false });
            return [.. XDocument.Load(reader).Descendants(Trx + "UnitTestResult").Select(result => Read(result, folder))];
        }
        catch (XmlException exception)
        {
            throw new CodeException(CodeErrorKind.LimitExceeded, "The tests were run, but their report is too long or cut off. Run fewer tests.", exception);
        }
    }

    /// <summary>The results as a model reads them.</summary>
    public static string Describe(IReadOnlyCollection<TestResult> results, int shownFailures)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{results.Count(IsOf(TestOutcome.Passed))} passed, {results.Count(IsOf(TestOutcome.Failed))} failed, {results.Count(IsOf(TestOutcome.Skipped))} skipped\n");
        var failures = results.Where(IsOf(TestOutcome.Failed)).ToList();
        foreach (var failure in failures.Take(shownFailures))
            text.Append(CultureInfo.InvariantCulture, $"\nFAILED {failure.Name}\n{Shorten(failure.Message, 2000)}\n{Shorten(failure.Stack, 2000)}\n");
        if (failures.Count > shownFailures)
            text.Append(CultureInfo.InvariantCulture, $"\nand {failures.Count - shownFailures} more failures\n");
        return text.ToString();

        static Func<TestResult, bool> IsOf(TestOutcome outcome) => result => result.Outcome == outcome;
    }

    /// <summary>A stack with files of the folder relative to it, and no others.</summary>
    public static string RelativeStack(string stack, string folder) => FilePosition().Replace(stack, match =>
    {
        var relative = Path.GetRelativePath(folder, match.Groups["file"].Value);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? "" : $" in {relative.Replace('\\', '/')}:{match.Groups["line"].Value}";
    });

    [GeneratedRegex(@" in (?<file>[^\r\n]+?):line (?<line>\d+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FilePosition();

    private static TestResult Read(XElement result, string folder)
    {
        var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
        var outcome = (string?)result.Attribute("outcome") switch
        {
            "Passed" => TestOutcome.Passed,
            "NotExecuted" or "Inconclusive" or "NotRunnable" or "Pending" => TestOutcome.Skipped,
            _ => TestOutcome.Failed,
        };
        return new TestResult((string?)result.Attribute("testName") ?? "", outcome, (string?)error?.Element(Trx + "Message"),
            (string?)error?.Element(Trx + "StackTrace") is { } stack ? RelativeStack(stack, folder) : null);
    }

    private static string Shorten(string? text, int chars) => text is null ? "" : text.Length <= chars ? text : string.Concat(text.AsSpan(0, chars), "...");
}
