using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Writes a value down to the private fields, so that two objects with the same text are the same to any tool.</summary>
internal static class Dump
{
    private const int MaxDepth = 12;

    public static string Of(object? value) => Of(value, 0);

    private static string Of(object? value, int depth) => value switch
    {
        null => "null",
        _ when depth > MaxDepth => "...",
        string text => JsonSerializer.Serialize(text),
        JsonElement { ValueKind: JsonValueKind.Undefined } => "undefined",
        JsonElement element => "element " + JsonSerializer.Serialize(element),
        JsonDocument document => "document " + JsonSerializer.Serialize(document.RootElement),
        JsonNode node => node.GetType().BaseType!.Name + " " + node.ToJsonString(),
        CancellationToken token => token.CanBeCanceled ? "token" : "no token",
        AIFunctionArguments arguments => $"arguments ({string.Join(", ", arguments.Keys)})",
        IServiceProvider => "services",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture) + " " + time.Kind,
        Memory<byte> bytes => "memory " + Convert.ToHexString(bytes.Span),
        ReadOnlyMemory<byte> bytes => "memory " + Convert.ToHexString(bytes.Span),
        Enum => $"{value.GetType()} {Convert.ToDecimal(value, CultureInfo.InvariantCulture)}",
        AIContent => value.GetType().Name + " " + JsonSerializer.Serialize(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
        IEnumerable items => OfItems(items, depth),
        _ when value.GetType().Assembly.IsDynamic || value.GetType().Assembly.GetName().Name == "ToolSets" => OfFields(value, depth),
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) => OfFields(value, depth),
        IFormattable number => $"{value.GetType().Name} {number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType()} {value}",
    };

    private static string OfItems(IEnumerable items, int depth)
    {
        try
        {
            return $"{items.GetType()} [{string.Join(", ", items.Cast<object?>().Select(item => Of(item, depth + 1)))}]";
        }
        catch (InvalidOperationException)
        {
            return items.GetType() + " default"; // an immutable array without an array
        }
    }

    private static string OfFields(object value, int depth)
    {
        var fields = new List<string>();
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            var own = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            fields.AddRange(own.Select(field => $"{field.Name}: {Of(field.GetValue(value), depth + 1)}"));
        }

        return $"{value.GetType()} {{{string.Join(", ", fields)}}}";
    }
}
