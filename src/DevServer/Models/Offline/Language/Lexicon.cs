namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Finds the Chinese words of <see cref="LexiconTable"/> and <see cref="EverydayLexiconTable"/> in a text, the longest first.</summary>
internal static class Lexicon
{
    private static readonly Dictionary<string, string[]> Words = Build();
    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Words.Keys.Max(word => word.Length);

    public static int Count => Words.Count;

    /// <summary>The longest word that starts at <paramref name="start"/>; its English stems are empty when it says nothing.</summary>
    public static int Match(string text, int start, out string[] english)
    {
        for (var length = Math.Min(Longest, text.Length - start); length > 0; length--)
        {
            if (Lookup.TryGetValue(text.AsSpan(start, length), out english!)) return length;
        }

        english = [];
        return 0;
    }

    private static Dictionary<string, string[]> Build()
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in (LexiconTable.Entries + "\n" + EverydayLexiconTable.Entries).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('=');
            var english = parts.Length < 2 ? [] : parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stemmer.Stem).ToArray();
            foreach (var chinese in parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)) words[chinese] = english;
        }

        return words;
    }
}
