using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>A JSON schema that is parsed when it is first asked for. Made by generated code; thread-safe.</summary>
/// <param name="json">The schema as far as it is known when the tool is compiled.</param>
/// <param name="parts">Where types are described by a serializer context: the property (or an empty string for the whole schema), the type, and whether the parameter may be null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolSchema(string json, params (string Property, Func<JsonTypeInfo> Type, bool IsNullable)[] parts)
{
    private static readonly AIJsonSchemaCreateOptions Nullable = new() { TransformSchemaNode = AddNull };

    // An element is two fields, so what is published to other threads is the document.
    private JsonDocument? _document;

    internal JsonElement Element => (_document ??= Parse()).RootElement;

    /// <summary>Makes a schema that is known as a whole when the tool is compiled.</summary>
    /// <param name="json">The schema.</param>
    public static implicit operator ToolSchema(string json) => new(json);

    private JsonDocument Parse()
    {
        if (parts.Length == 0) return JsonDocument.Parse(json);
        var schema = JsonNode.Parse(json) as JsonObject ?? [];
        foreach (var (property, type, isNullable) in parts)
        {
            if (property.Length == 0)
            {
                schema = Describe(type(), isNullable, schema, "#");
            }
            else
            {
                var properties = schema["properties"]!;
                properties[property] = Describe(type(), isNullable, properties[property]!, "#/properties/" + property.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            }
        }

        return JsonDocument.Parse(schema.ToJsonString());
    }

    /// <summary>The schema of a type, with what the signature says of it, and with references that hold where it is put.</summary>
    private static JsonObject Describe(JsonTypeInfo type, bool isNullable, JsonNode known, string pointer)
    {
        var schema = JsonNode.Parse(AIJsonUtilities.CreateJsonSchema(type.Type, serializerOptions: type.Options, inferenceOptions: isNullable ? Nullable : null).GetRawText()) as JsonObject ?? [];
        Rebase(schema, pointer);
        foreach (var (keyword, value) in known as JsonObject ?? []) schema[keyword] = value?.DeepClone();
        return schema;
    }

    /// <summary>In the schema of a parameter that may be null all references may be: so does <see cref="AIFunctionFactory"/> describe it.</summary>
    private static JsonNode AddNull(AIJsonSchemaCreateContext context, JsonNode schema)
    {
        if (!context.TypeInfo.Type.IsValueType && schema is JsonObject keywords && keywords["type"] is JsonValue type) keywords["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    }

    private static void Rebase(JsonNode? node, string pointer)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Rebase(item, pointer);
        }
        else if (node is JsonObject schema)
        {
            if (schema["$ref"] is JsonValue reference && reference.TryGetValue(out string? target)) schema["$ref"] = pointer + target[1..];
            foreach (var (keyword, value) in schema.ToList())
            {
                if (keyword != "$ref") Rebase(value, pointer);
            }
        }
    }
}
