using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.Benchmarks.Processes;
using Websopy.SemanticKernel.ToolsProgram;
using Websopy.SemanticKernel.ToolsProgram.HandWritten;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>Fifty tools are made and the first is called, each time in a process that has done nothing like it before.</summary>
internal static class ColdPart
{
    public const string Role = "tools-cold";

    private const double LimitMilliseconds = 25;

    private static readonly string[] Contenders =
    [
        ShopContenders.HandWritten, ShopContenders.Functions, ShopContenders.FunctionFactory, ShopContenders.Plugin, ShopContenders.PluginFactory,
    ];

    public static async Task RunAsync(bool quick)
    {
        var runs = quick ? 5 : 21;
        var table = await ColdTable.MeasureAsync(Contenders, runs, contender => OwnProcess.RunAsync(Role, contender));
        Console.WriteLine($"## tools: 50 tools in a cold process, {runs} processes each\n");
        table.Print();
        Bar.Print(
            table.Called(ShopContenders.Functions, LimitMilliseconds),
            table.CalledToHandWritten(ShopContenders.Functions, LimitMilliseconds / 17));
    }

    /// <summary>The role of the process.</summary>
    public static async Task MeasureAsync(string contender)
    {
        var shop = new ShopTools();
        Console.WriteLine(await (contender switch
        {
            ShopContenders.HandWritten => ColdRun.MeasureAsync(() => HandWrittenTools.Create(shop)),
            ShopContenders.Functions => ColdRun.MeasureAsync(shop.AsAIFunctions),
            ShopContenders.FunctionFactory => ColdRun.MeasureAsync(() => ShopContenders.FromFactory(shop)),
            ShopContenders.Plugin => ColdRun.MeasureAsync(() => shop.AsKernelPlugin()),
            _ => ColdRun.MeasureAsync(() => ShopContenders.FromPluginFactory(shop)),
        }));
    }
}
