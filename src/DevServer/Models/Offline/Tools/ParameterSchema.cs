using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What a JSON schema says about one value, as far as a request in words can be read by it.</summary>
internal sealed record ParameterSchema
{
    public static readonly ParameterSchema Free = new();

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The JSON types allowed, without "null"; empty where any is.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyList<JsonElement> Enum { get; init; } = [];

    public JsonElement? Const { get; init; }

    public JsonElement? Default { get; init; }

    public string? Format { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public ParameterSchema? Items { get; init; }

    public IReadOnlyList<ParameterSchema> Properties { get; init; } = [];

    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    public bool Allows(string type) => Types.Count == 0 || Types.Contains(type);

    /// <summary>The one type to read the value as.</summary>
    public string MainType
    {
        get
        {
            if (Types.Count > 0) return Types[0];
            if (Properties.Count > 0) return "object";
            return Items is not null ? "array" : "string";
        }
    }
}
