namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Cuts a text into the pieces that a stream brings: a word with the space before it, or two Chinese characters.</summary>
internal static class WordSplitter
{
    private const int HanPiece = 2;
    private const int MaxPiece = 32;

    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = End(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    private static int End(string text, int start)
    {
        var i = start;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        if (i < text.Length && IsWide(text[i])) return EndOfHan(text, i);
        var first = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && !IsWide(text[i]) && i - first < MaxPiece) i++;
        return i < text.Length && char.IsLowSurrogate(text[i]) ? i + 1 : i;
    }

    private static int EndOfHan(string text, int start)
    {
        var end = Math.Min(start + HanPiece, text.Length);
        return end - start == HanPiece && !IsWide(text[end - 1]) ? end - 1 : end;
    }

    private static bool IsWide(char character) => character is >= '\u2E80' and <= '\uD7FF' or >= '\uFF00' and <= '\uFFEF';
}
