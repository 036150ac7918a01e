using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Reads what a tool gave back.</summary>
internal static class ToolResult
{
    // Larger than any answer quotes; parsing more than this would only be thrown away again.
    private const int MaxParsedLength = 1_000_000;

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JsonElement element => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : FromElement(element),
        string text => Parse(text) ?? JsonValue.Create(text),
        IEnumerable<AIContent> contents => JsonValue.Create(string.Join('\n', contents.OfType<TextContent>().Select(content => content.Text))),
        TextContent content => JsonValue.Create(content.Text),
        _ => Serialize(value),
    };

    /// <summary>The message of a result that says the call failed; <see langword="null"/> for any other.</summary>
    public static string? ErrorOf(FunctionResultContent result, JsonNode? node)
    {
        if (result.Exception is { } exception) return exception.Message;
        if (node is JsonValue value && value.TryGetValue(out string? text) && text.StartsWith("Error:", StringComparison.OrdinalIgnoreCase))
            return text["Error:".Length..].Trim();
        if (node is not JsonObject map || map.Count > 3 || map["error"] is not { } error) return null;
        return error is JsonObject inner && inner["message"] is { } message ? message.ToString() : error.ToString();
    }

    private static JsonNode? FromElement(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? Parse(element.GetString()!) ?? JsonValue.Create(element.GetString())
        : JsonNode.Parse(element.GetRawText());

    private static JsonNode? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 2 or > MaxParsedLength || trimmed[0] is not ('{' or '[')) return null;
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { MaxDepth = 64 });
        }
        catch (JsonException)
        {
            // Text that merely looks like JSON is text.
            return null;
        }
    }

    private static JsonNode? Serialize(object value)
    {
        try
        {
            return JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            return JsonValue.Create(value.ToString());
        }
    }
}
