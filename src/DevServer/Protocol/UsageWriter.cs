using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>The counted tokens of a response.</summary>
internal static class UsageWriter
{
    public static void Write(Utf8JsonWriter json, UsageDetails usage)
    {
        json.WriteStartObject(WireNames.Chunk.Usage);
        WriteCount(json, WireNames.Usage.PromptTokens, usage.InputTokenCount);
        WriteCount(json, WireNames.Usage.CompletionTokens, usage.OutputTokenCount);
        WriteCount(json, WireNames.Usage.TotalTokens, usage.TotalTokenCount);
        WriteCount(json, WireNames.Usage.CachedTokens, usage.CachedInputTokenCount);
        WriteCount(json, WireNames.Usage.ReasoningTokens, usage.ReasoningTokenCount);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? count)
    {
        if (count is { } value)
            json.WriteNumber(name, value);
    }
}
