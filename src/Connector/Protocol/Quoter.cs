using System.Text;
using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>
/// Quotes what a server or a network sent in messages that people read: without the key, which a server may echo, bounded,
/// and on one line with nothing a terminal would obey.
/// </summary>
/// <param name="key">The key to leave out; compared without case, for a key in a host name comes back in lower case.</param>
internal sealed class Quoter(string? key)
{
    private const int MaxSnippet = 200;
    private const int MaxMessage = 1000;

    /// <summary>The key as it is, and as it stands in JSON and in an address.</summary>
    private readonly string[] _spellings = string.IsNullOrEmpty(key)
        ? []
        : [.. new[] { key, key.Replace("/", "\\/", StringComparison.Ordinal), JsonEncodedText.Encode(key).ToString(), Uri.EscapeDataString(key) }.Distinct()];

    /// <summary>The beginning of a body, in quotation marks.</summary>
    public string Snippet(ReadOnlySpan<byte> body) => body.IsEmpty ? "(empty)" : Snippet(Encoding.UTF8.GetString(body));

    /// <inheritdoc cref="Snippet(ReadOnlySpan{byte})" />
    public string Snippet(string text) => $"'{Line(text, MaxSnippet)}'";

    /// <summary>A message that was meant to be read.</summary>
    public string Message(string text) => Line(text, MaxMessage);

    public string? MessageOrNull(string? text) => text is null ? null : Message(text);

    private string Line(string text, int length)
    {
        // The key goes before the cut: cut first, a part of it could stay at the end, unrecognized.
        foreach (var spelling in _spellings) text = text.Replace(spelling, "[key]", StringComparison.OrdinalIgnoreCase);
        var shown = text.AsSpan(0, Math.Min(text.Length, length));
        var line = new StringBuilder(shown.Length + 1);
        foreach (var character in shown) line.Append(char.IsControl(character) ? ' ' : character);
        return (shown.Length < text.Length ? line.Append('…') : line).ToString();
    }
}
