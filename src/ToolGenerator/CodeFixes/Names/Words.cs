using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes.Names;

/// <summary>The words of identifiers, put together as another name puts its own.</summary>
internal static class Words
{
    /// <summary>The words of a name in small letters: <c>max</c> and <c>results</c> of <c>maxResults</c>.</summary>
    public static IEnumerable<string> Split(string name) => Regex
        .Split(name, @"[_\-\s]+|(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})")
        .Where(word => word.Length > 0)
        .Select(word => word.ToLowerInvariant());

    /// <summary>A name with more words, in its own style: <c>find_by_id</c>, <c>find-by-id</c>, <c>findById</c> or <c>FindById</c>.</summary>
    public static string Append(string name, IEnumerable<string> words) => Separator(name) is { } separator
        ? words.Aggregate(name, (whole, word) => whole + separator + word)
        : words.Aggregate(name, (whole, word) => whole + Capital(word));

    /// <summary>An identifier in the style of a name.</summary>
    public static string Like(string name, string identifier)
    {
        if (Separator(name) is { } separator) return string.Join(separator, Split(identifier));
        return char.IsLower(name[0]) ? char.ToLowerInvariant(identifier[0]) + identifier.Substring(1) : identifier;
    }

    /// <summary>The words of an identifier as the beginning of a sentence: <c>Max results</c>.</summary>
    public static string Sentence(string identifier) => Capital(string.Join(" ", Split(identifier)));

    /// <summary>A text without accents, and with an underscore for whatever else a tool's name does not take.</summary>
    public static string Sanitize(string text)
    {
        StringBuilder plain = new();
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) plain.Append(character);
        }

        return Regex.Replace(plain.ToString(), "[^A-Za-z0-9_-]+", "_").Trim('_');
    }

    private static string? Separator(string name)
    {
        if (name.Contains('_')) return "_";
        if (name.Contains('-')) return "-";
        return name.Any(char.IsUpper) ? null : "_";
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1);
}
