using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>
/// Turns the value of an argument into the parameter's type by the rules of <see cref="AIFunctionFactory"/>: a value of the
/// type as it is, JSON as the serializer reads it, a text that may be JSON as JSON, anything else over JSON.
/// </summary>
internal static class ArgumentReader
{
    public static T Read<T>(in ToolCall call, string name, object? value) => value switch
    {
        null => default!,
        JsonElement element when !call.Declaration.HasContext && TryReadPlain<T>(element, out var plain) => plain,
        T fitting => fitting,
        JsonElement element => ReadElement<T>(call, element),
        JsonDocument document => document.Deserialize(call.Declaration.Types.GetTypeInfo<T>())!,
        JsonNode node => node.Deserialize(call.Declaration.Types.GetTypeInfo<T>())!,
        _ => Convert<T>(call, name, value),
    };

    /// <summary>A host may know a way to read a text that JSON has not.</summary>
    private static T ReadElement<T>(in ToolCall call, JsonElement element)
    {
        try
        {
            return element.Deserialize(call.Declaration.Types.GetTypeInfo<T>())!;
        }
        catch (JsonException) when (element.ValueKind == JsonValueKind.String && call.Host.TryConvert(element.GetString()!, out T converted))
        {
            return converted;
        }
    }

    /// <summary>The values that models send most, without the serializer. Whatever is unusual is left to it, its failures included.</summary>
    private static bool TryReadPlain<T>(JsonElement element, out T value)
    {
        if (typeof(T) == typeof(string))
        {
            var text = element.ValueKind == JsonValueKind.String ? GetString(element) : null;
            value = (T)(object)text!;
            return text is not null;
        }

        if (typeof(T) == typeof(int) && element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
        {
            value = (T)(object)number; // the compiler sees through this box, as T is known
            return true;
        }

        if (typeof(T) == typeof(bool) && element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            value = (T)(object)(element.ValueKind == JsonValueKind.True);
            return true;
        }

        value = default!;
        return false;
    }

    private static string? GetString(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair: the serializer says so in its own way
        }
    }

    private static T Convert<T>(in ToolCall call, string name, object value)
    {
        try
        {
            var type = call.Declaration.Types.GetTypeInfo<T>();
            if (value is string text && MayBeJson(text))
            {
                try
                {
                    return JsonSerializer.Deserialize(text, type)!;
                }
                catch (JsonException)
                {
                    // It only began like JSON: a text after all.
                }
            }

            return JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, call.Declaration.Types.GetTypeInfo(value.GetType())), type)!;
        }
#pragma warning disable CA1031 // Converters, constructors and setters may throw anything: the value does not fit, and that is said with the cause.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Widening.TryWiden(value, out T converted) || call.Host.TryConvert(value, out converted)
                ? converted
                : throw ArgumentFailure.NotConvertible(call.Declaration.Name, name, value.GetType(), typeof(T), failure);
        }
    }

    /// <summary>Whether a text begins as JSON does. The rule is that of <see cref="AIFunctionFactory"/>, comments included.</summary>
    private static bool MayBeJson(ReadOnlySpan<char> text) => text.TrimStart() is [var first, .. var rest] && first switch
    {
        '"' or '[' or '{' or (>= '0' and <= '9') => true,
        '-' => rest is [>= '0' and <= '9', ..],
        '/' => rest is ['/' or '*', ..],
        'n' => rest.StartsWith("ull"),
        't' => rest.StartsWith("rue"),
        'f' => rest.StartsWith("alse"),
        _ => false,
    };
}
