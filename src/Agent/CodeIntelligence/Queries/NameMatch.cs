namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>How well a name fits what was typed, the best first.</summary>
internal enum NameMatch
{
    Exact,
    ExactIgnoringCase,
    Prefix,
    PrefixIgnoringCase,
    Humps,
    Part,
    None,
}

internal static class NameMatches
{
    public static NameMatch Of(string name, string pattern) =>
        name == pattern ? NameMatch.Exact
        : name.Equals(pattern, StringComparison.OrdinalIgnoreCase) ? NameMatch.ExactIgnoringCase
        : name.StartsWith(pattern, StringComparison.Ordinal) ? NameMatch.Prefix
        : name.StartsWith(pattern, StringComparison.OrdinalIgnoreCase) ? NameMatch.PrefixIgnoringCase
        : FitsHumps(name, pattern) ? NameMatch.Humps
        : name.Contains(pattern, StringComparison.OrdinalIgnoreCase) ? NameMatch.Part
        : NameMatch.None;

    /// <summary>Whether each upper-case letter of the pattern, with what follows it, begins a word of the name, in order: SymLoc in SymbolLocator.</summary>
    private static bool FitsHumps(string name, string pattern)
    {
        if (pattern.Length < 2 || !pattern.Skip(1).Any(char.IsUpper) || !char.IsUpper(pattern[0]))
        {
            return false;
        }

        var at = 0;
        for (var i = 0; i < pattern.Length;)
        {
            var end = i + 1;
            while (end < pattern.Length && !char.IsUpper(pattern[end]))
            {
                end++;
            }

            var word = pattern.AsSpan(i, end - i);
            while (at < name.Length && !(char.IsUpper(name[at]) && name.AsSpan(at).StartsWith(word, StringComparison.Ordinal)))
            {
                at++;
            }

            if (at >= name.Length)
            {
                return false;
            }

            at += word.Length;
            i = end;
        }

        return true;
    }
}
