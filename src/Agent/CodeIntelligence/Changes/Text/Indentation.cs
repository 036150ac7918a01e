namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Moves source to another column without touching the values of its literals.</summary>
internal static class Indentation
{
    /// <summary>The lines with their common white space replaced, but for the first, which gets none.</summary>
    /// <param name="lines">The source line by line; the first is not blank.</param>
    /// <param name="literals">Blocks of lines that begin within literals.</param>
    /// <param name="column">A line but the first that begins at the column of the member, or null if none is known to.</param>
    /// <param name="target">The white space that every line is to begin with.</param>
    public static string[] Shift(string[] lines, IReadOnlyCollection<(int First, int Last, bool Movable)> literals, int? column, string target)
    {
        var fixedLines = new HashSet<int>();
        foreach (var (first, last, _) in literals)
        {
            fixedLines.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        var prefix = column is { } known ? White(lines[known]) : Prefix(lines, Enumerable.Range(1, lines.Length - 1).Where(i => !fixedLines.Contains(i) && lines[i].Trim().Length > 0).ToList(), target);
        foreach (var (first, last, movable) in literals)
        {
            if (movable && lines[first..(last + 1)].All(line => line.StartsWith(prefix, StringComparison.Ordinal) || line.Trim().Length == 0))
            {
                fixedLines.ExceptWith(Enumerable.Range(first, last - first + 1));
            }
        }

        return [.. lines.Select((line, i) => i == 0 ? line.TrimStart() : fixedLines.Contains(i) ? line : Shift(line, prefix, target))];
    }

    private static string Shift(string line, string prefix, string target)
    {
        if (line.StartsWith(prefix, StringComparison.Ordinal))
        {
            // A directive at the margin stays there, and a blank line gets no white space unless a raw string needs it.
            return line.Length == prefix.Length ? "" : prefix.Length == 0 && line[0] == '#' ? line : target + line[prefix.Length..];
        }

        return line.Trim().Length == 0 ? "" : line[0] == '#' ? line : target + line.TrimStart();
    }

    /// <summary>The white space that stands for the column of the member in the source.</summary>
    private static string Prefix(string[] lines, List<int> code, string target)
    {
        var first = White(lines[0]);
        if (first.Length > 0 || code.Count == 0)
        {
            return first;
        }

        // A model often quotes a member without the white space before its first line: then a brace or bracket at its end tells the column.
        var last = lines[code[^1]];
        if (last.TrimStart() is ['}' or ']', ..])
        {
            return White(last);
        }

        return target.Length > 0 && code.TrueForAll(i => White(lines[i]).Length > target.Length && lines[i].StartsWith(target, StringComparison.Ordinal)) ? target : "";
    }

    public static string White(string line) => line[..^line.TrimStart(' ', '\t').Length];
}
