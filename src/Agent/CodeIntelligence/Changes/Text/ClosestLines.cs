namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Says where a text that was not found nearly stands, and what is different there.</summary>
internal static class ClosestLines
{
    private const int MaxCompared = 200;
    private const int MaxShown = 160;

    /// <param name="text">The file with line feeds.</param>
    /// <param name="old">The text that does not occur in it.</param>
    public static string Describe(string text, string old)
    {
        var lines = text.Split('\n');
        var wanted = old.Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Take(MaxCompared).ToArray();
        if (wanted.Length == 0)
        {
            return "The old text is only white space and does not occur in the file.";
        }

        var (start, same) = LongestRun(lines, wanted);
        if (same == 0)
        {
            var closest = MostSimilar(lines, wanted[0]);
            return closest < 0
                ? "The old text does not occur in the file, and no line is like its first one. Read the file again."
                : $"The old text does not occur in the file. The closest line to its first one is {closest + 1}: {Show(lines[closest])}";
        }

        // Equal but for the white space around: show the line whose white space differs.
        var differs = Enumerable.Range(0, same).FirstOrDefault(i => lines[start + i].TrimEnd() != wanted[i].TrimEnd(), same);
        if (differs == same && same < wanted.Length)
        {
            return $"The old text does not occur in the file. Line {start + 1} begins like it, but line {start + same + 1} is {Show(start + same < lines.Length ? lines[start + same] : "past the end of the file")} where the old text has {Show(wanted[same])}";
        }

        differs = differs == same ? 0 : differs;
        return $"The old text does not occur in the file. It stands at line {start + 1} with other white space: line {start + differs + 1} is {Show(lines[start + differs])}";
    }

    private static (int Start, int Length) LongestRun(string[] lines, string[] wanted)
    {
        var trimmed = Array.ConvertAll(wanted, line => line.Trim());
        var best = (Start: 0, Length: 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var length = 0;
            while (length < trimmed.Length && i + length < lines.Length && lines[i + length].AsSpan().Trim().SequenceEqual(trimmed[length]))
            {
                length++;
            }

            best = length > best.Length ? (i, length) : best;
        }

        return best;
    }

    private static int MostSimilar(string[] lines, string wanted)
    {
        var pairs = Pairs(wanted);
        var best = (Index: -1, Score: 0.4);
        for (var i = 0; i < lines.Length; i++)
        {
            var others = Pairs(lines[i]);
            var shared = others.Count(pairs.Contains);
            var score = 2.0 * shared / Math.Max(1, pairs.Count + others.Count);
            best = score > best.Score ? (i, score) : best;
        }

        return best.Index;
    }

    /// <summary>The pairs of neighbouring characters, by which two lines are compared.</summary>
    private static HashSet<(char, char)> Pairs(string line)
    {
        var text = line.AsSpan().Trim();
        text = text[..Math.Min(text.Length, 500)];
        HashSet<(char, char)> pairs = [];
        for (var i = 0; i + 1 < text.Length; i++)
        {
            pairs.Add((text[i], text[i + 1]));
        }

        return pairs;
    }

    private static string Show(string line) => line.Length <= MaxShown ? $"`{line}`" : $"`{line[..MaxShown]}…`";
}
