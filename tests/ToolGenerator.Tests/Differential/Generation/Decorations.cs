namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Attributes of a parameter, each put on every type in turn: on most they make little sense, and are shown all the same.</summary>
internal static class Decorations
{
    public static IReadOnlyList<(string Name, string Attributes)> All { get; } =
    [
        ("Described", "[Description(\"What it is: \\\"ä\\\".\")]"),
        ("Moment", "[DataType(DataType.DateTime)]"),
        ("Ranged", "[Range(1, 10)]"),
        ("RangedReal", "[Range(0.5, 1e10, MinimumIsExclusive = true)]"),
        ("RangedBelow", "[Range(-5, 0, MinimumIsExclusive = true, MaximumIsExclusive = true)]"),
        ("RangedText", "[Range(typeof(DateTime), \"2020-01-01\", \"2030-01-01\")]"),
        ("TextLength", "[StringLength(10)]"),
        ("TextLengths", "[StringLength(10, MinimumLength = 2)]"),
        ("Least", "[MinLength(2)]"),
        ("Most", "[MaxLength(5)]"),
        ("MostAtAll", "[MaxLength]"),
        ("Lengths", "[Length(1, 4)]"),
        ("Patterned", "[RegularExpression(\"^\\\\w+$\")]"),
        ("Mail", "[EmailAddress]"),
        ("Link", "[Url]"),
        ("Allowed", "[AllowedValues(1, \"two\", null, 3.5, true, Color.Red)]"),
        ("Denied", "[DeniedValues(0, \"none\")]"),
        ("AllowedNull", "[AllowedValues(null, null)]"),
        ("Base64", "[Base64String]"),
        ("Time", "[DataType(DataType.Time)]"),
        ("Phone", "[DataType(DataType.PhoneNumber)]"),
        ("Custom", "[DataType(\"custom\")]"),
        ("Demanded", "[Required]"),
        ("Named", "[AIParameterName(\"another-name\")]"),
        ("Many", "[Description(\"Many.\"), Required, MinLength(1), MaxLength(2), DeniedValues(7)]"),
    ];
}
