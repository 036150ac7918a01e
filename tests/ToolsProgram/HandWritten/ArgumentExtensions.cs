using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolsProgram.HandWritten;

/// <summary>Reads the arguments of a model's call, which are JSON, and passes on values that fit already.</summary>
internal static class ArgumentExtensions
{
    public static string Text(this AIFunctionArguments arguments, string name) => ToText(arguments.Required(name))!;

    public static string Text(this AIFunctionArguments arguments, string name, string defaultValue) =>
        arguments.TryGetValue(name, out var value) ? ToText(value)! : defaultValue;

    public static string? OptionalText(this AIFunctionArguments arguments, string name) =>
        arguments.TryGetValue(name, out var value) ? ToText(value) : null;

    public static int Integer(this AIFunctionArguments arguments, string name) => ToInteger(arguments.Required(name));

    public static int Integer(this AIFunctionArguments arguments, string name, int defaultValue) =>
        arguments.TryGetValue(name, out var value) ? ToInteger(value) : defaultValue;

    public static int? OptionalInteger(this AIFunctionArguments arguments, string name) =>
        arguments.TryGetValue(name, out var value) && value is not (null or JsonElement { ValueKind: JsonValueKind.Null }) ? ToInteger(value) : null;

    public static double Real(this AIFunctionArguments arguments, string name) => ToReal(arguments.Required(name));

    public static double Real(this AIFunctionArguments arguments, string name, double defaultValue) =>
        arguments.TryGetValue(name, out var value) ? ToReal(value) : defaultValue;

    public static bool Flag(this AIFunctionArguments arguments, string name) => ToFlag(arguments.Required(name));

    public static bool Flag(this AIFunctionArguments arguments, string name, bool defaultValue) =>
        arguments.TryGetValue(name, out var value) ? ToFlag(value) : defaultValue;

    public static T Value<T>(this AIFunctionArguments arguments, string name, JsonTypeInfo<T> type) => ToValue(arguments.Required(name), type);

    public static T Value<T>(this AIFunctionArguments arguments, string name, JsonTypeInfo<T> type, T defaultValue) =>
        arguments.TryGetValue(name, out var value) ? ToValue(value, type) : defaultValue;

    private static object? Required(this AIFunctionArguments arguments, string name) =>
        arguments.TryGetValue(name, out var value) ? value : throw new ArgumentException($"The argument '{name}' is missing.", nameof(arguments));

    private static string? ToText(object? value) => value is JsonElement element ? element.GetString() : (string?)value;

    private static int ToInteger(object? value) => value is JsonElement element ? element.GetInt32() : (int)value!;

    private static double ToReal(object? value) => value is JsonElement element ? element.GetDouble() : (double)value!;

    private static bool ToFlag(object? value) => value is JsonElement element ? element.GetBoolean() : (bool)value!;

    private static T ToValue<T>(object? value, JsonTypeInfo<T> type) => value is JsonElement element ? element.Deserialize(type)! : (T)value!;
}
