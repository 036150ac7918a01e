using DiffPlex;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>Which lines of two texts differ.</summary>
internal static class DiffLines
{
    /// <summary>Above this many pairs of lines the difference is one block, since to find the smallest one takes too long.</summary>
    private const long MaxPairs = 25_000_000;

    /// <summary>Lines of the old text that lines of the new one stand for.</summary>
    public readonly record struct Block(int OldStart, int OldCount, int NewStart, int NewCount)
    {
        public int OldEnd => OldStart + OldCount;

        public int NewEnd => NewStart + NewCount;
    }

    /// <summary>The lines with their endings; as for patch programs, only a line feed ends one.</summary>
    public static string[] Split(string text)
    {
        List<string> lines = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    public static IReadOnlyList<Block> Compare(string[] old, string[] @new)
    {
        var prefix = old.AsSpan().CommonPrefixLength(@new);
        var suffix = 0;
        while (suffix < old.Length - prefix && suffix < @new.Length - prefix && old[^(suffix + 1)] == @new[^(suffix + 1)])
        {
            suffix++;
        }

        var (removed, added) = (old.Length - prefix - suffix, @new.Length - prefix - suffix);
        if (removed == 0 || added == 0 || (long)removed * added > MaxPairs)
        {
            return removed == 0 && added == 0 ? [] : [new Block(prefix, removed, prefix, added)];
        }

        var result = Differ.Instance.CreateDiffs(
            string.Concat(old[prefix..^suffix]), string.Concat(@new[prefix..^suffix]), ignoreWhiteSpace: false, ignoreCase: false, FeedChunker.Instance);
        return [.. result.DiffBlocks.Select(block => new Block(block.DeleteStartA + prefix, block.DeleteCountA, block.InsertStartB + prefix, block.InsertCountB))];
    }

    private sealed class FeedChunker : IChunker
    {
        public static FeedChunker Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text) => Split(text);
    }
}
