using System.Globalization;
using System.Text.Json;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>The memory of a stream that has begun and waits for its next event, over real sockets.</summary>
internal static class IdleScenario
{
    private static readonly string[] Contenders = [StreamClient.Bare, StreamClient.Floor, StreamClient.Websopy];

    public static async Task RunAsync(bool quick)
    {
        var streams = quick ? 200 : 1_000;
        var rounds = quick ? 1 : 5;
        var samples = Contenders.ToDictionary(contender => contender, _ => new List<MemoryUse>());
        await using var server = await ServerProcess.StartAsync();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in Contenders) samples[contender].Add(await HoldAsync(contender, server.Address, streams));
        }

        Console.WriteLine($"## idle: {streams} streams that wait, each contender in a process of its own\n");
        var figures = samples.ToDictionary(
            pair => pair.Key,
            pair => (Heap: Median(pair.Value, use => use.Heap) / streams, WorkingSet: Median(pair.Value, use => use.WorkingSet) / streams));
        var floor = figures[StreamClient.Floor];
        var table = new MarkdownTable("", "heap B a stream", "working set B a stream", "heap to floor", "working set to floor");
        foreach (var (contender, (heap, workingSet)) in figures)
        {
            table.Add(
                contender,
                MarkdownTable.Number(heap), MarkdownTable.Number(workingSet),
                MarkdownTable.Ratio(heap, floor.Heap), MarkdownTable.Ratio(workingSet, floor.WorkingSet));
        }

        table.Print();
        var own = figures[StreamClient.Websopy];
        Bar.Print(new Bar("WebsopyChatClient, heap to floor", own.Heap / floor.Heap, 1.20));
    }

    private static async Task<MemoryUse> HoldAsync(string contender, Uri server, int streams)
    {
        var output = await OwnProcess.RunAsync(
            IdleHolder.Role, contender, new Uri(server, "/idle").ToString(), streams.ToString(CultureInfo.InvariantCulture));
        return JsonSerializer.Deserialize<MemoryUse>(output)!;
    }

    private static double Median(List<MemoryUse> uses, Func<MemoryUse, long> figure) =>
        Statistics.Quantile([.. uses.Select(use => (double)figure(use)).Order()], 0.5);
}
