using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

/// <summary>An event as it came over the wire.</summary>
internal sealed record ServerEvent(string Id, string Data)
{
    public string? Field(string name) =>
        JsonElement.Parse(Data).TryGetProperty(name, out var value) ? value.ToString() : null;

    public string Type => Field("type")!;

    public string Text => Field("content") ?? "";
}
