using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>Reads <c>{"error":{"code","message"}}</c> from the body of a refused request, where it is that.</summary>
internal static class ErrorEnvelope
{
    public static (string? Code, string? Message) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(WireNames.Error.Envelope, out var error)
                    ? Read(error)
                    : default;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // not JSON, or its text is no text
        {
            return default; // plain text or HTML: the caller quotes its beginning
        }
    }

    private static (string? Code, string? Message) Read(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Object => (Text(error, WireNames.Error.Code), Text(error, WireNames.Error.Message)),
        JsonValueKind.String => (null, error.GetString()),
        _ => default,
    };

    private static string? Text(JsonElement error, ReadOnlySpan<byte> name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
