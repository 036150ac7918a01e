using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.ToolsProgram;

/// <summary>Measures once, in a process that has done nothing like it before.</summary>
internal static class ColdRun
{
    private const int Tools = 50;

    /// <summary>Measures functions of Microsoft.Extensions.AI.</summary>
    public static Task<ColdTimes> MeasureAsync(Func<IReadOnlyList<AIFunction>> create)
    {
        var plain = new AIFunctionArguments(ModelCall.Plain.Parse());
        var withRecord = new AIFunctionArguments(ModelCall.WithRecord.Parse());
        return MeasureAsync(
            create,
            functions => Find(functions, ModelCall.Plain).InvokeAsync(plain),
            functions => Find(functions, ModelCall.WithRecord).InvokeAsync(withRecord),
            functions => functions.Count(function => function.JsonSchema.ValueKind == JsonValueKind.Object));
    }

    /// <summary>Measures functions of Semantic Kernel, which a kernel calls.</summary>
    public static Task<ColdTimes> MeasureAsync(Func<KernelPlugin> create)
    {
        var kernel = new Kernel();
        var plain = new KernelArguments(ModelCall.Plain.Parse());
        var withRecord = new KernelArguments(ModelCall.WithRecord.Parse());
        return MeasureAsync(
            create,
            plugin => InvokeAsync(plugin[ModelCall.Plain.Tool], kernel, plain),
            plugin => InvokeAsync(plugin[ModelCall.WithRecord.Tool], kernel, withRecord),
            plugin => plugin.Count(function => function.JsonSchema.ValueKind == JsonValueKind.Object));
    }

    /// <summary>Measures whatever makes, calls and describes tools. The arguments are there before the clock runs, and with them the reader of JSON.</summary>
    private static async Task<ColdTimes> MeasureAsync<T>(
        Func<T> create, Func<T, ValueTask<object?>> call, Func<T, ValueTask<object?>> callWithRecord, Func<T, int> describe)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var tools = create();
        var created = Stopwatch.GetElapsedTime(start);
        var result = await call(tools);
        var called = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var recordResult = await callWithRecord(tools);
        var calledWithRecord = Stopwatch.GetElapsedTime(start);
        var count = describe(tools);
        var described = Stopwatch.GetElapsedTime(start);
        if (count != Tools) throw new InvalidOperationException($"{count} tools.");
        ModelCall.Plain.Check(result);
        ModelCall.WithRecord.Check(recordResult);
        return new(created.TotalMilliseconds, called.TotalMilliseconds, calledWithRecord.TotalMilliseconds, described.TotalMilliseconds, cpu.TotalMilliseconds);
    }

    private static AIFunction Find(IReadOnlyList<AIFunction> functions, ModelCall call) => functions.First(function => function.Name == call.Tool);

    private static async ValueTask<object?> InvokeAsync(KernelFunction function, Kernel kernel, KernelArguments arguments) =>
        (await function.InvokeAsync(kernel, arguments)).GetValue<object>();
}
