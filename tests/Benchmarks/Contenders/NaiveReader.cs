using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Benchmarks.Contenders;

/// <summary>The client that everyone writes first: a line, a string, an object.</summary>
internal static class NaiveReader
{
    private const string Prefix = "data: ";

    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(Stream body)
    {
        using var reader = new StreamReader(body);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            var chunk = JsonSerializer.Deserialize<Chunk>(line[Prefix.Length..], JsonSerializerOptions.Web);
            if (chunk is { Type: "content" }) yield return new ChatResponseUpdate(ChatRole.Assistant, chunk.Content);
        }
    }

    private sealed record Chunk(string Type, string? Content);
}
