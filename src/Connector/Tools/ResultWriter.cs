using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>Turns results into what callers of functions get: JSON, but contents of a message as they are.</summary>
internal static class ResultWriter
{
    public static object? Write<T>(in ToolCall call, T result) =>
        call.Host.KeepsResults || Content<T>.Is ? result : WriteJson(call, result);

    /// <summary>For what <see cref="PlainJson"/> can write, unless a context has its own way with the type.</summary>
    public static object? WritePlain<T>(in ToolCall call, T result)
    {
        if (call.Host.KeepsResults) return result;
        return PlainJson.TryWrite(result, out var json) ? json : WriteJson(call, result);
    }

    public static async ValueTask<object?> WriteAsync(Task task)
    {
        await task.ConfigureAwait(true);
        return null;
    }

    public static ValueTask<object?> WriteAsync(ValueTask task) => task.IsCompletedSuccessfully ? default : WriteAsync(task.AsTask());

    public static ValueTask<object?> WriteAsync<T>(in ToolCall call, ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new(Write(call, task.Result)) : AwaitAsync(call, task);

    public static ValueTask<object?> WritePlainAsync<T>(in ToolCall call, ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new(WritePlain(call, task.Result)) : AwaitPlainAsync(call, task);

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

    private static async ValueTask<object?> AwaitAsync<T>(ToolCall call, ValueTask<T> task) => Write(call, await task.ConfigureAwait(true));

    private static async ValueTask<object?> AwaitPlainAsync<T>(ToolCall call, ValueTask<T> task) => WritePlain(call, await task.ConfigureAwait(true));

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

    /// <summary>Asked once for each type: reflection is slower than the rest of a short call.</summary>
    private static class Content<T>
    {
        public static readonly bool Is = typeof(AIContent).IsAssignableFrom(typeof(T)) || typeof(IEnumerable<AIContent>).IsAssignableFrom(typeof(T));
    }
}
