using System.Globalization;
using Websopy.SemanticKernel.Benchmarks.Events;
using Websopy.SemanticKernel.Benchmarks.Invocation;
using Websopy.SemanticKernel.Benchmarks.Processes;
using Websopy.SemanticKernel.Benchmarks.Requests;
using Websopy.SemanticKernel.Benchmarks.Streams;
using Websopy.SemanticKernel.Benchmarks.ToolSets;

var scenarios = new Dictionary<string, Func<bool, Task>>
{
    ["events"] = EventsScenario.RunAsync,
    ["request"] = RequestScenario.RunAsync,
    ["loop"] = LoopScenario.RunAsync,
    ["idle"] = IdleScenario.RunAsync,
    ["paced"] = PacedScenario.RunAsync,
    ["first"] = FirstScenario.RunAsync,
    ["through"] = ThroughScenario.RunAsync,
    ["invoke"] = InvokeScenario.RunAsync,
    ["tools"] = ToolsScenario.RunAsync,
};
var quick = args.Contains("--quick");

switch (args)
{
    case ["all", ..]:
        foreach (var run in scenarios.Values) await run(quick);
        return 0;
    case [var name, ..] when scenarios.TryGetValue(name, out var run):
        await run(quick);
        return 0;

    case [TimelineScenario.Name, var path]:
        await TimelineScenario.RunAsync(path);
        return 0;

    // The roles in which the program starts itself.
    case [EventsScenario.PartRole, var part, ..]:
        await EventsScenario.RunPartAsync(part, quick);
        return 0;
    case [ThroughScenario.PartRole, var part, ..]:
        await ThroughScenario.RunPartAsync(part, quick);
        return 0;
    case [ToolsScenario.PartRole, var part, ..]:
        await ToolsScenario.RunPartAsync(part, quick);
        return 0;
    case [ColdPart.Role, var contender]:
        await ColdPart.MeasureAsync(contender);
        return 0;
    case [StreamServer.Role]:
        await StreamServer.RunAsync();
        return 0;
    case [IdleHolder.Role, var contender, var endpoint, var streams]:
        await IdleHolder.RunAsync(contender, new Uri(endpoint), Number(streams));
        return 0;
    case [PacedConsumer.Role, var contender, var endpoint, var streams, var events]:
        await PacedConsumer.RunAsync(contender, new Uri(endpoint), Number(streams), Number(events));
        return 0;

    default:
        Console.Error.WriteLine($"Usage: {string.Join(" | ", scenarios.Keys)} | all  [--quick]\n       {TimelineScenario.Name} IMAGE.svg");
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
