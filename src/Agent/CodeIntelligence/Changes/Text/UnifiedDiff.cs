using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>A change in the unified format that patch programs read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference, empty if there is none.</summary>
    /// <param name="path">The path that its heading names.</param>
    /// <param name="before">The old text, or null if the file is new.</param>
    /// <param name="after">The new text, or null if the file is deleted.</param>
    /// <param name="maxCharacters">Its length at most; what does not fit is counted in a last line.</param>
    public static string Of(string path, SourceText? before, SourceText? after, int maxCharacters)
    {
        var old = DiffLines.Split(before?.ToString() ?? "");
        var @new = DiffLines.Split(after?.ToString() ?? "");
        var blocks = DiffLines.Compare(old, @new);
        if (blocks.Count == 0 && (before is null) == (after is null))
        {
            return "";
        }

        List<string> lines =
        [
            $"--- {(before is null ? "/dev/null" : Quote("a/" + path))}\n",
            $"+++ {(after is null ? "/dev/null" : Quote("b/" + path))}\n",
        ];
        foreach (var hunk in Hunks(blocks))
        {
            Write(hunk, old, @new, lines);
        }

        return Cut(lines, maxCharacters);
    }

    /// <summary>Groups of blocks whose contexts touch.</summary>
    private static IEnumerable<List<DiffLines.Block>> Hunks(IReadOnlyList<DiffLines.Block> blocks)
    {
        List<DiffLines.Block> hunk = [];
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.OldStart - hunk[^1].OldEnd > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        if (hunk.Count > 0)
        {
            yield return hunk;
        }
    }

    private static void Write(List<DiffLines.Block> hunk, string[] old, string[] @new, List<string> lines)
    {
        var lead = Math.Min(Context, hunk[0].OldStart);
        var trail = Math.Min(Context, old.Length - hunk[^1].OldEnd);
        var (oldStart, newStart) = (hunk[0].OldStart - lead, hunk[0].NewStart - lead);
        lines.Add($"@@ -{Range(oldStart, hunk[^1].OldEnd + trail - oldStart)} +{Range(newStart, hunk[^1].NewEnd + trail - newStart)} @@\n");
        var next = oldStart;
        foreach (var block in hunk)
        {
            Add(' ', old.AsSpan(next, block.OldStart - next), lines);
            Add('-', old.AsSpan(block.OldStart, block.OldCount), lines);
            Add('+', @new.AsSpan(block.NewStart, block.NewCount), lines);
            next = block.OldEnd;
        }

        Add(' ', old.AsSpan(next, trail), lines);
    }

    private static void Add(char sign, ReadOnlySpan<string> content, List<string> lines)
    {
        foreach (var line in content)
        {
            lines.Add(line.EndsWith('\n') ? sign + line : $"{sign}{line}\n\\ No newline at end of file\n");
        }
    }

    /// <summary>An empty range is named by the line before it.</summary>
    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    /// <summary>A path as git writes it in a heading, so that no character of it ends the line.</summary>
    private static string Quote(string path)
    {
        if (path.Any(c => char.IsControl(c) || c is '"' or '\\'))
        {
            var escaped = path.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\{Convert.ToString(c & 0xFF, 8).PadLeft(3, '0')}" : c.ToString());
            return $"\"{string.Concat(escaped)}\"";
        }

        return path.Contains(' ', StringComparison.Ordinal) ? path + "\t" : path;
    }

    private static string Cut(List<string> lines, int maxCharacters)
    {
        if (lines.Sum(line => (long)line.Length) <= maxCharacters)
        {
            return string.Concat(lines);
        }

        // Reserve the longest note; the one that is written counts no more than all lines.
        var room = maxCharacters - Note(lines).Length;
        var kept = 0;
        for (var length = 0; kept < lines.Count && length + lines[kept].Length <= room; kept++)
        {
            length += lines[kept].Length;
        }

        var note = Note(lines.Skip(kept));
        return room < 0 ? note[..Math.Clamp(maxCharacters, 0, note.Length)] : string.Concat(lines.Take(kept).Append(note));
    }

    private static string Note(IEnumerable<string> left)
    {
        var (added, removed, other) = (0, 0, 0);
        foreach (var line in left)
        {
            added += line[0] == '+' ? 1 : 0;
            removed += line[0] == '-' ? 1 : 0;
            other += line[0] is '+' or '-' ? 0 : 1;
        }

        return $"... left out: {added} added, {removed} removed, {other} other lines of this diff\n";
    }
}
