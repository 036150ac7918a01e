using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Paths, file names, and "here".</summary>
internal static partial class PathExtractor
{
    public static void Extract(ValueScan scan)
    {
        foreach (Match match in Windows().Matches(scan.Text)) Add(scan, match);
        foreach (Match match in Rooted().Matches(scan.Text)) Add(scan, match);
        foreach (Match match in Relative().Matches(scan.Text))
        {
            if (!IsChoice(match.Value)) Add(scan, match);
        }

        foreach (Match match in FileName().Matches(scan.Text))
        {
            if (FileTypes.Extensions.Contains(match.Groups[1].Value)) Add(scan, match);
        }

        foreach (Match match in Here().Matches(scan.Text)) scan.TryAdd(CandidateKind.Here, match.Index, match.Index + match.Length, ".");
    }

    private static void Add(ValueScan scan, Match match)
    {
        var text = match.Value.TrimEnd('.', ',', ':', ';', '?', '!', ')');
        if (text.Length == 0) text = match.Value.Trim();
        if (text.Contains('*', StringComparison.Ordinal)) return;
        scan.TryAdd(CandidateKind.Path, match.Index, match.Index + text.Length);
    }

    /// <summary>"and/or" and "he/she" are no paths.</summary>
    private static bool IsChoice(string text) =>
        text.Split('/').All(part => part.Length == 0 || StopWords.IsStopWord(part.ToLowerInvariant()) || part.All(char.IsAsciiDigit));

    [GeneratedRegex("""(?<![A-Za-z0-9])[A-Za-z]:[\\/][^\s"'<>|?*，。；、！？]{0,400}""")]
    private static partial Regex Windows();

    [GeneratedRegex("""(?<![A-Za-z0-9_/.\\])(?:~|\.{1,2})?/[A-Za-z0-9_\-.+@~*/]{0,400}|(?<![A-Za-z0-9_/.\\])\.{1,2}\\[A-Za-z0-9_\-.+@~\\]{0,400}|(?<=\s|^)\.(?=\s|$|\?)""")]
    private static partial Regex Rooted();

    [GeneratedRegex("""(?<![A-Za-z0-9_/.\\])[A-Za-z0-9_.][A-Za-z0-9_\-.+]{0,100}(?:[/\\][A-Za-z0-9_\-.+*]{1,100}){1,20}[/\\]?|(?<![A-Za-z0-9_/.\\])[A-Za-z0-9_\-.]{1,100}/(?![A-Za-z0-9])""")]
    private static partial Regex Relative();

    [GeneratedRegex("""(?<![A-Za-z0-9_/.\\@])[A-Za-z0-9_.][A-Za-z0-9_\-.]{0,100}\.([A-Za-z0-9]{1,8})(?![A-Za-z0-9_(])""")]
    private static partial Regex FileName();

    [GeneratedRegex("""\b(?:(?:in|of|from) )?(?:here|(?:this|the current|current) (?:folder|directory|dir|path)|the working directory)\b|当前的?(?:目录|文件夹|路径)|(?:这个|此|本)(?:目录|文件夹)|这里""", RegexOptions.IgnoreCase)]
    private static partial Regex Here();
}
