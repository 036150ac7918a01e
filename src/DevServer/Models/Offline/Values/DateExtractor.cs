using System.Globalization;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Dates and times: ISO forms, "today" and its like, weekdays, "March 5", 3月5日, 15:00, 3pm.</summary>
internal static partial class DateExtractor
{
    private static readonly (string Word, int Days)[] Relative =
    [
        ("day after tomorrow", 2), ("today", 0), ("tonight", 0), ("tomorrow", 1), ("yesterday", -1),
        ("大后天", 3), ("后天", 2), ("前天", -2), ("今天", 0), ("今日", 0), ("今晚", 0), ("明天", 1), ("明日", 1), ("昨天", -1), ("昨日", -1),
    ];

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static void Extract(ValueScan scan, DateOnly today)
    {
        foreach (Match match in IsoDateTime().Matches(scan.Text))
        {
            var text = match.Value.Replace(' ', 'T');
            if (text.Length == "2025-01-01T10:00".Length) text += ":00";
            scan.TryAdd(CandidateKind.DateTime, match.Index, match.Index + match.Length, text);
        }

        foreach (Match match in YearMonthDay().Matches(scan.Text)) Add(scan, match, Number(match, 1), Number(match, 2), Number(match, 3));
        foreach (Match match in HanMonthDay().Matches(scan.Text)) Add(scan, match, today.Year, Number(match, 1), Number(match, 2));
        foreach (Match match in MonthDay().Matches(scan.Text)) Add(scan, match, Year(match, 3, today), Month(match.Groups[1].Value), Number(match, 2));
        foreach (Match match in DayMonth().Matches(scan.Text)) Add(scan, match, Year(match, 3, today), Month(match.Groups[2].Value), Number(match, 1));
        AddRelative(scan, today);
        foreach (Match match in Weekday().Matches(scan.Text)) AddWeekday(scan, match, today);
        foreach (Match match in HanWeekday().Matches(scan.Text)) AddHanWeekday(scan, match, today);
        foreach (Match match in Clock().Matches(scan.Text)) AddClock(scan, match);
        foreach (Match match in HanClock().Matches(scan.Text)) AddHanClock(scan, match);
    }

    private static void AddRelative(ValueScan scan, DateOnly today)
    {
        foreach (var (word, days) in Relative)
        {
            for (var at = scan.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = scan.Text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                scan.TryAdd(CandidateKind.Date, at, at + word.Length, Iso(today.AddDays(days)));
            }
        }
    }

    private static void AddWeekday(ValueScan scan, Match match, DateOnly today) =>
        scan.TryAdd(CandidateKind.Date, match.Index, match.Index + match.Length,
            Iso(Next(today, Array.IndexOf(Weekdays, match.Groups[1].Value.ToLowerInvariant()))));

    private static void AddHanWeekday(ValueScan scan, Match match, DateOnly today)
    {
        var weekday = "日一二三四五六".IndexOf(match.Groups[2].Value is "天" ? "日" : match.Groups[2].Value, StringComparison.Ordinal);
        var date = Next(today, weekday);
        if (match.Groups[1].Success)
        {
            // 下周五 is the Friday of the week that begins next Monday.
            var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
            date = monday.AddDays((weekday + 6) % 7);
        }

        scan.TryAdd(CandidateKind.Date, match.Index, match.Index + match.Length, Iso(date));
    }

    private static DateOnly Next(DateOnly today, int weekday) => today.AddDays((((weekday - (int)today.DayOfWeek) + 6) % 7) + 1);

    private static void AddClock(ValueScan scan, Match match)
    {
        var hour = Number(match, 1);
        var minute = match.Groups[2].Success ? Number(match, 2) : 0;
        var half = match.Groups[3].Value.ToLowerInvariant();
        if (half.StartsWith('p') && hour < 12) hour += 12;
        if (half.StartsWith('a') && hour == 12) hour = 0;
        AddTime(scan, match, hour, minute);
    }

    private static void AddHanClock(ValueScan scan, Match match)
    {
        if (!HanNumber.TryRead(match.Groups[2].Value, out var hours)) return;
        var minute = match.Groups[3].Value == "半" ? 30 : HanNumber.TryRead(match.Groups[3].Value, out var minutes) ? (int)minutes : 0;
        var hour = (int)hours;
        if (match.Groups[1].Value is "下午" or "晚上" or "傍晚" && hour < 12) hour += 12;
        AddTime(scan, match, hour, minute);
    }

    private static void AddTime(ValueScan scan, Match match, int hour, int minute)
    {
        if (hour > 23 || minute > 59) return;
        scan.TryAdd(CandidateKind.Time, match.Index, match.Index + match.Length,
            string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:00"));
    }

    private static void Add(ValueScan scan, Match match, int year, int month, int day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return;
        scan.TryAdd(CandidateKind.Date, match.Index, match.Index + match.Length, Iso(new(year, month, day)));
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Year(Match match, int group, DateOnly today) => match.Groups[group].Success ? Number(match, group) : today.Year;

    private static int Month(string name) => Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    [GeneratedRegex("""\b[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?""")]
    private static partial Regex IsoDateTime();

    [GeneratedRegex("""(?<![0-9])([0-9]{4})[-/年.]([0-9]{1,2})[-/月.]([0-9]{1,2})(?![0-9])[日号]?""")]
    private static partial Regex YearMonthDay();

    [GeneratedRegex("""(?<![0-9])([0-9]{1,2})月([0-9]{1,2})[日号]""")]
    private static partial Regex HanMonthDay();

    [GeneratedRegex("""\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? ([0-9]{1,2})(?:st|nd|rd|th)?\b(?:,? ([0-9]{4})\b)?""", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex("""\b([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? (jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:,? ([0-9]{4})\b)?""", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex("""\b(?:(?:next|this|on) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex("""(下)?(?:周|星期|礼拜)([一二三四五六日天])""")]
    private static partial Regex HanWeekday();

    [GeneratedRegex("""(?<![0-9:.])([0-9]{1,2})(?::([0-9]{2}))?(?![0-9:])(?<=:[0-9]{2}|(?=\s?[ap]m\b))\s?([ap]m\b)?""", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex("""(上午|早上|下午|晚上|傍晚|中午)?([0-9]{1,2}|[一二三四五六七八九十两]{1,3})点(?:钟|([0-9]{1,2}|半|[一二三四五六七八九十]{2,3}|[一二三四五六七八九十](?=分))分?)?(?![0-9一二三四五六七八九])""")]
    private static partial Regex HanClock();
}
