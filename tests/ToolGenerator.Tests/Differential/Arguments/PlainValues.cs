using System.Globalization;
using System.Text.Json;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Values that callers in C# give to any parameter: texts that may be JSON, and objects of many types.</summary>
internal static class PlainValues
{
    private static readonly string[] Texts =
    [
        "abc", "", " ", "5", "-5", " 5 ", "5x", "-x", "1.5", "null", " null", "nullable", "true", "True", "falsehood", "\"quoted\"", "\"open", "[1]", "[1,2", "{\"a\":1}", "{a:1}",
        "// comment", "/* comment */ 5", "/x", "[1,]", "{\"a\":1,}", "5 // five", "NaN", "\u00a05", "\r\n7", "2024-02-29", "0f8fad5b-d9cb-469f-a165-70867728950e", "Red", "'x'",
    ];

    public static IReadOnlyList<(string Text, Func<object?> Value)> All { get; } =
    [
        .. Texts.Select(text => ($"plain text {JsonSerializer.Serialize(text)}", (Func<object?>)(() => text))),
        ("null", () => null),
        ("int", () => 5),
        ("long", () => 5L),
        ("large long", () => long.MaxValue),
        ("byte", () => (byte)5),
        ("double", () => 1.5),
        ("whole double", () => 2.0),
        ("NaN", () => double.NaN),
        ("decimal", () => 5.0m),
        ("float", () => 0.1f),
        ("bool", () => true),
        ("char", () => 'c'),
        ("guid", () => Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")),
        ("date", () => DateTime.Parse("2024-02-29T12:34:56Z", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        ("enum", () => DayOfWeek.Tuesday),
        ("ints", () => new[] { 1, 2 }),
        ("list", () => new List<object?> { "x", null, 1 }),
        ("texts", () => new List<string> { "x", "y" }),
        ("dictionary", () => new Dictionary<string, object?> { ["a"] = 1, ["x"] = "y" }),
        ("bytes", () => new byte[] { 1, 2, 3 }),
        ("uri", () => new Uri("https://example.com")),
        ("anonymous", () => new { A = 1, B = "x" }),
        ("undefined element", () => default(JsonElement)),
        ("delegate", () => new Action(() => { })),
        ("type", () => typeof(int)),
    ];
}
