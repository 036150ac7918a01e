using System.Text;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>Quotes the beginning of what a server sent, for a message: bounded, on one line, nothing a terminal would obey.</summary>
internal static class TextSnippet
{
    private const int MaxCharacters = 200;

    public static string Of(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "(empty)" : Of(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 4 * MaxCharacters)]));

    public static string Of(string text)
    {
        var shown = text.Length <= MaxCharacters ? text : text[..MaxCharacters];
        var builder = new StringBuilder(shown.Length + 3).Append('\'');
        foreach (var character in shown) builder.Append(char.IsControl(character) ? ' ' : character);
        return builder.Append(shown.Length < text.Length ? "…'" : "'").ToString();
    }
}
