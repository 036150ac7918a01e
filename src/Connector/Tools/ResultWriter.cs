using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>Turns results into what callers of functions get: JSON, but contents of a message as they are.</summary>
internal static class ResultWriter
{
    public static object? Write<T>(in ToolCall call, T result) =>
        call.Host.KeepsResults || IsContent<T>() ? result : WriteJson(call, result);

    public static async ValueTask<object?> WriteAsync(Task task)
    {
        await task.ConfigureAwait(true);
        return null;
    }

    public static ValueTask<object?> WriteAsync(ValueTask task) => task.IsCompletedSuccessfully ? default : WriteAsync(task.AsTask());

    public static async ValueTask<object?> WriteAsync<T>(ToolCall call, Task<T> task) =>
        Write(call, await task.ConfigureAwait(true));

    public static ValueTask<object?> WriteAsync<T>(in ToolCall call, ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new(Write(call, task.Result)) : WriteAsync(call, task.AsTask());

    public static async ValueTask<object?> WriteAllAsync<T>(ToolCall call, IAsyncEnumerable<T>? items)
    {
        if (call.Host.KeepsResults) return items;
        var all = items is null ? null : new List<T>();
        if (items is not null)
        {
            await foreach (var item in items.WithCancellation(call.CancellationToken).ConfigureAwait(true)) all!.Add(item);
        }

        return WriteJson<IEnumerable<T>?>(call, all);
    }

    public static TTask NotNull<TTask>(TTask? task)
        where TTask : Task => task ?? throw new InvalidOperationException("Function returned null unexpectedly.");

    private static bool IsContent<T>() => typeof(AIContent).IsAssignableFrom(typeof(T)) || typeof(IEnumerable<AIContent>).IsAssignableFrom(typeof(T));

    /// <summary>What has parts is not handed to a caller who has cancelled. The rule is that of <see cref="AIFunctionFactory"/>.</summary>
    private static JsonElement WriteJson<T>(in ToolCall call, T result)
    {
        var type = call.Declaration.Types.GetTypeInfo<T>();
        var json = JsonSerializer.SerializeToElement(result, type);
        if (type.Kind != JsonTypeInfoKind.None) ThrowIfCancelled(call);
        return json;
    }

    private static void ThrowIfCancelled(in ToolCall call)
    {
        if (call.CancellationToken.IsCancellationRequested) throw new TaskCanceledException();
    }
}
