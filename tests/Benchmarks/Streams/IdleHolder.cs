using System.Text.Json;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>The role of a client process that holds idle streams and says what memory they take.</summary>
internal static class IdleHolder
{
    public const string Role = "hold";

    private const int WarmUpStreams = 50;

    public static async Task RunAsync(string contender, Uri endpoint, int streams)
    {
        var open = StreamClient.Create(contender, endpoint);
        await OpenAsync(open, WarmUpStreams);
        var before = MemoryUse.OfThisProcess();
        var held = await OpenAsync(open, streams);
        var after = MemoryUse.OfThisProcess();
        if (held.Any(stream => stream.IsCompleted)) throw new InvalidOperationException("A stream that should be idle has ended.");
        Console.WriteLine(JsonSerializer.Serialize(after.Since(before)));
    }

    /// <summary>Opens streams, a few at a time, and returns when each has received its first event and waits for the next.</summary>
    private static async Task<List<Task>> OpenAsync(Func<Action<string>, Task> open, int count)
    {
        const int AtOnce = 50;
        var streams = new List<Task>();
        while (streams.Count < count)
        {
            var firsts = new List<Task>();
            for (var i = 0; i < AtOnce && streams.Count < count; i++)
            {
                var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                streams.Add(open(_ => first.TrySetResult()));
                firsts.Add(await Task.WhenAny(first.Task, streams[^1])); // a stream that fails must not be waited for
            }

            await Task.WhenAll(firsts);
        }

        return streams;
    }
}
