using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;

namespace Websopy.SemanticKernel.KernelConnector.Settings;

/// <summary>Writes a response format as settings read it: what code sets as an object has no JSON of its own, or another.</summary>
internal sealed class ResponseFormatConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Type type: WriteFormat(writer, ChatResponseFormat.ForJsonSchema(type)); break;
            case ChatResponseFormatText: writer.WriteStringValue("text"); break;
            case ChatResponseFormatJson { Schema: null }: writer.WriteStringValue("json_object"); break;
            case ChatResponseFormatJson format: WriteFormat(writer, format); break;
            default: JsonValueWriter.Write(writer, value); break;
        }
    }

    private static void WriteFormat(Utf8JsonWriter writer, ChatResponseFormatJson format)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "json_schema");
        writer.WriteStartObject("json_schema");
        if (format.SchemaName is { } name) writer.WriteString("name", name);
        if (format.SchemaDescription is { } description) writer.WriteString("description", description);
        writer.WritePropertyName("schema");
        format.Schema!.Value.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
