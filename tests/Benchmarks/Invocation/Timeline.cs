using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Benchmarks.Invocation;

/// <summary>When things happened in one turn, in milliseconds from its request.</summary>
internal sealed class Timeline(string name)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly object _lock = new();
    private readonly List<(double Start, double End)> _tools = [];

    public string Name => name;

    public List<double> Texts { get; } = [];

    public List<double> Results { get; } = [];

    public IReadOnlyList<(double Start, double End)> Tools => [.. _tools.OrderBy(tool => tool.Start)];

    public double End { get; private set; }

    private double Now => Stopwatch.GetElapsedTime(_start).TotalMilliseconds;

    /// <summary>Plays a turn with two calls and notes what comes when.</summary>
    public static async Task<Timeline> RecordAsync(string name, IChatClient client, double toolMilliseconds)
    {
        var timeline = new Timeline(name);
        var tool = AIFunctionFactory.Create((long written, CancellationToken cancellationToken) => timeline.RunToolAsync(toolMilliseconds, cancellationToken), "tool");
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Go.")], new ChatOptions { Tools = [tool] }))
        {
            if (update.Contents is [TextContent]) timeline.Texts.Add(timeline.Now);
            timeline.Results.AddRange(update.Contents.OfType<FunctionResultContent>().Select(_ => timeline.Now));
        }

        timeline.End = timeline.Now;
        return timeline;
    }

    private async Task<string> RunToolAsync(double milliseconds, CancellationToken cancellationToken)
    {
        var start = Now;
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, cancellationToken);
        lock (_lock) _tools.Add((start, Now));
        return "done";
    }
}
