using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Support;

/// <summary>Source in which <c>[|...|]</c> marks where diagnostics are expected.</summary>
internal sealed record Markup(string Source, IReadOnlyList<TextSpan> Spans)
{
    public static Markup Parse(string marked)
    {
        List<TextSpan> spans = [];
        var source = marked;
        for (var start = source.IndexOf("[|", StringComparison.Ordinal); start >= 0; start = source.IndexOf("[|", StringComparison.Ordinal))
        {
            var end = source.IndexOf("|]", start, StringComparison.Ordinal);
            spans.Add(TextSpan.FromBounds(start, end - 2));
            source = source.Remove(end, 2).Remove(start, 2);
        }

        return new(source, spans);
    }
}
