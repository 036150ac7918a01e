using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Benchmarks.Harness;
using Websopy.SemanticKernel.ToolsProgram;
using Websopy.SemanticKernel.ToolsProgram.HandWritten;
using Websopy.SemanticKernel.ToolsProgram.Shop;

namespace Websopy.SemanticKernel.Benchmarks.ToolSets;

/// <summary>A call, when everything is warm. Its arguments are JSON, as a model's are.</summary>
internal static class CallPart
{
    private const int Calls = 20_000;
    private const double Limit = 1.3;

    public static async Task RunAsync(bool quick)
    {
        await RunAsync(ModelCall.Plain, "a call of text, number and truth value that answers with text", quick);
        await RunAsync(ModelCall.WithEnum, "a call of text, number and enum that answers with text", quick);
        await RunAsync(ModelCall.WithRecord, "a call of text, record and enum that answers with a record", quick);
    }

    private static async Task RunAsync(ModelCall call, string title, bool quick)
    {
        var shop = new ShopTools();
        CheckSchemas(HandWrittenTools.Create(shop), ShopContenders.FromFactory(shop));
        var floor = OfFunctions(ShopContenders.HandWritten, HandWrittenTools.Create(shop), call);
        var own = OfFunctions(ShopContenders.Functions, shop.AsAIFunctions(), call, floor);
        Contender[] contenders =
        [
            floor,
            OfFunctions("the same without JSON", PlainFunctions.Create(shop), call, floor),
            own,
            OfFunctions(ShopContenders.FunctionFactory, ShopContenders.FromFactory(shop), call, floor),
            OfPlugin(ShopContenders.Plugin, shop.AsKernelPlugin(), call, floor),
            OfPlugin(ShopContenders.PluginFactory, ShopContenders.FromPluginFactory(shop), call, floor),
        ];
        var table = new UnitTable("a call", await InterleavedRun.MeasureAsync(contenders, Calls, quick ? 15 : 60, TimeSpan.FromSeconds(quick ? 0.3 : 1)));
        Console.WriteLine($"## tools: {title}\n");
        table.Print();
        Bar.Print(table.Cpu(own, Limit));
    }

    private static Contender OfFunctions(string name, IReadOnlyList<AIFunction> functions, ModelCall call, Contender? floor = null)
    {
        var function = functions.First(function => function.Name == call.Tool);
        var arguments = new AIFunctionArguments(call.Parse());
        return new(
            name,
            async () =>
            {
                object? result = null;
                for (var i = 0; i < Calls; i++) result = await function.InvokeAsync(arguments);
                call.Check(result);
            },
            floor);
    }

    private static Contender OfPlugin(string name, KernelPlugin plugin, ModelCall call, Contender floor)
    {
        var kernel = new Kernel();
        var function = plugin[call.Tool];
        var arguments = new KernelArguments(call.Parse());
        return new(
            name,
            async () =>
            {
                object? result = null;
                for (var i = 0; i < Calls; i++) result = (await function.InvokeAsync(kernel, arguments)).GetValue<object>();
                call.Check(result);
            },
            floor);
    }

    /// <summary>The functions written by hand are held to the same schemas, or they would be no floor.</summary>
    private static void CheckSchemas(IReadOnlyList<AIFunction> handWritten, IReadOnlyList<AIFunction> oracle)
    {
        foreach (var function in oracle)
        {
            var other = handWritten.Single(other => other.Name == function.Name);
            if (!JsonElement.DeepEquals(function.JsonSchema, other.JsonSchema))
                throw new InvalidOperationException($"Other schemas: {function.JsonSchema} and {other.JsonSchema}");
        }
    }
}
