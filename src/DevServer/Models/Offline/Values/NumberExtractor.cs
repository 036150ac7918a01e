using System.Globalization;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Numbers in digits and in words, English and Chinese.</summary>
internal static partial class NumberExtractor
{
    private const string WordValues = """
        zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
        fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
        eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 dozen=12
        """;

    private static readonly Dictionary<string, int> Words = WordValues
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    public static void Extract(ValueScan scan)
    {
        foreach (Match match in Digits().Matches(scan.Text))
        {
            if (decimal.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                Add(scan, match, number);
        }

        foreach (Match match in InWords().Matches(scan.Text)) AddWords(scan, match);
        foreach (Match match in InHan().Matches(scan.Text)) AddHan(scan, match);
    }

    private static void AddWords(ValueScan scan, Match match)
    {
        decimal total = 0, section = 0;
        var sign = 1;
        foreach (var word in match.Value.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Words.TryGetValue(word, out var value))
            {
                if (!word.Equals("and", StringComparison.OrdinalIgnoreCase)) sign = -1;
            }
            else if (value == 100)
            {
                section = (section == 0 ? 1 : section) * 100;
            }
            else if (value >= 1_000)
            {
                total += (section == 0 ? 1 : section) * value;
                section = 0;
            }
            else
            {
                section += value;
            }
        }

        // "one" alone is more often a pronoun.
        if (match.Value.Equals("one", StringComparison.OrdinalIgnoreCase) && IsPronoun(scan.Text, match)) return;
        Add(scan, match, sign * (total + section));
    }

    private static bool IsPronoun(string text, Match match)
    {
        var before = text[..match.Index].TrimEnd();
        var after = text[(match.Index + match.Length)..].TrimStart();
        return after.Length == 0 || !char.IsLetter(after[0]) || before.EndsWith("which", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("that", StringComparison.OrdinalIgnoreCase) || before.EndsWith("this", StringComparison.OrdinalIgnoreCase);
    }

    private static void AddHan(ValueScan scan, Match match)
    {
        var digits = match.Groups[2].Value;
        var next = match.Index + match.Length < scan.Text.Length ? scan.Text[match.Index + match.Length] : ' ';

        // 一 begins many words that count nothing (一下, 一起, 一样).
        if (digits == "一" && !"个条份项封篇名天行".Contains(next, StringComparison.Ordinal)) return;
        if (!HanNumber.TryRead(digits, out var number)) return;
        Add(scan, match, match.Groups[1].Success ? -number : number);
    }

    private static void Add(ValueScan scan, Match match, decimal number)
    {
        if (!scan.IsFree(match.Index, match.Index + match.Length)) return;
        scan.Add(new(CandidateKind.Number, match.Index, match.Index + match.Length, scan.Text.Substring(match.Index, match.Length)) { Number = number });
    }

    [GeneratedRegex("""(?<![A-Za-z0-9_.])(?:(?<![0-9)]\s?)-)?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,12})?(?:e[+-]?[0-9]{1,2})?(?![0-9])""")]
    private static partial Regex Digits();

    [GeneratedRegex("""\b(?:(?:minus|negative) )?(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen)(?:(?:[ -](?:hundred|thousand|million))|(?:(?<=ty)[ -]|(?<=hundred|thousand|million)(?: and |[ -]))(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)){0,8}\b""", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    [GeneratedRegex("""(负)?([零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿点]{0,15})""")]
    private static partial Regex InHan();
}
