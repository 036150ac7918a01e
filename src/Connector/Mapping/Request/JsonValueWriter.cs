using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Writes any value as JSON: the common types without a serializer, the others as <see cref="AIJsonUtilities.DefaultOptions"/> say.</summary>
internal static class JsonValueWriter
{
    /// <summary>Whether an exception of <see cref="Write"/> means that the value has no JSON.</summary>
    public static bool IsUnwritable(Exception exception) =>
        exception is NotSupportedException or JsonException or ArgumentException or InvalidOperationException;

    /// <summary>Writes one value.</summary>
    /// <exception cref="Exception">The value has no JSON; <see cref="IsUnwritable"/> knows the types.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case JsonElement element: WriteElement(writer, element); break;
            case JsonDocument document: WriteElement(writer, document.RootElement); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case JsonNode node: node.WriteTo(writer, AIJsonUtilities.DefaultOptions); break;
            case Dictionary<string, object?> members: WriteMembers(writer, members); break;
            case List<object?> items: WriteItems(writer, items); break;
            default: WriteOther(writer, value); break;
        }
    }

    /// <summary>Writes a parsed element compactly, with its text as this writer's encoder has it.</summary>
    public static void WriteElement(Utf8JsonWriter writer, JsonElement element)
    {
        // Plain ASCII without escapes needs no decoding, which is what most arguments are.
        var json = JsonMarshal.GetRawUtf8Value(element);
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) && !json.Contains((byte)'\\') && Ascii.IsValid(json))
            writer.WriteRawValue(json, skipInputValidation: true);
        // An escaped half of a surrogate pair is allowed in JSON, but cannot be decoded: such an element goes as it came.
        else if (MayHoldEscapedSurrogate(json))
            writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
        else
            element.WriteTo(writer);
    }

    private static bool MayHoldEscapedSurrogate(ReadOnlySpan<byte> json) =>
        json.IndexOf(@"\ud"u8) >= 0 || json.IndexOf(@"\uD"u8) >= 0;

    private static void WriteMembers(Utf8JsonWriter writer, Dictionary<string, object?> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items) Write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteOther(Utf8JsonWriter writer, object value)
    {
        if (AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out var typeInfo))
            JsonSerializer.Serialize(writer, value, typeInfo);
        else
            WriteWithoutTypeInfo(writer, value);
    }

    /// <summary>Where reflection is off, what can be told from the value alone.</summary>
    internal static void WriteWithoutTypeInfo(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case byte[] data: writer.WriteBase64StringValue(data); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case Uri uri: writer.WriteStringValue(uri.OriginalString); break;
            case Enum name: writer.WriteStringValue(name.ToString()); break;
            case byte or sbyte: writer.WriteNumberValue(Convert.ToInt32(value, provider: null)); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteMembers(writer, new Dictionary<string, object?>(members)); break;
            case IList items: WriteItems(writer, items); break;
            default:
                throw new NotSupportedException(
                    $"No JSON is known for the type {value.GetType()}: {nameof(AIJsonUtilities)}.{nameof(AIJsonUtilities.DefaultOptions)} "
                    + $"has no type information for it. Pass a {nameof(JsonElement)} instead.");
        }
    }
}
