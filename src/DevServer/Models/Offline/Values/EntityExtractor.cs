using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What is left: capitalised names, words that no tool knows, Chinese that no lexicon knows.</summary>
internal static partial class EntityExtractor
{
    private const string HanJoints = "的和与跟及或、在把将给为到从";

    public static void Extract(ValueScan scan, Func<string, bool> isCommandTerm)
    {
        foreach (Match match in Capitalised().Matches(scan.Text)) AddName(scan, match, isCommandTerm);
        foreach (Match match in Word().Matches(scan.Text))
        {
            var lower = match.Value.ToLowerInvariant();
            if (!StopWords.IsStopWord(lower) && !isCommandTerm(Stemmer.Stem(lower)))
                scan.TryAdd(CandidateKind.Word, match.Index, match.Index + match.Length);
        }

        AddHan(scan, isCommandTerm);
    }

    private static void AddName(ValueScan scan, Match match, Func<string, bool> isCommandTerm)
    {
        int start = match.Index, end = match.Index + match.Length;
        var first = match.Value.Split(' ')[0];
        var startsSentence = scan.Text[..start].TrimEnd() is "" or [.., '.' or '!' or '?' or '\n' or '。'];
        var lower = first.ToLowerInvariant();
        if (StopWords.IsStopWord(lower) || (startsSentence && (isCommandTerm(Stemmer.Stem(lower)) || StopWords.IsAction(Stemmer.Stem(lower)))))
        {
            start += first.Length;
            while (start < end && scan.Text[start] == ' ') start++;
        }

        scan.TryAdd(CandidateKind.Entity, start, end);
    }

    /// <summary>Runs of Chinese between the words of the lexicon: in 扬州天气 it is 扬州.</summary>
    private static void AddHan(ValueScan scan, Func<string, bool> isCommandTerm)
    {
        var text = scan.Text;
        var start = -1;
        for (var i = 0; i <= text.Length;)
        {
            var known = i < text.Length && RequestText.IsHan(text[i]) && scan.IsFree(i, i + 1) ? KnownLength(text, i, isCommandTerm) : 1;
            if (known > 0)
            {
                if (start >= 0 && i - start >= 2) scan.TryAdd(CandidateKind.Entity, start, i);
                start = -1;
                i += known;
            }
            else
            {
                if (start < 0) start = i;
                i++;
            }
        }
    }

    private static int KnownLength(string text, int i, Func<string, bool> isCommandTerm)
    {
        if (HanJoints.Contains(text[i], StringComparison.Ordinal)) return 1;
        var length = Lexicon.Match(text, i, out _);
        if (length > 0) return length;
        return i + 1 < text.Length && isCommandTerm(text.Substring(i, 2)) ? 2 : 0;
    }

    [GeneratedRegex("""(?<![A-Za-z0-9_])[A-Z\u00C0-\u00DE][A-Za-z\u00C0-\u024F'\-]*(?: [A-Z\u00C0-\u00DE][A-Za-z\u00C0-\u024F'\-]*){0,4}(?![A-Za-z0-9_])""")]
    private static partial Regex Capitalised();

    [GeneratedRegex("""(?<![A-Za-z0-9_'])[A-Za-z_][A-Za-z0-9_\-]*(?![A-Za-z0-9_])""")]
    private static partial Regex Word();
}
