using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>Reads an event's JSON with <see cref="Utf8JsonReader"/> straight over the parser's span.</summary>
internal static class ChunkReader
{
    /// <exception cref="JsonException">
    /// The data is not one JSON object, or a documented field of a chunk of known type has a value of the wrong type.
    /// </exception>
    public static Chunk Read(ReadOnlySpan<byte> json)
    {
        var chunk = default(Chunk);
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("it is not an object");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadField(ref reader, ref chunk);

        reader.Read(); // throws where more than the one object stands in the event
        if (chunk.Malformed is { } field && chunk.Type != ChunkType.Unknown)
            throw new JsonException($"its field '{field}' has a value of the wrong type");
        return chunk;
    }

    private static void ReadField(scoped ref Utf8JsonReader reader, ref Chunk chunk)
    {
        if (reader.ValueTextEquals(WireNames.Chunk.Type))
        {
            reader.Read();
            chunk.Type = TypeOf(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Content))
        {
            reader.Read();
            chunk.Content = TextOf(ref reader, ref chunk.Malformed, "content");
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Tool))
        {
            reader.Read();
            ReadTool(ref reader, ref chunk);
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

    private static void ReadTool(scoped ref Utf8JsonReader reader, ref Chunk chunk)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Reject(ref reader, ref chunk.Malformed, "tool");
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(WireNames.ToolCall.Name))
            {
                reader.Read();
                chunk.ToolName = TextOf(ref reader, ref chunk.Malformed, "tool.name");
            }
            else if (reader.ValueTextEquals(WireNames.ToolCall.Arguments))
            {
                reader.Read();
                chunk.ToolArguments = TextOf(ref reader, ref chunk.Malformed, "tool.arguments");
            }
            else if (reader.ValueTextEquals(WireNames.ToolCall.Id))
            {
                reader.Read();
                chunk.ToolId = TextOf(ref reader, ref chunk.Malformed, "tool.id");
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static JsonText TextOf(scoped ref Utf8JsonReader reader, scoped ref string? malformed, string field)
    {
        if (reader.TokenType == JsonTokenType.String) return JsonText.From(ref reader);
        Reject(ref reader, ref malformed, field);
        return default;
    }

    /// <summary>Passes over a value of the wrong type. JSON's <c>null</c> is taken for an absent field.</summary>
    internal static void Reject(scoped ref Utf8JsonReader reader, ref string? malformed, string field)
    {
        if (reader.TokenType != JsonTokenType.Null) malformed ??= field;
        reader.Skip();
    }
}
