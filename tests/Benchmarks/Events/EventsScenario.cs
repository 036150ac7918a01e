using Websopy.SemanticKernel.Benchmarks.Contenders;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Events;

/// <summary>What an event costs in the client, where its bytes are already in memory.</summary>
/// <remarks>
/// Each part has a process of its own. The JIT compiler optimizes for what it has seen run, and an application sees the
/// replies of one server, not those of several in turn.
/// </remarks>
internal static class EventsScenario
{
    public const string PartRole = "events-part";

    private const int Words = 20_000;

    private static readonly Dictionary<string, Func<bool, Task>> Parts = new()
    {
        ["compact"] = CompactAsync,
        ["spaced"] = SpacedAsync,
        ["fields"] = FieldsAsync,
        ["reads"] = ReadsAsync,
        ["peers"] = PeersAsync,
    };

    public static async Task RunAsync(bool quick)
    {
        foreach (var part in Parts.Keys) Console.Write(await OwnProcess.RunAsync(PartRole, part, quick ? "--quick" : "--whole"));
    }

    public static Task RunPartAsync(string part, bool quick) => Parts[part](quick);

    private static async Task CompactAsync(bool quick)
    {
        var reply = new Reply(Words);
        var body = ReplyReader.Memory(reply.Compact());
        var floor = ReplyReader.Contender("floor", reply, () => FloorReader.ReadAsync(body()));
        var client = ReplyReader.Contender("WebsopyChatClient", reply, ChatClients.Websopy(body), floor);
        var coalescing = ReplyReader.Contender("CoalesceContent", reply, ChatClients.Websopy(body, coalesce: true), floor);

        Console.WriteLine($"## events: a reply of {Words} events from memory\n");
        var table = await MeasureAsync([floor, client, coalescing], quick ? 40 : 300, quick);
        Bar.Print(table.Cpu(client, 1.10), table.Bytes(client, 1.05), table.Cpu(coalescing, 0.60));
    }

    private static Task SpacedAsync(bool quick) => FormAsync("the same with white space", reply => reply.Spaced(), quick);

    private static Task FieldsAsync(bool quick) => FormAsync("the same with a further field", reply => reply.WithFurtherField(), quick);

    private static async Task FormAsync(string title, Func<Reply, byte[][]> form, bool quick)
    {
        var reply = new Reply(Words);
        var body = ReplyReader.Memory(form(reply));
        var floor = ReplyReader.Contender("floor", reply, () => FloorReader.ReadAsync(body()));
        var client = ReplyReader.Contender("WebsopyChatClient", reply, ChatClients.Websopy(body), floor);

        Console.WriteLine($"## events: {title}\n");
        var table = await MeasureAsync([floor, client], quick ? 40 : 300, quick);
        Bar.Print(table.Cpu(client, 1.10), table.Bytes(client, 1.05));
    }

    private static async Task ReadsAsync(bool quick)
    {
        var reply = new Reply(Words);
        var events = reply.Compact();
        var floor = ReplyReader.Contender("floor", reply, () => FloorReader.ReadAsync(new YieldingStream(events)));
        var client = ReplyReader.Contender("WebsopyChatClient", reply, ChatClients.Websopy(() => new YieldingStream(events)), floor);

        Console.WriteLine("## events: one event a read, each read completing asynchronously\n");
        var table = await MeasureAsync([floor, client], quick ? 20 : 100, quick);
        Bar.Print(table.Clock(client, 1.10), table.Bytes(client, 1.05));
    }

    private static async Task PeersAsync(bool quick)
    {
        var reply = new Reply(Words);
        var body = ReplyReader.Memory(reply.Compact());
        var floor = ReplyReader.Contender("floor", reply, () => FloorReader.ReadAsync(body()));

        Console.WriteLine("## events: beside other clients, each with its own wire form of the same words\n");
        await MeasureAsync(
        [
            floor,
            ReplyReader.Contender("WebsopyChatClient", reply, ChatClients.Websopy(body), floor),
            ReplyReader.Contender("ReadLine, Deserialize", reply, () => NaiveReader.ReadAsync(body()), floor),
            ReplyReader.Contender("OllamaSharp", reply, ChatClients.Ollama(ReplyReader.Memory(reply.Ollama())), floor),
            ReplyReader.Contender("Microsoft.Extensions.AI.OpenAI", reply, ChatClients.OpenAI(ReplyReader.Memory(reply.OpenAI())), floor),
        ], quick ? 10 : 50, quick);
    }

    private static async Task<UnitTable> MeasureAsync(Contender[] contenders, int rounds, bool quick)
    {
        var warmUp = TimeSpan.FromSeconds(quick ? 0.3 : 1);
        var table = new UnitTable("an event", await InterleavedRun.MeasureAsync(contenders, Words, rounds, warmUp));
        table.Print();
        return table;
    }
}
