using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>The tool of a <c>tool_call</c> chunk: a call, or a piece of one.</summary>
internal ref struct ToolFragment
{
    public JsonText Id;
    public JsonText Name;
    public JsonText Arguments;

    /// <exception cref="JsonException">The chunk has no tool, or one with a field that is no string.</exception>
    public static ToolFragment Read(ReadOnlySpan<byte> json)
    {
        var fragment = default(ToolFragment);
        try
        {
            ReadObject(json, ref fragment);
        }
        catch (InvalidOperationException exception) // as in ChunkReader
        {
            throw new JsonException("a name in its 'tool' is no text", exception);
        }

        return fragment;
    }

    private static void ReadObject(ReadOnlySpan<byte> json, ref ToolFragment fragment)
    {
        var reader = new Utf8JsonReader(json);
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("a call without its 'tool'");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(WireNames.ToolCall.Name)) fragment.Name = Next(ref reader);
            else if (reader.ValueTextEquals(WireNames.ToolCall.Arguments)) fragment.Arguments = Next(ref reader);
            else if (reader.ValueTextEquals(WireNames.ToolCall.Id)) fragment.Id = Next(ref reader);
            else reader.Skip();
        }
    }

    private static JsonText Next(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => JsonText.From(ref reader),
            JsonTokenType.Null => default,
            _ => throw new JsonException("a field of its 'tool' is no string"),
        };
    }
}
