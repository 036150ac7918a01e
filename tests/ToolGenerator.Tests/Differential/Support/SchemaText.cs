using System.Text.Json;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Writes a schema so that two that are JSON-equal have the same text. The order of the properties of an object is kept: models read them in it.</summary>
internal static class SchemaText
{
    public static string Of(JsonElement? schema) => schema is null ? "none" : Sort(JsonNode.Parse(schema.Value.GetRawText()), keepOrder: false)?.ToJsonString() ?? "null";

    private static JsonNode? Sort(JsonNode? node, bool keepOrder) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(item => Sort(item, keepOrder: false))]),
        JsonObject keywords => new JsonObject((keepOrder ? keywords.AsEnumerable() : keywords.OrderBy(keyword => keyword.Key, StringComparer.Ordinal))
            .Select(keyword => KeyValuePair.Create(keyword.Key, Sort(keyword.Value, keepOrder: !keepOrder && keyword.Key == "properties")))),
        _ => node?.DeepClone(),
    };
}
