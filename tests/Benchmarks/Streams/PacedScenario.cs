using System.Globalization;
using System.Text.Json;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>Very many streams at once at the pace of a model, every event of them checked.</summary>
internal static class PacedScenario
{
    private const double EventsASecond = 2;

    private static readonly string[] Contenders = [StreamClient.Floor, StreamClient.Websopy];

    public static async Task RunAsync(bool quick)
    {
        var streams = quick ? 1_000 : 10_000;
        var events = quick ? 6 : 40;
        var figures = new List<(PacedResult Client, double ServerCpu)>();
        foreach (var contender in Contenders) figures.Add(await ConsumeAsync(contender, streams, events));

        var sent = (long)streams * events;
        Console.WriteLine($"## paced: {streams} streams at once, {EventsASecond} events a second each, {sent} events in all\n");
        var floor = figures[0].Client;
        var table = new MarkdownTable(
            "", "complete", "events lost", "seconds", "client CPU s", "server CPU s", "client peak MB", "CPU to floor", "peak to floor");
        foreach (var (contender, (client, serverCpu)) in Contenders.Zip(figures))
        {
            table.Add(
                contender,
                MarkdownTable.Number(client.Complete), MarkdownTable.Number(sent - client.Events),
                MarkdownTable.Number(client.Seconds, "0.0"), MarkdownTable.Number(client.CpuSeconds, "0.0"), MarkdownTable.Number(serverCpu, "0.0"),
                MarkdownTable.Number(client.PeakWorkingSet / 1e6),
                MarkdownTable.Ratio(client.CpuSeconds, floor.CpuSeconds), MarkdownTable.Ratio(client.PeakWorkingSet, floor.PeakWorkingSet));
        }

        table.Print();
        var own = figures[^1].Client;
        foreach (var failure in own.Failures) Console.WriteLine($"- {failure}");
        Bar.Print(new Bar("WebsopyChatClient, streams that are not complete", streams - own.Complete, 0));
    }

    private static async Task<(PacedResult Client, double ServerCpu)> ConsumeAsync(string contender, int streams, int events)
    {
        await using var server = await ServerProcess.StartAsync();
        var endpoint = new Uri(server.Address, string.Create(CultureInfo.InvariantCulture, $"/paced?events={events}&period={1 / EventsASecond}"));
        var output = await OwnProcess.RunAsync(
            PacedConsumer.Role, contender, endpoint.ToString(),
            streams.ToString(CultureInfo.InvariantCulture), events.ToString(CultureInfo.InvariantCulture));
        return (JsonSerializer.Deserialize<PacedResult>(output)!, server.CpuTime.TotalSeconds);
    }
}
