using System.Globalization;
using Websopy.SemanticKernel.CodeBenchmarks.Checks;

switch (args)
{
    case ["mutations", var count, ..]:
        return await MutationScenario.RunAsync(Number(count), args is [_, _, var first, ..] ? Number(first) : 0);
    case ["check", ..]:
        await CheckScenario.RunAsync(args is [_, var edits, ..] ? Number(edits) : 40);
        return 0;
    default:
        Console.Error.WriteLine("Usage: mutations COUNT [FIRST SEED] | check [EDITS]");
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
