using System.Globalization;

namespace Websopy.SemanticKernel.Benchmarks.Harness;

/// <summary>A table whose first column is text and whose other columns are figures.</summary>
internal sealed class MarkdownTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    public void Add(string name, params string[] figures) => _rows.Add([name, .. figures]);

    public void Print()
    {
        var widths = headers.Select((header, column) => _rows.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        Console.WriteLine(Line(headers, widths));
        Console.WriteLine($"|{string.Join('|', widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":"))}|");
        foreach (var row in _rows) Console.WriteLine(Line(row, widths));
        Console.WriteLine();
    }

    public static string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Ratio(double value, double floor) => Number(value / floor, "0.00");

    private static string Line(IReadOnlyList<string> cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |";
}
