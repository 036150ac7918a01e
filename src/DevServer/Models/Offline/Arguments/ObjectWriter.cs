using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Puts values into nested objects.</summary>
internal static class ObjectWriter
{
    /// <param name="root">The arguments.</param>
    /// <param name="path">Property names; one that ends in [] is an array of which the first element is meant.</param>
    /// <param name="value">The value.</param>
    public static void Put(JsonObject root, IReadOnlyList<string> path, JsonNode value)
    {
        var parent = root;
        foreach (var segment in path.SkipLast(1))
        {
            if (segment.EndsWith("[]", StringComparison.Ordinal))
            {
                var name = segment[..^2];
                if (parent[name] is not JsonArray) parent[name] = new JsonArray(new JsonObject());
                parent = parent[name]![0]!.AsObject();
            }
            else
            {
                if (parent[segment] is not JsonObject) parent[segment] = new JsonObject();
                parent = parent[segment]!.AsObject();
            }
        }

        parent[path[^1]] = value;
    }
}
