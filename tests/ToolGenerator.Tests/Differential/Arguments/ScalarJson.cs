using System.Text.Json;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>JSON for the types that are one value, a good one first.</summary>
internal static class ScalarJson
{
    private static readonly string[] Integers =
    [
        "7", "\"7\"", "1.5", "0", "-3", "127", "128", "255", "256", "-32769", "65536", "2147483648", "9223372036854775808", "18446744073709551616",
        "170141183460469231731687303715884105728", "1.0", "1e2", "\" 7\"", "\"-3\"", "\"1.5\"", "\"99999999999999999999\"",
    ];

    private static readonly string[] Reals =
        ["1.5", "\"1.5\"", "\"NaN\"", "0", "-0.0", "7", "0.1", "1e400", "3.5e38", "65520", "79228162514264337593543950336", "\"Infinity\"", "\"1,5\""];

    private static readonly string[] Texts =
        ["\"abc\"", "\"5\"", "\"null\"", "\"{\\\"a\\\":1}\"", "\"[1]\"", "\"\\\"q\\\"\"", "\" \"", "\"\\u00e4\\ud83d\\ude00\"", "\"\\u0000\"", "\"\\ud800\""];

    private static readonly string[] Anything =
        ["{\"a\":[1,\"x\",null]}", "[1,{\"b\":2}]", "\"text\"", "1.50", "false", "{\"a\":1,\"a\":2}"];

    private static readonly string[] Bytes = ["\"AQID\"", "\"AQI=\"", "\"AQI\"", "\"a-_b\"", "\"!\"", "[1,2,3]"];

    private static readonly Dictionary<Type, string[]> Known = new()
    {
        [typeof(bool)] = ["true", "false", "\"true\"", "\"True\"", "1", "0"],
        [typeof(char)] = ["\"x\"", "\"xy\"", "\"7\"", "\"\\ud83d\\ude00\"", "65"],
        [typeof(string)] = Texts,
        [typeof(object)] = Anything,
        [typeof(JsonElement)] = Anything,
        [typeof(JsonDocument)] = Anything,
        [typeof(JsonNode)] = Anything,
        [typeof(JsonObject)] = ["{\"a\":[1,\"x\",null]}", "[1]", "\"text\""],
        [typeof(JsonArray)] = ["[1,{\"b\":2}]", "{\"a\":1}", "\"text\""],
        [typeof(JsonValue)] = ["\"text\"", "1.50", "false", "[1]", "{\"a\":1}"],
        [typeof(DateTime)] = ["\"2024-02-29T12:34:56\"", "\"2024-02-29T12:34:56Z\"", "\"2024-02-29T12:34:56.1234567+02:00\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"29.02.2024\"", "\"2024-02-29 12:34\""],
        [typeof(DateTimeOffset)] = ["\"2024-02-29T12:34:56+02:00\"", "\"2024-02-29T12:34:56Z\"", "\"2024-02-29T12:34:56+20:00\"", "\"29.02.2024\""],
        [typeof(DateOnly)] = ["\"2024-02-29\"", "\"2024-2-29\"", "\"2024-02-29T00:00:00\"", "\"2023-02-29\""],
        [typeof(TimeOnly)] = ["\"12:34:56\"", "\"12:34\"", "\"12:34:56.789\"", "\"25:00:00\"", "\"1:2:3\""],
        [typeof(TimeSpan)] = ["\"01:02:03\"", "\"1.02:03:04.5\"", "\"-00:00:01\"", "\"01:02\"", "\"25:00:00\"", "\"PT1H\""],
        [typeof(Guid)] = ["\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"0f8fad5bd9cb469fa16570867728950e\"", "\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"", "\"0F8FAD5B-D9CB-469F-A165-70867728950E\""],
        [typeof(Uri)] = ["\"https://example.com/a?b=c#d\"", "\"relative/path\"", "\"http://[bad\"", "\"//x\""],
        [typeof(Version)] = ["\"1.2.3.4\"", "\"1.2\"", "\"1\"", "\" 1.2\"", "\"1.2.3.4.5\""],
        [typeof(byte[])] = Bytes,
        [typeof(Memory<byte>)] = Bytes,
        [typeof(ReadOnlyMemory<byte>)] = Bytes,
    };

    private static readonly HashSet<Type> IntegerTypes =
        [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(Int128), typeof(UInt128)];

    private static readonly HashSet<Type> RealTypes = [typeof(Half), typeof(float), typeof(double), typeof(decimal)];

    /// <summary>The JSON, or <see langword="null"/> where the type has parts.</summary>
    public static string[]? Find(Type type, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return Names(type, options);
        return IntegerTypes.Contains(type) ? Integers : RealTypes.Contains(type) ? Reals : Known.GetValueOrDefault(type);
    }

    private static string[] Names(Type type, JsonSerializerOptions options)
    {
        var known = Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, options.GetTypeInfo(type)).ToString()).DefaultIfEmpty("0").ToArray();
        var names = known.Concat(Enum.GetNames(type)).Distinct().ToArray();
        return
        [
            .. names.Concat(names.Take(2).Select(name => name.ToLowerInvariant())).Concat(names.Take(2).Select(name => name.ToUpperInvariant())).Select(Text),
            Text($"{known[0]}, {known[^1]}"), Text(" " + known[0]), "\"Unknown\"",
            "0", "1", "3", "-1", "300", "1.5", "18446744073709551615", "\"1\"", "\"-1\"", "\"a b\"", "\"custom-name\"", "\"300\"",
        ];
    }

    private static string Text(string value) => JsonSerializer.Serialize(value);
}
