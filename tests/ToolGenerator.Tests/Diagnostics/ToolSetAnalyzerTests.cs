using System.Globalization;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

public sealed class ToolSetAnalyzerTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => DiagnosticCases.All.Select(one => new TheoryDataRow<string>(one.ToString()));

    [Theory, MemberData(nameof(Cases))]
    public async Task Analyze_Case_SaysWhatIsMarked(string name)
    {
        var expected = DiagnosticCases.All.Single(one => one.ToString() == name);
        var marked = Markup.Parse(expected.Source);
        var compilation = AnalyzerCompilation.Of([marked.Source, AnalyzerCompilation.GlobalUsings, .. expected.Others]);

        var found = await AnalyzerCompilation.AnalyzeAsync(compilation);

        Assert.Equal([], AnalyzerCompilation.Errors(compilation));
        Assert.Equal(
            marked.Spans.Zip(expected.Messages, (span, message) => $"{expected.Id} {span} {message}"),
            found.Where(one => one.Id == expected.Id).Select(one => $"{one.Id} {one.Location.SourceSpan} {one.GetMessage(CultureInfo.InvariantCulture)}"));
        Assert.Equal(expected.Messages.Length, marked.Spans.Count);
        Assert.DoesNotContain(found, one => one.Id != expected.Id && one.Severity == DiagnosticSeverity.Error);
    }
}
