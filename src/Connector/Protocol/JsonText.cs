using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>A JSON string as it stands in an event's bytes, decoded only where and how it is needed.</summary>
/// <remarks>
/// An escaped lone surrogate is kept as it is: a JavaScript server that cuts its text between two UTF-16 units sends half a
/// character in one chunk and half in the next, and joined they are whole again. <see cref="Utf8JsonReader.GetString"/>
/// refuses such text.
/// </remarks>
internal readonly ref struct JsonText
{
    /// <summary>UTF-8 that throws on invalid bytes: text is never changed silently.</summary>
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const int ShortText = 64;

    private readonly ReadOnlySpan<byte> _raw;
    private readonly bool _escaped;

    private JsonText(ReadOnlySpan<byte> raw, bool escaped)
    {
        _raw = raw;
        _escaped = escaped;
        IsPresent = true;
    }

    /// <summary>Whether there was a string; JSON's <c>null</c> counts as absent.</summary>
    public bool IsPresent { get; }

    public bool IsEmpty => _raw.IsEmpty;

    /// <summary>Takes the inside of a string that has no escapes.</summary>
    public static JsonText Plain(ReadOnlySpan<byte> raw) => new(raw, escaped: false);

    /// <summary>Takes the string that the reader stands on.</summary>
    public static JsonText From(scoped ref Utf8JsonReader reader) => new(reader.ValueSpan, reader.ValueIsEscaped);

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public string GetString()
    {
        if (!_escaped) return _raw.Length <= ShortText ? ShortString(_raw) : StrictUtf8.GetString(_raw);
        var characters = ArrayPool<char>.Shared.Rent(_raw.Length);
        var text = new string(characters, 0, Unescape(_raw, characters));
        ArrayPool<char>.Shared.Return(characters);
        return text;
    }

    /// <summary>Decodes without counting first: what a token's text is worth on the stack.</summary>
    private static string ShortString(ReadOnlySpan<byte> raw)
    {
        Span<char> characters = stackalloc char[ShortText];
        return new string(characters[..Decode(raw, characters)]);
    }

    private static int Decode(ReadOnlySpan<byte> utf8, Span<char> to)
    {
        if (Utf8.ToUtf16(utf8, to, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done) return written;
        return StrictUtf8.GetChars(utf8, to); // throws, and says which bytes
    }

    public string? GetStringOrNull() => IsPresent ? GetString() : null;

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public void AppendTo(PooledBuffer<char> buffer)
    {
        if (_raw.IsEmpty) return;
        var free = buffer.GetSpan(_raw.Length); // UTF-8 never decodes to more units than it has bytes, and escapes only shrink
        buffer.Advance(_escaped ? Unescape(_raw, free) : Decode(_raw, free));
    }

    /// <summary>Resolves escapes that <see cref="Utf8JsonReader"/> has already found well-formed.</summary>
    private static int Unescape(ReadOnlySpan<byte> raw, Span<char> to)
    {
        var written = 0;
        for (var escape = raw.IndexOf((byte)'\\'); escape >= 0; escape = raw.IndexOf((byte)'\\'))
        {
            written += Decode(raw[..escape], to[written..]);
            var code = raw[escape + 1];
            to[written++] = code == 'u' ? Unit(raw.Slice(escape + 2, 4)) : Simple(code);
            raw = raw[(escape + (code == 'u' ? 6 : 2))..];
        }

        return written + Decode(raw, to[written..]);
    }

    private static char Unit(ReadOnlySpan<byte> hex)
    {
        Span<char> digits = stackalloc char[4];
        for (var i = 0; i < digits.Length; i++) digits[i] = (char)hex[i];
        return (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    private static char Simple(byte code) => (char)code switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var other => other, // " \ /
    };
}
