using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Benchmarks.Requests;

/// <summary>What it costs a tool loop to write its requests, each of which sends the whole history anew.</summary>
internal static class LoopScenario
{
    private const int Messages = 2_000;
    private const int Rounds = 20;

    private static readonly List<ChatMessage> History = Conversation.WithTools(Messages);
    private static readonly List<ChatMessage>[] New = [.. Enumerable.Range(0, Rounds).Select(Conversation.ToolRound)];

    // Nothing in these histories asks what the client is.
    private static readonly WebsopyChatClient Client = new(new WebsopyClientOptions { Endpoint = new Uri("http://127.0.0.1:1/"), ApiKey = null });

    public static async Task RunAsync(bool quick)
    {
        var bodies = BodiesOf([.. History]);
        ThrowIfDifferent(bodies);
        await RunAsync(
            $"a turn of {Rounds} rounds over {Messages} messages, a fifth of them tool calls and results", "a turn", units: 1, quick,
            new Contender("copy of the body", () => Copy(bodies)),
            new Contender("TurnMessages", () => Turn(new TurnMessages(History))),
            new Contender("encoding anew", () => Turn([.. History])),
            bar: 0.25);

        using var sent = new TurnMessages(History);
        Write(sent);
        await RunAsync(
            "one round of such a turn, not its first", "a round", Rounds, quick,
            new Contender("copy of the body", () => Copy(bodies)),
            new Contender("TurnMessages", () => LaterRounds(sent)),
            new Contender("encoding anew", () => LaterRounds([.. History])),
            bar: 0.20);
    }

    private static async Task RunAsync(
        string title, string unit, int units, bool quick, Contender copy, Contender reuse, Contender anew, double bar)
    {
        Console.WriteLine($"## loop: {title}\n");
        var measurements = await InterleavedRun.MeasureAsync([copy, reuse, anew], units, quick ? 60 : 500, TimeSpan.FromSeconds(quick ? 0.5 : 2));
        var table = new MarkdownTable("", $"µs {unit}", $"CPU µs {unit}", $"B {unit}", "clock to anew", "CPU to anew");
        var whole = measurements[^1];
        foreach (var measurement in measurements)
        {
            table.Add(
                measurement.Contender.Name,
                MarkdownTable.Number(measurement.Clock / 1000, "0.0"),
                MarkdownTable.Number(measurement.Cpu / 1000, "0.0"),
                MarkdownTable.Number(measurement.Bytes),
                MarkdownTable.Ratio(measurement.Clock, whole.Clock),
                MarkdownTable.Ratio(measurement.Cpu, whole.Cpu));
        }

        table.Print();
        Bar.Print(new Bar($"TurnMessages, CPU to encoding anew, {unit}", measurements[1].Cpu / whole.Cpu, bar));
    }

    /// <summary>The least: the bytes are there, and each request only gets its copy.</summary>
    private static Task Copy(byte[][] bodies)
    {
        foreach (var body in bodies)
        {
            using var buffer = new PooledBuffer<byte>();
            body.CopyTo(buffer.GetSpan(body.Length));
            buffer.Advance(body.Length);
        }

        return Task.CompletedTask;
    }

    private static Task Turn(List<ChatMessage> messages)
    {
        using var turn = messages as TurnMessages;
        foreach (var added in New)
        {
            Write(messages);
            messages.AddRange(added);
        }

        return Task.CompletedTask;
    }

    /// <summary>A round that goes on from the history's request, over and over: what it adds is taken away again.</summary>
    private static Task LaterRounds(List<ChatMessage> messages)
    {
        foreach (var added in New)
        {
            messages.AddRange(added);
            Write(messages);
            messages.RemoveRange(Messages, added.Count);
        }

        return Task.CompletedTask;
    }

    private static void Write(List<ChatMessage> messages)
    {
        using var buffer = new PooledBuffer<byte>();
        RequestWriter.Write(buffer, messages, null, null, Client);
    }

    private static byte[][] BodiesOf(List<ChatMessage> messages)
    {
        var bodies = new byte[Rounds][];
        for (var round = 0; round < Rounds; round++)
        {
            using var buffer = new PooledBuffer<byte>();
            RequestWriter.Write(buffer, messages, null, null, Client);
            bodies[round] = buffer.Written.ToArray();
            messages.AddRange(New[round]);
        }

        return bodies;
    }

    private static void ThrowIfDifferent(byte[][] bodies)
    {
        using var turn = new TurnMessages(History);
        var reused = BodiesOf(turn);
        if (!bodies.Zip(reused).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
            throw new InvalidOperationException("The two do not write the same bytes.");
    }
}
