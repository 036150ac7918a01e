using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Benchmarks.Contenders;

/// <summary>
/// The least that an <see cref="IChatClient"/> over this protocol can do: parse the events, read their JSON in place, make one
/// update with one text for each. It checks nothing, bounds nothing, and knows no tools, usage, ids or failures.
/// </summary>
internal static class FloorReader
{
    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(Stream body)
    {
        await foreach (var item in SseParser.Create(body, static (_, json) => Parse(json)).EnumerateAsync())
        {
            if (item.Data is { } update) yield return update;
        }
    }

    private static ChatResponseUpdate? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? text = null;
        var isContent = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                isContent = reader.ValueTextEquals("content"u8);
            }
            else if (reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                text = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return isContent ? new ChatResponseUpdate(ChatRole.Assistant, text) : null;
    }
}
