using System.Globalization;
using Websopy.SemanticKernel.CodeBenchmarks.Checks;
using Websopy.SemanticKernel.CodeBenchmarks.References;

switch (args)
{
    case ["mutations", var count, ..]:
        return await MutationScenario.RunAsync(Number(count), args is [_, _, var first, ..] ? Number(first) : 0);
    case ["check", ..]:
        await CheckScenario.RunAsync(args is [_, var edits, ..] ? Number(edits) : 40);
        return 0;
    case ["references", ..]:
        await ReferenceScenario.RunAsync(args is [_, var queries, ..] ? Number(queries) : 1_000);
        return 0;
    default:
        Console.Error.WriteLine("Usage: mutations COUNT [FIRST SEED] | check [EDITS] | references [QUERIES]");
        return 1;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
