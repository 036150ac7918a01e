using System.Globalization;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Writes a piece of a request as the JSON that a parameter takes.</summary>
internal static class ValueWriter
{
    public static JsonNode? Write(Leaf leaf, Candidate candidate, Clause clause) => leaf.Role switch
    {
        ParameterRole.Choice => candidate.Value?.DeepClone(),
        ParameterRole.Boolean => JsonValue.Create(candidate.Text == "true"),
        ParameterRole.Number or ParameterRole.Count => Number(leaf.Value, candidate.Number),
        _ => JsonValue.Create(Text(leaf, candidate, clause)),
    };

    /// <summary>A value that the schema allows, for a call that must be made although the request does not say.</summary>
    public static JsonNode Invent(Leaf leaf, Clause clause)
    {
        if (leaf.Value.Enum.Count > 0) return JsonNode.Parse(leaf.Value.Enum[0].GetRawText()) ?? JsonValue.Create("");
        return leaf.Value.MainType switch
        {
            "integer" or "number" => Number(leaf.Value, 0),
            "boolean" => JsonValue.Create(false),
            "object" => new JsonObject(),
            _ => JsonValue.Create(clause.Text),
        };
    }

    private static JsonValue Number(ParameterSchema schema, decimal number)
    {
        if (schema.Minimum is { } minimum && number < minimum) number = minimum;
        if (schema.Maximum is { } maximum && number > maximum) number = maximum;
        return number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create(number / 1.0000000000000000000000000000m);
    }

    private static string Text(Leaf leaf, Candidate candidate, Clause clause) => (leaf.Role, candidate.Kind) switch
    {
        (ParameterRole.Pattern, CandidateKind.FileType) => "*." + candidate.Extra,
        (ParameterRole.Extension, CandidateKind.FileType) => "." + candidate.Extra,
        (ParameterRole.Zone, CandidateKind.Place or CandidateKind.Zone) => candidate.Extra!,
        (ParameterRole.Date, CandidateKind.DateTime) => candidate.Text[..10],
        (ParameterRole.DateTime, CandidateKind.Date) => candidate.Text + "T" + TimeIn(clause),
        (_, CandidateKind.Number) => candidate.Text.All(char.IsAsciiDigit) ? candidate.Text : candidate.Number.ToString(CultureInfo.InvariantCulture),
        _ => candidate.Text,
    };

    private static string TimeIn(Clause clause) =>
        clause.Candidates.FirstOrDefault(candidate => candidate.Kind == CandidateKind.Time)?.Text ?? "00:00:00";
}
