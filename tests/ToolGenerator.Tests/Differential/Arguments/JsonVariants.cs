using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>JSON for a type: a good value first, then others that fit, nearly fit, and do not fit at all.</summary>
/// <param name="options">The options that say what is good.</param>
internal sealed class JsonVariants(JsonSerializerOptions options)
{
    private const int MaxDepth = 3;

    /// <summary>How deep the parts of a type are varied; below that they are good.</summary>
    private const int MaxVariedDepth = 2;

    /// <summary>Values of another kind than almost every type wants.</summary>
    private static readonly string[] Strangers = ["null", "5", "\"strange\"", "\"\"", "[]", "{}", "true", "[[1]]"];

    public IEnumerable<string> For(Type type) => Own(type, 0).Concat(Strangers).Distinct();

    /// <summary>JSON that reads as the type.</summary>
    public string Good(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ScalarJson.Find(type, options) is { } scalars) return scalars[0];
        var info = Info(type);
        if (depth > MaxDepth) return info.Kind switch { JsonTypeInfoKind.Enumerable => "[]", JsonTypeInfoKind.Dictionary => "{}", _ => type.IsValueType ? "{}" : "null" };
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => $"[{Good(info.ElementType!, depth + 1)}]",
            JsonTypeInfoKind.Dictionary => $"{{{GoodKey(info.KeyType!)}:{Good(info.ElementType!, depth + 1)}}}",
            JsonTypeInfoKind.Object => Object(Read(info).Select(property => (property.Name, Good(property, depth + 1)))),
            _ => Strangers.First(json => Reads(json, info)),
        };
    }

    private IEnumerable<string> Own(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > MaxVariedDepth) return [Good(type, depth)];
        if (ScalarJson.Find(type, options) is { } scalars) return scalars;
        var info = Info(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => Items(info.ElementType!, depth),
            JsonTypeInfoKind.Dictionary => Entries(info.KeyType!, info.ElementType!, depth),
            JsonTypeInfoKind.Object => Objects(info, depth),
            _ => [Good(type, depth), "\"1,2\"", "\"x\""],
        };
    }

    private IEnumerable<string> Items(Type element, int depth)
    {
        var good = Good(element, depth + 1);
        return [$"[{good}]", "[]", $"[{good},{good}]", "[null]", .. Own(element, depth + 1).Skip(1).Concat(Strangers).Take(14).Select(item => $"[{item}]"), good];
    }

    private IEnumerable<string> Entries(Type key, Type element, int depth)
    {
        var (name, good) = (GoodKey(key), Good(element, depth + 1));
        return [$"{{{name}:{good}}}", "{}", $"{{{name}:null}}", $"{{{name}:{good},{name}:{good}}}", $"{{\"strange\":{good}}}", $"{{\"\":{good}}}", $"{{\"0\":{good},{name}:{good}}}",
            .. Own(element, depth + 1).Skip(1).Concat(Strangers).Take(10).Select(item => $"{{{name}:{item}}}"), good, $"[{good}]"];
    }

    private IEnumerable<string> Objects(JsonTypeInfo info, int depth)
    {
        var properties = Read(info).Select(property => (property.Name, Value: Good(property, depth + 1), Type: property.PropertyType)).ToList();
        var good = properties.Select(property => (property.Name, property.Value)).ToList();
        yield return Object(good);
        yield return Object(good.AsEnumerable().Reverse());
        yield return Object(good.Append(("extra", "{\"a\":[1]}")));
        yield return Object(good.Select(property => (property.Name.ToUpperInvariant(), property.Value)));
        yield return Object(good.Concat(good));
        yield return Object(good.Select(property => (property.Name, "null")));
        foreach (var property in properties)
        {
            yield return Object(good.Where(other => other.Name != property.Name));
            foreach (var value in Own(property.Type, depth + 1).Skip(1).Take(4).Concat(["null", "5", "\"strange\"", "[]"]).Distinct())
            {
                yield return Object(good.Select(other => (other.Name, other.Name == property.Name ? value : other.Value)));
            }
        }
    }

    private static IEnumerable<JsonPropertyInfo> Read(JsonTypeInfo info) => info.Properties.Where(property => !property.IsExtensionData);

    private static string Object(IEnumerable<(string Name, string Value)> properties) =>
        $"{{{string.Join(",", properties.Select(property => JsonValue.Create(property.Name).ToJsonString() + ":" + property.Value))}}}";

    private string Good(JsonPropertyInfo property, int depth)
    {
        var good = Good(property.PropertyType, depth);
        if (property.CustomConverter is null) return good;
        var converting = new JsonSerializerOptions(options);
        converting.Converters.Insert(0, property.CustomConverter);
        return Strangers.Prepend(good).First(json => Reads(json, converting.GetTypeInfo(property.PropertyType)));
    }

    private static bool Reads(string json, JsonTypeInfo info)
    {
        try
        {
            return json != "null" && JsonSerializer.Deserialize(json, info) is not null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private string GoodKey(Type key) => Good(key) is ['"', ..] text ? text : $"\"{Good(key)}\"";

    private JsonTypeInfo Info(Type type) => options.GetTypeInfo(type);
}
