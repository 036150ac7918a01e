using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>
/// The fields a caller sets by hand: what <see cref="ChatOptions.RawRepresentationFactory"/> makes, and over it
/// <see cref="ChatOptions.AdditionalProperties"/>. Each replaces the mapped field of exactly its name; a value of
/// <see langword="null"/> is sent as <c>null</c>.
/// </summary>
internal sealed class RequestOverrides
{
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal);

    private RequestOverrides()
    {
    }

    public static RequestOverrides None { get; } = new();

    public static RequestOverrides Of(ChatOptions? options, IChatClient client)
    {
        var raw = options?.RawRepresentationFactory?.Invoke(client);
        var additional = options?.AdditionalProperties;
        if (raw is null && additional is not { Count: > 0 }) return None;

        var overrides = new RequestOverrides();
        overrides.Add(raw);
        if (additional is not null)
        {
            foreach (var (name, value) in additional) overrides._fields[name] = value;
        }

        return overrides;
    }

    public bool Replace(string name) => _fields.ContainsKey(name);

    public void Write(Utf8JsonWriter writer)
    {
        foreach (var (name, value) in _fields)
        {
            writer.WritePropertyName(name);
            try
            {
                JsonValueWriter.Write(writer, value);
            }
            catch (Exception e) when (JsonValueWriter.IsUnwritable(e))
            {
                throw new NotSupportedException(
                    $"The additional property '{name}' is a {value?.GetType()} that cannot be written as JSON: {e.Message}", e);
            }
        }
    }

    private void Add(object? raw)
    {
        switch (raw)
        {
            case null:
                break;
            case JsonObject members:
                foreach (var (name, value) in members) _fields[name] = value;
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } element:
                foreach (var member in element.EnumerateObject()) _fields[member.Name] = member.Value;
                break;
            default:
                throw new InvalidOperationException(
                    $"{nameof(ChatOptions)}.{nameof(ChatOptions.RawRepresentationFactory)} returned a {Name(raw)}. "
                    + $"Websopy's request is JSON: return a {nameof(JsonObject)}, a {nameof(JsonElement)} that is an object, or null.");
        }
    }

    private static string Name(object raw) => raw is JsonElement element ? $"{nameof(JsonElement)} of kind {element.ValueKind}" : raw.GetType().Name;
}
