using System.Diagnostics;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Invocation;

/// <summary>
/// Two calls at the start of a stream of one second, and tools that take 800 ms each: when does the first tool start, how
/// long is the text behind the calls held back, and when is the whole answer there?
/// </summary>
internal static class InvokeScenario
{
    private const double StreamMilliseconds = 1_000;
    private const double ToolMilliseconds = 800;

    private static readonly (string Name, bool MidStream, bool Concurrent)[] Contenders =
    [
        ("UseFunctionInvocation, serial", false, false),
        ("UseFunctionInvocation, parallel", false, true),
        ("UseMidStreamFunctionInvocation, serial", true, false),
        ("UseMidStreamFunctionInvocation, parallel", true, true),
    ];

    public static async Task RunAsync(bool quick)
    {
        var runs = quick ? 3 : 15;
        await using var server = await ServerProcess.StartAsync();
        using var bare = new WebsopyChatClient(new WebsopyClientOptions { Endpoint = new Uri(server.Address, "/calls"), ApiKey = null });
        var samples = Contenders.Select(_ => new List<InvocationTimes>()).ToArray();
        for (var run = -1; run < runs; run++)
        {
            for (var i = 0; i < Contenders.Length; i++)
            {
                var times = await MeasureAsync(bare, Contenders[i].MidStream, Contenders[i].Concurrent);
                if (run >= 0) samples[i].Add(times);
            }
        }

        Console.WriteLine($"## invoke: two calls at the start of a stream of {StreamMilliseconds} ms, tools of {ToolMilliseconds} ms, over HTTP, {runs} runs\n");
        Print(samples);
    }

    private static async Task<InvocationTimes> MeasureAsync(IChatClient bare, bool midStream, bool concurrent)
    {
        var times = new InvocationTimes();
        var builder = bare.AsBuilder();
        var client = midStream
            ? builder.UseMidStreamFunctionInvocation(configure: invoker => invoker.AllowConcurrentInvocation = concurrent).Build()
            : builder.UseFunctionInvocation(configure: invoker => invoker.AllowConcurrentInvocation = concurrent).Build();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(times.RunToolAsync, "tool")] };
        var start = Stopwatch.GetTimestamp();
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Go.")], options))
        {
            var now = Stopwatch.GetTimestamp();
            if (update.Contents is [TextContent text]) times.TookText(text.Text, now);
        }

        times.Total = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        times.Check();
        return times;
    }

    private static void Print(List<InvocationTimes>[] samples)
    {
        var table = new MarkdownTable("", "first tool after its event, ms", "text held back at most, ms", "whole answer, ms", "ideal, ms", "to ideal");
        var bars = new List<Bar>();
        for (var i = 0; i < Contenders.Length; i++)
        {
            var (name, midStream, concurrent) = Contenders[i];
            var ideal = Math.Max(StreamMilliseconds, concurrent ? ToolMilliseconds : 2 * ToolMilliseconds);
            var started = Median(samples[i].Select(times => times.FirstToolDelay));
            var held = Median(samples[i].Select(times => times.LongestHold));
            var total = Median(samples[i].Select(times => times.Total));
            table.Add(
                name, MarkdownTable.Number(started, "0.0"), MarkdownTable.Number(held, "0.0"), MarkdownTable.Number(total),
                MarkdownTable.Number(ideal), MarkdownTable.Ratio(total, ideal));
            if (!midStream) continue;
            bars.Add(new Bar($"{name}, first tool after its event, ms", started, 5));
            bars.Add(new Bar($"{name}, text held back, ms", held, 5));
            bars.Add(new Bar($"{name}, whole answer to ideal", total / ideal, 1.02));
        }

        table.Print();
        Bar.Print([.. bars]);
    }

    private static double Median(IEnumerable<double> values) => Statistics.Quantile([.. values.Order()], 0.5);

    /// <summary>When things happened in one run, by the clock that all processes of the machine share.</summary>
    private sealed class InvocationTimes
    {
        private int _tools;
        private int _texts;
        private long _firstStart;
        private long _callWritten;

        public double FirstToolDelay => Stopwatch.GetElapsedTime(_callWritten, _firstStart).TotalMilliseconds;

        public double LongestHold { get; private set; }

        public double Total { get; set; }

        /// <summary>The tool. Its argument says when the server wrote the call.</summary>
        public async Task<string> RunToolAsync(long written, CancellationToken cancellationToken)
        {
            var now = Stopwatch.GetTimestamp();
            if (Interlocked.Increment(ref _tools) == 1) (_firstStart, _callWritten) = (now, written);
            await Task.Delay(TimeSpan.FromMilliseconds(ToolMilliseconds), TimeProvider.System, cancellationToken);
            return "done";
        }

        public void TookText(string text, long now)
        {
            _texts++;
            if (text.Contains(FirstEvent.Mark)) LongestHold = Math.Max(LongestHold, FirstEvent.Age(text, now).TotalMilliseconds);
        }

        /// <exception cref="InvalidOperationException">The run was not the one that is measured.</exception>
        public void Check()
        {
            if (_tools != 2 || _texts != CallEvents.Texts + 1) throw new InvalidOperationException($"{_tools} tools ran and {_texts} texts came.");
        }
    }
}
