using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.Invocation;

/// <summary>Draws the picture of docs/mid-stream.md from a run of the turn that <see cref="InvokeScenario"/> measures.</summary>
internal static class TimelineScenario
{
    public const string Name = "timeline";

    public static async Task RunAsync(string path)
    {
        await using var server = await ServerProcess.StartAsync();
        using var bare = new WebsopyChatClient(new WebsopyClientOptions { Endpoint = new Uri(server.Address, "/calls"), ApiKey = null });
        var timelines = new List<Timeline>();
        foreach (var concurrent in new[] { false, true })
        {
            var how = concurrent ? "AllowConcurrentInvocation" : "one function after the other";
            timelines.Add(await RecordAsync($"UseFunctionInvocation, {how}", bare.AsBuilder().UseFunctionInvocation(configure: invoker => invoker.AllowConcurrentInvocation = concurrent).Build()));
            timelines.Add(await RecordAsync($"UseMidStreamFunctionInvocation, {how}", bare.AsBuilder().UseMidStreamFunctionInvocation(configure: invoker => invoker.AllowConcurrentInvocation = concurrent).Build()));
        }

        await File.WriteAllTextAsync(path, TimelineImage.Draw(timelines));
        foreach (var timeline in timelines) Console.WriteLine($"{timeline.Name}: whole after {timeline.End:0} ms");
    }

    private static async Task<Timeline> RecordAsync(string name, IChatClient client)
    {
        await Timeline.RecordAsync(name, client, toolMilliseconds: 1); // so that the JIT compiler is not in the picture
        return await Timeline.RecordAsync(name, client, toolMilliseconds: 800);
    }
}
