using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>IANA time-zone ids and known places.</summary>
internal static partial class PlaceExtractor
{
    private const int MaxWords = 4;

    public static void ExtractZones(ValueScan scan)
    {
        foreach (Match match in ZoneShape().Matches(scan.Text))
        {
            if (Places.ZoneId(match.Value) is { } id) scan.TryAdd(CandidateKind.Zone, match.Index, match.Index + match.Length, id, id);
        }
    }

    public static void ExtractPlaces(ValueScan scan)
    {
        var words = Word().Matches(scan.Text);
        for (var i = 0; i < words.Count; i++)
        {
            for (var count = Math.Min(MaxWords, words.Count - i); count > 0; count--)
            {
                if (!TryAdd(scan, words[i].Index, words[i + count - 1].Index + words[i + count - 1].Length)) continue;
                i += count - 1;
                break;
            }
        }

        for (var i = 0; i < scan.Text.Length; i++)
        {
            if (!RequestText.IsHan(scan.Text[i])) continue;
            for (var length = Math.Min(Places.MaxHanLength, scan.Text.Length - i); length > 1; length--)
            {
                if (!TryAdd(scan, i, i + length)) continue;
                i += length - 1;
                break;
            }
        }
    }

    private static bool TryAdd(ValueScan scan, int start, int end)
    {
        if (!scan.IsFree(start, end) || Places.ZoneOf(scan.Text[start..end]) is not { } zone) return false;

        // Lower-case words are taken for places too ("time in tokyo"), but not those that mean something else ("nice").
        var word = scan.Text[start..end];
        if (char.IsLower(word[0]) && word.Length < 5) return false;
        scan.TryAdd(CandidateKind.Place, start, end, null, zone);
        return true;
    }

    [GeneratedRegex("""\b[A-Za-z]+(?:/[A-Za-z_+\-0-9]+){1,2}|\bUTC\b|\bGMT\b""")]
    private static partial Regex ZoneShape();

    [GeneratedRegex("""(?<![A-Za-z0-9_])[A-Za-z\u00C0-\u024F]+(?![A-Za-z0-9_])""")]
    private static partial Regex Word();
}
