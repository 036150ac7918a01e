using System.Diagnostics;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>How long after the server writes the first event the application has its text.</summary>
internal static class FirstScenario
{
    private const int WarmUps = 100;

    private static readonly string[] Contenders = [StreamClient.Bare, StreamClient.Floor, StreamClient.Websopy];

    public static async Task RunAsync(bool quick)
    {
        var runs = quick ? 150 : 1_000;
        await using var server = await ServerProcess.StartAsync();
        var endpoint = new Uri(server.Address, "/first");
        var clients = Contenders.Select(contender => StreamClient.Create(contender, endpoint)).ToArray();
        var samples = Contenders.Select(_ => new List<double>()).ToArray();
        for (var run = -WarmUps; run < runs; run++)
        {
            for (var i = 0; i < clients.Length; i++)
            {
                var microseconds = await MeasureAsync(clients[i]);
                if (run >= 0) samples[i].Add(microseconds);
            }
        }

        Console.WriteLine($"## first: from the server's write of the first event to its text in the client, {runs} runs\n");
        Print(samples);
    }

    private static async Task<double> MeasureAsync(Func<Action<string>, Task> open)
    {
        TimeSpan? age = null;
        await open(text =>
        {
            var now = Stopwatch.GetTimestamp();
            age ??= FirstEvent.Age(text, now);
        });
        return age!.Value.TotalMicroseconds;
    }

    private static void Print(List<double>[] samples)
    {
        var figures = samples.Select(ofContender =>
        {
            double[] ascending = [.. ofContender.Order()];
            return (Median: Statistics.Quantile(ascending, 0.5), P95: Statistics.Quantile(ascending, 0.95));
        }).ToArray();
        var bare = figures[0];
        var table = new MarkdownTable("", "median µs", "p95 µs", "median to HttpClient", "p95 to HttpClient");
        for (var i = 0; i < Contenders.Length; i++)
        {
            var (median, p95) = figures[i];
            table.Add(
                Contenders[i],
                MarkdownTable.Number(median), MarkdownTable.Number(p95),
                MarkdownTable.Ratio(median, bare.Median), MarkdownTable.Ratio(p95, bare.P95));
        }

        table.Print();
        Bar.Print(new Bar("WebsopyChatClient, median to HttpClient", figures[^1].Median / bare.Median, 1.10));
    }
}
