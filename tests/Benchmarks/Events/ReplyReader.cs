using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Harness;

namespace Websopy.SemanticKernel.Benchmarks.Events;

/// <summary>Reads a whole reply as an application does, and holds it against what was sent.</summary>
internal static class ReplyReader
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "Tell me about streams.")];

    public static Func<Stream> Memory(byte[][] events)
    {
        byte[] body = [.. events.SelectMany(bytes => bytes)];
        return () => new MemoryStream(body);
    }

    public static Contender Contender(string name, Reply reply, IChatClient client, Contender floor) =>
        Contender(name, reply, () => client.GetStreamingResponseAsync(Question), floor);

    public static Contender Contender(
        string name, Reply reply, Func<IAsyncEnumerable<ChatResponseUpdate>> read, Contender? floor = null)
    {
        var sent = reply.Characters;
        return new Contender(name, CheckAsync, floor);

        async Task CheckAsync()
        {
            var received = await CountAsync(read());
            if (received != sent) throw new InvalidOperationException($"{name} read {received} of {sent} characters.");
        }
    }

    private static async Task<int> CountAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        var characters = 0;
        await foreach (var update in updates)
        {
            for (var i = 0; i < update.Contents.Count; i++)
            {
                if (update.Contents[i] is TextContent text) characters += text.Text.Length;
            }
        }

        return characters;
    }
}
