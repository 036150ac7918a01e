using Websopy.SemanticKernel.Benchmarks.Processes;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>What tools cost: a process that starts with fifty of them, a call, and a compilation that makes five hundred.</summary>
internal static class ToolsScenario
{
    public const string PartRole = "tools-part";

    private static readonly Dictionary<string, Func<bool, Task>> Parts = new()
    {
        ["call"] = CallPart.RunAsync,
        ["compile"] = CompilePart.RunAsync,
    };

    public static async Task RunAsync(bool quick)
    {
        await ColdPart.RunAsync(quick);
        await AheadOfTimePart.RunAsync(quick);
        foreach (var part in Parts.Keys) Console.Write(await OwnProcess.RunAsync(PartRole, part, quick ? "--quick" : "--whole"));
    }

    public static Task RunPartAsync(string part, bool quick) => Parts[part](quick);
}
