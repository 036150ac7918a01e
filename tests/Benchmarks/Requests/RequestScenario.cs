using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Benchmarks.Requests;

/// <summary>What it costs to write the body of a request with a long history.</summary>
internal static class RequestScenario
{
    private const int Messages = 5_000;

    public static async Task RunAsync(bool quick)
    {
        await RunAsync($"{Messages} messages of text", Conversation.Plain(Messages), quick);
        await RunAsync($"{Messages} messages, a fifth of them tool calls and results", Conversation.WithTools(Messages), quick);
    }

    private static async Task RunAsync(string title, List<ChatMessage> history, bool quick)
    {
        // Nothing in these histories asks what the client is.
        using var client = new WebsopyChatClient(new WebsopyClientOptions { Endpoint = new Uri("http://127.0.0.1:1/"), ApiKey = null });
        ThrowIfDifferent(history, client);
        var floor = Contender("Utf8JsonWriter loop", buffer => BareWriter.Write(buffer, history));
        var own = Contender("RequestWriter", buffer => RequestWriter.Write(buffer, history, null, null, client), floor);

        Console.WriteLine($"## request: {title}\n");
        var measurements = await InterleavedRun.MeasureAsync([floor, own], Messages, quick ? 60 : 500, TimeSpan.FromSeconds(quick ? 0.5 : 2));
        var table = new UnitTable("a message", measurements);
        table.Print();
        Bar.Print(table.Cpu(own, 1.10), new Bar("RequestWriter, B a message", table.Of(own).Bytes, 20));
    }

    private static Contender Contender(string name, Action<PooledBuffer<byte>> write, Contender? floor = null)
    {
        return new Contender(name, RunAsync, floor);

        Task RunAsync()
        {
            using var buffer = new PooledBuffer<byte>();
            write(buffer);
            return Task.CompletedTask;
        }
    }

    private static void ThrowIfDifferent(List<ChatMessage> history, IChatClient client)
    {
        using var bare = new PooledBuffer<byte>();
        using var own = new PooledBuffer<byte>();
        BareWriter.Write(bare, history);
        RequestWriter.Write(own, history, null, null, client);
        if (!bare.Written.SequenceEqual(own.Written)) throw new InvalidOperationException("The two do not write the same bytes.");
    }
}
