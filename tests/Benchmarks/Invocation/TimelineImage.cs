using System.Globalization;
using System.Text;

namespace Websopy.SemanticKernel.Benchmarks.Invocation;

/// <summary>Draws timelines, one under the other, on one scale.</summary>
internal static class TimelineImage
{
    private const int Left = 90;
    private const int Width = 900;
    private const int Band = 140;
    private const int Top = 30;
    private const double Milliseconds = 3_200;

    public static string Draw(IReadOnlyList<Timeline> timelines)
    {
        var height = Top + timelines.Count * Band + 30;
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Width + 40} {height}" width="{Left + Width + 40}" height="{height}" role="img" aria-label="When text, functions and results come, with and without mid-stream invocation">""");
        Line(svg, $"""<rect width="{Left + Width + 40}" height="{height}" rx="10" fill="#0d1117"/>""");
        Line(svg, $"""<g font-family="system-ui,Segoe UI,Helvetica,Arial,DejaVu Sans,sans-serif" font-size="13" fill="#e6edf3">""");
        for (var tick = 0; tick <= Milliseconds; tick += 400)
        {
            Line(svg, $"""<line x1="{X(tick)}" y1="{Top}" x2="{X(tick)}" y2="{height - 24}" stroke="#21262d"/>""");
            Line(svg, $"""<text x="{X(tick)}" y="{height - 8}" text-anchor="middle" fill="#8b949e">{tick} ms</text>""");
        }

        for (var i = 0; i < timelines.Count; i++) DrawBand(svg, timelines[i], Top + i * Band);
        svg.Append("</g>\n</svg>\n");
        return svg.ToString();
    }

    private static void DrawBand(StringBuilder svg, Timeline timeline, double y)
    {
        Line(svg, $"""<text x="16" y="{y + 8}" font-weight="bold">{timeline.Name}</text>""");
        Line(svg, $"""<text x="16" y="{y + 36}" fill="#8b949e">text</text>""");
        foreach (var text in timeline.Texts) Line(svg, $"""<rect x="{X(text)}" y="{y + 24}" width="2" height="16" fill="#79c0ff"/>""");
        for (var i = 0; i < timeline.Tools.Count; i++)
        {
            var (start, end) = timeline.Tools[i];
            var top = y + 48 + i * 24;
            Line(svg, $"""<text x="16" y="{top + 12}" fill="#8b949e">function {i + 1}</text>""");
            Line(svg, $"""<rect x="{X(start)}" y="{top}" width="{X(end) - X(start)}" height="16" rx="3" fill="#d29922"/>""");
        }

        foreach (var result in timeline.Results) Line(svg, $"""<circle cx="{X(result)}" cy="{y + 104}" r="4" fill="#7ee787"/>""");
        Line(svg, $"""<text x="16" y="{y + 108}" fill="#8b949e">results</text>""");
        Line(svg, $"""<line x1="{X(timeline.End)}" y1="{y + 18}" x2="{X(timeline.End)}" y2="{y + 112}" stroke="#f85149" stroke-width="2"/>""");
        Line(svg, $"""<text x="{X(timeline.End) + 8}" y="{y + 100}" fill="#f85149">whole after {timeline.End:0} ms</text>""");
    }

    private static double X(double milliseconds) => Math.Round(Left + milliseconds / Milliseconds * Width, 1);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
