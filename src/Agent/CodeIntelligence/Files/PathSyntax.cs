using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>
/// Reads a path that a model wrote, without looking at the disk. The strictest system's rules hold on all: what only Windows
/// takes for another file (a trailing dot, a stream, a short name) is refused everywhere.
/// </summary>
internal static partial class PathSyntax
{
    public const int MaxLength = 1024;

    private const string HowToWrite = "write it relative to the solution's folder, such as 'src/App/Program.cs'";

    private static readonly SearchValues<char> Special = SearchValues.Create("\\:*?\"<>|");

    private static readonly StringComparison OfPaths = SolutionFolder.PathComparison;

    /// <summary>The parts below the folder, with <c>.</c> and <c>..</c> worked out; none for the folder itself.</summary>
    /// <param name="path">The path as written, with either kind of slash.</param>
    /// <param name="segments">The parts.</param>
    /// <param name="roots">The absolute spellings of the folder, which the path may begin with.</param>
    /// <returns>What is wrong with the path; null if nothing is.</returns>
    public static string? Read(string path, out IReadOnlyList<string> segments, params ReadOnlySpan<string> roots)
    {
        segments = [];
        if (string.IsNullOrWhiteSpace(path)) return $"The path is empty; {HowToWrite}.";
        if (path.Length > MaxLength) return $"The path is longer than {MaxLength} characters.";
        if (!IsPlainText(path)) return "The path contains control or invisible characters.";
        var text = path.Replace('\\', '/');
        if (!TryStripRoot(ref text, roots) && IsRooted(text))
            return $"The path is absolute and not in the solution's folder; {HowToWrite}.";
        var parts = new List<string>();
        foreach (var part in text.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part == "..")
            {
                if (parts.Count == 0) return $"The path leads out of the solution's folder; {HowToWrite}.";
                parts.RemoveAt(parts.Count - 1);
                continue;
            }
            if (Fault(part) is { } fault) return $"The path is refused: '{part}' {fault}.";
            parts.Add(part);
        }
        segments = parts;
        return null;
    }

    /// <summary>What is wrong with one name; null if nothing is.</summary>
    public static string? Fault(string name)
    {
        if (!IsPlainText(name)) return "contains control or invisible characters";
        if (name.AsSpan().ContainsAny(Special)) return "contains one of : * ? \" < > | \\";
        if (name[^1] is '.' or ' ') return "ends in a dot or a space";
        if (ShortName().IsMatch(name)) return "has the form of a short name";
        return DeviceName().IsMatch(name) ? "is the name of a device" : null;
    }

    private static bool IsPlainText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives a lone surrogate as the replacement character.
            if (rune == Rune.ReplacementChar) return false;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return false;
        }
        return true;
    }

    private static bool TryStripRoot(ref string text, ReadOnlySpan<string> roots)
    {
        foreach (var root in roots)
        {
            var prefix = root.Replace('\\', '/').TrimEnd('/');
            if (!text.StartsWith(prefix, OfPaths)) continue;
            if (text.Length > prefix.Length && text[prefix.Length] != '/') continue;
            text = text[prefix.Length..];
            return true;
        }
        return false;
    }

    private static bool IsRooted(string text) => text[0] == '/' || (text.Length > 1 && text[1] == ':' && char.IsAsciiLetter(text[0]));

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])( *\..*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();

    // GIT~1 and its like, which Windows also keeps for a file with a longer name.
    [GeneratedRegex(@"^[^.~]{1,6}~[0-9]{1,6}(\.[^.]{0,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortName();
}
