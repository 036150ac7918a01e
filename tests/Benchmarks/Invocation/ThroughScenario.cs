using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Contenders;
using Websopy.SemanticKernel.Benchmarks.Events;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Invocation;

/// <summary>What a function invoker costs an event, where the reply calls no function.</summary>
internal static class ThroughScenario
{
    public const string PartRole = "through-part";

    private const int Words = 20_000;

    private static readonly Dictionary<string, Func<bool, Task>> Parts = new()
    {
        ["memory"] = MemoryAsync,
        ["reads"] = ReadsAsync,
    };

    public static async Task RunAsync(bool quick)
    {
        foreach (var part in Parts.Keys) Console.Write(await OwnProcess.RunAsync(PartRole, part, quick ? "--quick" : "--whole"));
    }

    public static Task RunPartAsync(string part, bool quick) => Parts[part](quick);

    private static async Task MemoryAsync(bool quick)
    {
        var reply = new Reply(Words);
        Console.WriteLine($"## through: {Words} events from memory through an invoker\n");
        var (table, midStream) = await MeasureAsync(reply, ReplyReader.Memory(reply.Compact()), quick ? 40 : 300, quick);
        Bar.Print(table.Cpu(midStream, 1.15));
    }

    private static async Task ReadsAsync(bool quick)
    {
        var reply = new Reply(Words);
        var events = reply.Compact();
        Console.WriteLine("## through: the same, one event a read, each read completing asynchronously\n");
        var (table, midStream) = await MeasureAsync(reply, () => new YieldingStream(events), quick ? 20 : 100, quick);
        Bar.Print(table.Clock(midStream, 1.15));
    }

    private static async Task<(UnitTable Table, Contender MidStream)> MeasureAsync(Reply reply, Func<Stream> body, int rounds, bool quick)
    {
        var bare = ReplyReader.Contender("WebsopyChatClient", reply, () => Updates(ChatClients.Websopy(body)));
        var midStream = ReplyReader.Contender(
            "UseMidStreamFunctionInvocation", reply, ChatClients.Websopy(body).AsBuilder().UseMidStreamFunctionInvocation().Build(), bare);
        var ofBase = ReplyReader.Contender(
            "UseFunctionInvocation", reply, ChatClients.Websopy(body).AsBuilder().UseFunctionInvocation().Build(), bare);
        var table = new UnitTable("an event", await InterleavedRun.MeasureAsync([bare, midStream, ofBase], Words, rounds, TimeSpan.FromSeconds(quick ? 0.3 : 1)));
        table.Print();
        return (table, midStream);
    }

    private static IAsyncEnumerable<ChatResponseUpdate> Updates(IChatClient client) =>
        client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Tell me about streams.")]);
}
