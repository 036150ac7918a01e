using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>JSON with sorted property names and plain numbers, so that equal values are equal strings.</summary>
internal static class CanonicalJson
{
    private const int MaxDepth = 32;

    public static string Write(JsonNode? node)
    {
        var builder = new StringBuilder();
        Write(node, builder, 0);
        return builder.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder builder, int depth)
    {
        switch (node)
        {
            case JsonObject map when depth < MaxDepth:
                builder.Append('{');
                foreach (var (name, value) in map.OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    builder.Append(JsonEncodedText.Encode(name)).Append(':');
                    Write(value, builder, depth + 1);
                    builder.Append(',');
                }

                builder.Append('}');
                break;
            case JsonArray list when depth < MaxDepth:
                builder.Append('[');
                foreach (var item in list)
                {
                    Write(item, builder, depth + 1);
                    builder.Append(',');
                }

                builder.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                builder.Append(number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            default:
                builder.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
