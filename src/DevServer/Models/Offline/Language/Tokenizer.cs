namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>
/// Cuts a text into concepts: English words as stems (camelCase, snake_case and kebab-case into their words), Chinese words
/// of the lexicon as their translations and themselves, and other Chinese as bigrams.
/// </summary>
internal static class Tokenizer
{
    /// <param name="text">A narrow text.</param>
    public static List<Concept> Tokenize(string text)
    {
        var concepts = new List<Concept>();
        for (var i = 0; i < text.Length;)
        {
            if (RequestText.IsHan(text[i])) i = ReadHan(text, i, concepts);
            else if (char.IsLetterOrDigit(text[i])) i = ReadWord(text, i, concepts);
            else i++;
        }

        return concepts;
    }

    /// <summary>The terms of a name or a description, without positions.</summary>
    public static IEnumerable<string> Terms(string? text) =>
        string.IsNullOrEmpty(text) ? [] : Tokenize(RequestText.ToNarrow(text)).SelectMany(concept => concept.Terms);

    private static int ReadWord(string text, int start, List<Concept> concepts)
    {
        var end = start + 1;
        while (end < text.Length && !IsBoundary(text, end)) end++;
        var word = text[start..end].ToLowerInvariant();
        var isContraction = end < text.Length - 1 && text[end] is '\'' or '\u2019' && char.IsLetter(text[end + 1]);
        if (!StopWords.IsStopWord(word) && !(isContraction && word is "don" or "doesn" or "isn" or "aren" or "won" or "can"))
            concepts.Add(new(start, end - start, [Stemmer.Stem(word)]));
        return end;
    }

    private static bool IsBoundary(string text, int i)
    {
        char before = text[i - 1], here = text[i];
        if (!char.IsLetterOrDigit(here) || RequestText.IsHan(here)) return true;
        if (char.IsDigit(before) != char.IsDigit(here)) return true;
        if (char.IsUpper(here) && !char.IsUpper(before)) return true;
        return char.IsUpper(here) && i + 1 < text.Length && char.IsLower(text[i + 1]) && !char.IsLower(before);
    }

    private static int ReadHan(string text, int start, List<Concept> concepts)
    {
        var end = start;
        while (end < text.Length && RequestText.IsHan(text[end])) end++;
        var unknown = start;
        for (var i = start; i < end;)
        {
            var length = Lexicon.Match(text, i, out var english);
            if (length == 0)
            {
                i++;
                continue;
            }

            AddBigrams(text, unknown, i, concepts);
            if (english.Length > 0) concepts.Add(new(i, length, [.. english, text.Substring(i, length)]));
            i += length;
            unknown = i;
        }

        AddBigrams(text, unknown, end, concepts);
        return end;
    }

    private static void AddBigrams(string text, int start, int end, List<Concept> concepts)
    {
        if (end - start == 1) concepts.Add(new(start, 1, [text[start..end]]));
        for (var i = start; i < end - 1; i++) concepts.Add(new(i, 2, [text.Substring(i, 2)]));
    }
}
