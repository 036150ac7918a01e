using System.Buffers;
using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>Reads an event's JSON with <see cref="Utf8JsonReader"/> straight over the parser's span.</summary>
internal static class ChunkReader
{
    /// <summary>What ends a JSON string, begins an escape, or must not stand in one.</summary>
    private static readonly SearchValues<byte> NotPlain = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private static ReadOnlySpan<byte> PlainContentStart => "{\"type\":\"content\",\"content\":\""u8;

    /// <exception cref="JsonException">
    /// The data is not one JSON object, or a documented field of a chunk of known type has a value of the wrong type.
    /// </exception>
    public static Chunk Read(ReadOnlySpan<byte> json)
    {
        var chunk = default(Chunk);
        if (TryReadPlainContent(json, out chunk.Content))
        {
            chunk.Type = ChunkType.Content;
            return chunk;
        }

        try
        {
            ReadObject(json, ref chunk);
        }
        catch (InvalidOperationException exception) // how the tokenizer refuses to compare a name that is half a surrogate pair
        {
            throw new JsonException("a name or type in it is no text", exception);
        }

        if (chunk.Malformed is { } field && chunk.Type != ChunkType.Unknown)
            throw new JsonException($"its field '{field}' has a value of the wrong type");
        return chunk;
    }

    private static void ReadObject(ReadOnlySpan<byte> json, ref Chunk chunk)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("it is not an object");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(json, ref reader, ref chunk);

        reader.Read(); // throws where more than the one object stands in the event
    }

    /// <summary>
    /// Nearly every event of a reply is <c>{"type":"content","content":"…"}</c>, as Websopy's page shows it. It is recognised
    /// without a tokenizer, at half the cost; whatever differs in more than white space goes the general way.
    /// </summary>
    private static bool TryReadPlainContent(ReadOnlySpan<byte> json, out JsonText content)
    {
        content = default;
        if (json.StartsWith(PlainContentStart)) json = json[PlainContentStart.Length..];
        else if (!TrySkipSpacedStart(ref json)) return false;
        if (!TakeLast(ref json, (byte)'}') || !TakeLast(ref json, (byte)'"') || json.ContainsAny(NotPlain)) return false;
        content = JsonText.Plain(json);
        return true;
    }

    private static bool TrySkipSpacedStart(ref ReadOnlySpan<byte> json) =>
        TakeFirst(ref json, "{"u8) && TakeFirst(ref json, "\"type\""u8) && TakeFirst(ref json, ":"u8) && TakeFirst(ref json, "\"content\""u8)
        && TakeFirst(ref json, ","u8) && TakeFirst(ref json, "\"content\""u8) && TakeFirst(ref json, ":"u8) && TakeFirst(ref json, "\""u8);

    private static bool TakeFirst(ref ReadOnlySpan<byte> json, ReadOnlySpan<byte> token)
    {
        while (!json.IsEmpty && IsWhiteSpace(json[0])) json = json[1..];
        if (!json.StartsWith(token)) return false;
        json = json[token.Length..];
        return true;
    }

    private static bool TakeLast(ref ReadOnlySpan<byte> json, byte token)
    {
        while (!json.IsEmpty && IsWhiteSpace(json[^1])) json = json[..^1];
        if (json.IsEmpty || json[^1] != token) return false;
        json = json[..^1];
        return true;
    }

    private static bool IsWhiteSpace(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static void ReadField(ReadOnlySpan<byte> json, scoped ref Utf8JsonReader reader, ref Chunk chunk)
    {
        if (reader.ValueTextEquals(WireNames.Chunk.Type))
        {
            reader.Read();
            chunk.Type = TypeOf(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Content))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.String) chunk.Content = JsonText.From(ref reader);
            else Reject(ref reader, ref chunk.Malformed, "content");
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Tool))
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            chunk.Tool = json[start..(int)reader.BytesConsumed];
        }
        else
        {
            ChunkDetailsReader.ReadField(ref reader, ref chunk);
        }
    }

    private static ChunkType TypeOf(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals(WireNames.ChunkTypes.Content)) return ChunkType.Content;
            if (reader.ValueTextEquals(WireNames.ChunkTypes.ToolCall)) return ChunkType.ToolCall;
            if (reader.ValueTextEquals(WireNames.ChunkTypes.Reasoning)) return ChunkType.Reasoning;
            if (reader.ValueTextEquals(WireNames.ChunkTypes.Done)) return ChunkType.Done;
            if (reader.ValueTextEquals(WireNames.ChunkTypes.Error)) return ChunkType.Error;
        }

        reader.Skip();
        return ChunkType.Unknown;
    }

    /// <summary>Passes over a value of the wrong type. JSON's <c>null</c> is taken for an absent field.</summary>
    internal static void Reject(scoped ref Utf8JsonReader reader, ref string? malformed, string field)
    {
        if (reader.TokenType != JsonTokenType.Null) malformed ??= field;
        reader.Skip();
    }
}
