using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Websopy.SemanticKernel.Tools;

/// <summary>
/// The results that tools give most, as the serializer would write them, without it: its first value costs a process many
/// milliseconds. Whatever is unusual is left to it.
/// </summary>
internal static class PlainJson
{
    private const int StackBytes = 512;
    private const int Quotes = 2;
    private const int MaxBytesOfChar = 3;

    private static readonly JsonElement Null = Parse("null"u8);
    private static readonly JsonElement True = Parse("true"u8);
    private static readonly JsonElement False = Parse("false"u8);

    /// <summary>Writes a value, if it is of a type that is written here.</summary>
    public static bool TryWrite<T>(T value, out JsonElement json)
    {
        json = default;
        if (typeof(T) == typeof(bool)) json = (bool)(object)value! ? True : False; // the compiler sees through these boxes
        else if (typeof(T) == typeof(int)) json = Write((int)(object)value!);
        else if (typeof(T) == typeof(long)) json = Write((long)(object)value!);
        else if (typeof(T) == typeof(string)) return TryWrite((string?)(object?)value, out json);
        return json.ValueKind != JsonValueKind.Undefined;
    }

    private static JsonElement Write(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        return Parse(digits[..written]);
    }

    private static bool TryWrite(string? text, out JsonElement json)
    {
        json = Null;
        if (text is null) return true;
        var longest = (text.Length * MaxBytesOfChar) + Quotes;
        if (longest <= StackBytes) return TryWrite(text, stackalloc byte[StackBytes], out json);
        var buffer = ArrayPool<byte>.Shared.Rent(longest);
        var isWritten = TryWrite(text, buffer, out json);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return isWritten;
    }

    private static bool TryWrite(string text, Span<byte> buffer, out JsonElement json)
    {
        json = default;
        buffer[0] = (byte)'"';
        var isText = Utf8.FromUtf16(text, buffer[1..^1], out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done;
        if (!isText) return false;
        if (JavaScriptEncoder.UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(buffer.Slice(1, written)) >= 0) return TryEscape(buffer.Slice(1, written), out json);
        buffer[written + 1] = (byte)'"';
        json = Parse(buffer[..(written + Quotes)]);
        return true;
    }

    /// <summary>Twice the room, and some, is enough for text with lines and quotation marks.</summary>
    private static bool TryEscape(ReadOnlySpan<byte> text, out JsonElement json)
    {
        json = default;
        var buffer = ArrayPool<byte>.Shared.Rent((text.Length * 2) + StackBytes);
        buffer[0] = (byte)'"';
        var isEscaped = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(text, buffer.AsSpan(1..^1), out _, out var written) == OperationStatus.Done;
        buffer[written + 1] = (byte)'"';
        if (isEscaped) json = Parse(buffer.AsSpan(0, written + Quotes));
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return isEscaped;
    }

    /// <summary>An element that owns its bytes.</summary>
    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
#if NET10_0_OR_GREATER
        return JsonElement.Parse(json);
#else
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
#endif
    }
}
