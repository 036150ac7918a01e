using System.Diagnostics;
using System.Text.Json;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>The role of a client process that reads many paced streams at once.</summary>
internal static class PacedConsumer
{
    public const string Role = "consume";

    private const int ConnectionsAtOnce = 200;

    public static async Task RunAsync(string contender, Uri endpoint, int streams, int events)
    {
        var open = StreamClient.Create(contender, endpoint);
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        using var connecting = new SemaphoreSlim(ConnectionsAtOnce);
        var checks = Enumerable.Range(0, streams).Select(_ => new PacedStream()).ToArray();
        var failures = await Task.WhenAll(checks.Select(check => ReadAsync(open, check, events, connecting)));
        Console.WriteLine(JsonSerializer.Serialize(new PacedResult(
            failures.Count(failure => failure is null),
            checks.Sum(check => (long)check.Events),
            [.. failures.OfType<string>().Take(3)],
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            PeakWorkingSet())));
    }

    /// <returns>Why the stream is not complete; <see langword="null"/> where it is.</returns>
    private static async Task<string?> ReadAsync(Func<Action<string>, Task> open, PacedStream check, int events, SemaphoreSlim connecting)
    {
        await connecting.WaitAsync();
        var connected = false;
        try
        {
            await open(text =>
            {
                if (!connected) connecting.Release();
                connected = true;
                check.Take(text);
            });
            return check.Events == events ? null : $"It ended after {check.Events} of {events} events.";
        }
        catch (Exception exception) when (exception is WebsopyException or HttpRequestException or IOException or InvalidOperationException)
        {
            return exception.Message;
        }
        finally
        {
            if (!connected) connecting.Release();
        }
    }

    private static long PeakWorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
