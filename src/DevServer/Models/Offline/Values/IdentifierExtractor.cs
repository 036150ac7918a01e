using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Identifiers of program code (with a hump, a dot or an underscore) and codes of letters and digits.</summary>
internal static partial class IdentifierExtractor
{
    public static void Extract(ValueScan scan)
    {
        foreach (Match match in Version().Matches(scan.Text)) scan.TryAdd(CandidateKind.Code, match.Index, match.Index + match.Length);
        foreach (Match match in Shape().Matches(scan.Text))
        {
            var word = match.Value;
            if (IsIdentifier(word)) scan.TryAdd(CandidateKind.Identifier, match.Index, match.Index + match.Length);
            else if (IsCode(word)) scan.TryAdd(CandidateKind.Code, match.Index, match.Index + match.Length);
        }
    }

    public static bool IsIdentifier(string word) =>
        !char.IsAsciiDigit(word[0]) && (Hump().IsMatch(word) || word.Contains('_', StringComparison.Ordinal) || DottedName().IsMatch(word)) && !IsCode(word);

    private static bool IsCode(string word) =>
        word.Length >= 4 && word.All(character => !char.IsAsciiLetterLower(character) && character is not '.' and not '_')
        && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetterUpper);

    [GeneratedRegex("""(?<![A-Za-z0-9_.])v?[0-9]{1,6}(?:\.[0-9]{1,6}){2,3}(?:-[A-Za-z0-9.]{1,32})?(?![A-Za-z0-9_])""")]
    private static partial Regex Version();

    [GeneratedRegex("""(?<![A-Za-z0-9_.@/\\])[A-Za-z_0-9][A-Za-z0-9_\-]{0,200}(?:\.[A-Za-z_][A-Za-z0-9_]{0,200}){0,20}(?:<[A-Za-z0-9_.,<>? ]{1,200}>)?(?![A-Za-z0-9_@/\\])""")]
    private static partial Regex Shape();

    [GeneratedRegex("""^[A-Za-z0-9_<>,.? ]*(?:[a-z0-9][A-Z]|[A-Z]{2}[a-z]|<)[A-Za-z0-9_<>,.? ]*$""")]
    private static partial Regex Hump();

    [GeneratedRegex("""^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)+$""")]
    private static partial Regex DottedName();
}
