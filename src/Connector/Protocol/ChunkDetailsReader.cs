using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>Reads the fields that only a few chunks of a response have.</summary>
/// <remarks>
/// <c>usage</c> is documented, so a wrong type there is malformed. The others are assumptions: where a server means something
/// else by such a name, the field counts as unknown and breaks nothing.
/// </remarks>
internal static class ChunkDetailsReader
{
    public static void ReadField(scoped ref Utf8JsonReader reader, ref Chunk chunk)
    {
        if (reader.ValueTextEquals(WireNames.Chunk.Usage))
        {
            reader.Read();
            if (ReadUsage(ref reader, ref chunk.Malformed) is { } usage) Details(ref chunk).Usage = usage;
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.FinishReason))
        {
            Details(ref chunk).FinishReason = NextText(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Code))
        {
            Details(ref chunk).Code = NextText(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Id))
        {
            Details(ref chunk).ResponseId = NextText(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Model))
        {
            Details(ref chunk).Model = NextText(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.ConversationId))
        {
            Details(ref chunk).ConversationId = NextText(ref reader);
        }
        else if (reader.ValueTextEquals(WireNames.Chunk.Created))
        {
            Details(ref chunk).Created = NextUnixTime(ref reader);
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private static ChunkDetails Details(ref Chunk chunk) => chunk.Details ??= new ChunkDetails();

    private static string? NextText(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty) return JsonText.From(ref reader).GetString();
        reader.Skip();
        return null;
    }

    private static DateTimeOffset? NextUnixTime(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (CountOf(ref reader) is { } seconds
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds()
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        reader.Skip();
        return null;
    }

    private static ChunkUsage? ReadUsage(scoped ref Utf8JsonReader reader, ref string? malformed)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            ChunkReader.Reject(ref reader, ref malformed, "usage");
            return null;
        }

        long? prompt = null, completion = null, total = null, cached = null, reasoning = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(WireNames.Usage.PromptTokens)) prompt = NextCount(ref reader, ref malformed);
            else if (reader.ValueTextEquals(WireNames.Usage.CompletionTokens)) completion = NextCount(ref reader, ref malformed);
            else if (reader.ValueTextEquals(WireNames.Usage.TotalTokens)) total = NextCount(ref reader, ref malformed);
            else if (reader.ValueTextEquals(WireNames.Usage.CachedTokens)) cached = NextCount(ref reader, ref malformed);
            else if (reader.ValueTextEquals(WireNames.Usage.ReasoningTokens)) reasoning = NextCount(ref reader, ref malformed);
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new ChunkUsage(prompt, completion, total, cached, reasoning);
    }

    private static long? NextCount(scoped ref Utf8JsonReader reader, ref string? malformed)
    {
        reader.Read();
        if (CountOf(ref reader) is { } count) return count;
        ChunkReader.Reject(ref reader, ref malformed, "usage");
        return null;
    }

    /// <summary>A whole number, also where it is written as 20.0, as JavaScript and Python servers may.</summary>
    private static long? CountOf(scoped ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number) return null;
        if (reader.TryGetInt64(out var whole)) return whole;
        return reader.TryGetDouble(out var real) && Math.Abs(real) < long.MaxValue ? (long)real : null;
    }
}
