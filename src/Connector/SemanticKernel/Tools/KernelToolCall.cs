using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Tools;

namespace Websopy.SemanticKernel.KernelConnector.Tools;

/// <summary>What Semantic Kernel has to give to a tool, whoever calls it. Read by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelToolCall
{
    /// <summary>Where Semantic Kernel's connectors put the kernel into the arguments of a function.</summary>
    private const string KernelArgument = "AIFunctionArguments_Kernel";

    /// <summary>The kernel: the caller's, or that of the arguments or services, or a new one over the services.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The kernel.</returns>
    public static Kernel Kernel(this in ToolCall call) =>
        (call.Host as KernelHost)?.Kernel
        ?? (call.Arguments.TryGetValue(KernelArgument, out var kernel) ? kernel as Kernel : null)
        ?? call.Host.Services(call)?.GetService<Kernel>()
        ?? new Kernel(call.Host.Services(call));

    /// <summary>The kernel's function that is running.</summary>
    /// <param name="call">The call.</param>
    /// <param name="parameter">The parameter that asks for it.</param>
    /// <returns>The function.</returns>
    /// <exception cref="InvalidOperationException">No kernel has called.</exception>
    public static KernelFunction KernelFunction(this in ToolCall call, string parameter) => (call.Host as KernelHost)?.Function
        ?? throw new InvalidOperationException($"Parameter '{parameter}' of '{call.Declaration.Name}' asks for the kernel's function, but no kernel has called it. Use AsKernelPlugin().");

    /// <summary>The arguments as a kernel has them.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The caller's own, or a copy.</returns>
    public static KernelArguments KernelArguments(this in ToolCall call) => call.Arguments as KernelArguments ?? new KernelArguments((IDictionary<string, object?>)call.Arguments);

    /// <summary>The way back of a result as a kernel has it: a kernel gets it as it is, anybody else what is in it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public static ValueTask<object?> ReturnAsync(this in ToolCall call, FunctionResult? result) =>
        call.Host is KernelHost ? new(result) : call.Return(result?.GetValue<object>());

    /// <summary>The way back of an asynchronous result as a kernel has it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="task">The running method.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public static ValueTask<object?> ReturnAsync(this in ToolCall call, Task<FunctionResult> task)
    {
        return AwaitAsync(call, task);

        static async ValueTask<object?> AwaitAsync(ToolCall call, Task<FunctionResult> task) =>
            await ReturnAsync(call, await ResultWriter.NotNull(task).ConfigureAwait(true)).ConfigureAwait(true);
    }

    /// <summary>The way back of an asynchronous result as a kernel has it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="task">The running method.</param>
    /// <returns>The result, as the caller wants it.</returns>
    public static ValueTask<object?> ReturnAsync(this in ToolCall call, ValueTask<FunctionResult> task) => ReturnAsync(call, task.AsTask());

    /// <summary>A service of the kernel.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="parameter">The parameter that asks for it.</param>
    /// <param name="key">The service's key, or <see langword="null"/>.</param>
    /// <returns>The service.</returns>
    /// <exception cref="KernelException">There is no such service.</exception>
    public static T KernelService<T>(this in ToolCall call, string parameter, object? key) => Service<T>(call, key) is T service
        ? service
        : throw new KernelException($"Missing service for function parameter '{parameter}'", new ArgumentException("Missing service for function parameter", parameter));

    /// <summary>A service of the kernel that may be missing.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="key">The service's key, or <see langword="null"/>.</param>
    /// <param name="defaultValue">What stands in for a missing service.</param>
    /// <returns>The service, or <paramref name="defaultValue"/>.</returns>
    public static T OptionalKernelService<T>(this in ToolCall call, object? key, T defaultValue) => Service<T>(call, key) is T service ? service : defaultValue;

    private static object? Service<T>(in ToolCall call, object? key)
    {
        var services = call.Kernel().Services;
        return services is IKeyedServiceProvider keyed ? keyed.GetKeyedService(typeof(T), key) : services.GetService(typeof(T));
    }
}
