using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Websopy.SemanticKernel.KernelConnector.Settings;

/// <summary>Reads a value that came from code, JSON or YAML: the last two give numbers as elements or as texts.</summary>
internal static class SettingValue
{
    public static double? Number(string name, object? value) => Plain(value) switch
    {
        null => null,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        IConvertible other and not (string or bool or char or DateTime) => other.ToDouble(CultureInfo.InvariantCulture),
        var other => throw Mistake(name, other, "a number"),
    };

    public static long? Long(string name, object? value) => Plain(value) switch
    {
        null => null,
        string text when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1L << 53 => (long)number,
        float number when number == MathF.Truncate(number) && MathF.Abs(number) < 1 << 24 => (long)number,
        decimal number when number == decimal.Truncate(number) && decimal.Abs(number) < long.MaxValue => (long)number,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(Plain(value), CultureInfo.InvariantCulture),
        var other => throw Mistake(name, other, "a whole number"),
    };

    public static int? Integer(string name, object? value) => Long(name, value) switch
    {
        null => null,
        >= int.MinValue and <= int.MaxValue and var number => (int)number,
        var number => throw Mistake(name, number, "a whole number of 32 bits"),
    };

    public static string? Text(string name, object? value) => Plain(value) switch
    {
        null => null,
        string text => text,
        Enum choice => choice.ToString(),
        var other => throw Mistake(name, other, "a text"),
    };

    public static IList<string>? Texts(string name, object? value) => Plain(value) switch
    {
        null => null,
        string text => [text],
        JsonElement { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray().Select(item => One(name, item))],
        IEnumerable items => [.. items.Cast<object?>().Select(item => One(name, item))],
        var other => throw Mistake(name, other, "a list of texts"),
    };

    /// <summary>A JSON text, number or null as the value that it is; anything else as it came.</summary>
    public static object? Plain(object? value) => value is not JsonElement element ? value : element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        _ => element,
    };

    private static string One(string name, object? item) => Text(name, item) ?? throw Mistake(name, item, "a list of texts");

    private static ArgumentException Mistake(string name, object? value, string expected) =>
        new($"The execution setting '{name}' is '{value}', and must be {expected}.");
}
