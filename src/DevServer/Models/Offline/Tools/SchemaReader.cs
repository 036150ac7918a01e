using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Reads JSON schemas leniently: what it does not know (references, boolean schemas, wrong types) is a free value.</summary>
internal sealed class SchemaReader
{
    public const int MaxDepth = 4;

    /// <summary>Properties and enumeration values of one tool; more are not looked at, so that no declaration makes a request dear.</summary>
    public const int MaxEntries = 1_024;

    private const int MaxProperties = 64;
    private const int MaxEnumValues = 256;
    private const int MaxDescription = 1_000;

    private int _entries;

    private SchemaReader()
    {
    }

    public static ParameterSchema Read(JsonElement schema) => new SchemaReader().Read(schema, "", 0);

    private ParameterSchema Read(JsonElement schema, string name, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth) return ParameterSchema.Free with { Name = name };
        var description = Text(schema, "description") ?? Text(schema, "title") ?? "";
        var branch = Branch(schema);
        if (branch is { } chosen)
        {
            var read = Read(chosen, name, depth + 1);
            return read with
            {
                Description = description.Length > 0 ? Shorten(description) : read.Description,
                Default = Property(schema, "default") ?? read.Default,
            };
        }

        return new()
        {
            Name = name,
            Description = Shorten(description),
            Types = Types(schema),
            Enum = Property(schema, "enum") is { ValueKind: JsonValueKind.Array } values ? Bounded(values.EnumerateArray(), MaxEnumValues, 1) : [],
            Const = Property(schema, "const"),
            Default = Property(schema, "default"),
            Format = Text(schema, "format"),
            Minimum = Number(schema, "minimum") ?? Number(schema, "exclusiveMinimum"),
            Maximum = Number(schema, "maximum") ?? Number(schema, "exclusiveMaximum"),
            Items = Property(schema, "items") is { } items ? Read(items, name, depth + 1) with { Name = name } : null,
            Properties = Properties(schema, depth),
            Required = Required(schema),
        };
    }

    /// <summary>The first alternative that is not null, of a schema that is no more than a choice.</summary>
    private static JsonElement? Branch(JsonElement schema)
    {
        foreach (var keyword in (ReadOnlySpan<string>)["anyOf", "oneOf", "allOf"])
        {
            if (Property(schema, keyword) is not { ValueKind: JsonValueKind.Array } branches) continue;
            foreach (var branch in branches.EnumerateArray())
            {
                if (branch.ValueKind == JsonValueKind.Object && Text(branch, "type") != "null") return branch;
            }
        }

        return null;
    }

    private static List<string> Types(JsonElement schema) => Property(schema, "type") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several =>
            [.. several.EnumerateArray().Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!).Where(type => type != "null")],
        _ => [],
    };

    /// <summary>An enumeration keeps a value in any case: without one it would be a free text.</summary>
    private List<T> Bounded<T>(IEnumerable<T> values, int most, int least)
    {
        var bounded = values.Take(Math.Clamp(MaxEntries - _entries, least, most)).ToList();
        _entries += bounded.Count;
        return bounded;
    }

    private List<ParameterSchema> Properties(JsonElement schema, int depth) =>
        Property(schema, "properties") is { ValueKind: JsonValueKind.Object } properties && depth < MaxDepth
            ? [.. Bounded(properties.EnumerateObject(), MaxProperties, 0).Select(property => Read(property.Value, property.Name, depth + 1))]
            : [];

    private static HashSet<string> Required(JsonElement schema) =>
        Property(schema, "required") is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : [];

    private static JsonElement? Property(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static string Shorten(string text) => text.Length <= MaxDescription ? text : text[..MaxDescription];
}
