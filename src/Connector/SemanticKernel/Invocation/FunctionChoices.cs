using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>What a <see cref="FunctionChoiceBehavior"/> means for one request.</summary>
internal static class FunctionChoices
{
    /// <summary>The most requests of a turn in which functions are invoked, as in Semantic Kernel's other connectors.</summary>
    public const int MaxRounds = 128;

    /// <summary>Asks the behaviour what it wants now.</summary>
    /// <returns>Its configuration; <see langword="null"/> where there is no behaviour.</returns>
    /// <exception cref="KernelException">The behaviour needs a kernel, or a function, that is not there.</exception>
    public static FunctionChoiceBehaviorConfiguration? Of(FunctionChoiceBehavior? behavior, ChatHistory history, Kernel? kernel, int round)
    {
        if (behavior is null) return null;
        var configuration = behavior.GetConfiguration(new FunctionChoiceBehaviorConfigurationContext(history) { Kernel = kernel, RequestSequenceIndex = round });
        configuration.AutoInvoke &= kernel is not null && round < MaxRounds && !InvocationDepth.IsExhausted;
        return configuration;
    }

    /// <summary>Sets the functions of one request.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="configuration">What the behaviour wants.</param>
    /// <param name="kernel">The kernel whose functions are invoked; <see langword="null"/> where none are.</param>
    public static void Apply(ChatOptions options, FunctionChoiceBehaviorConfiguration? configuration, Kernel? kernel)
    {
        options.Tools = null;
        options.ToolMode = null;
        options.AllowMultipleToolCalls = null;
        if (configuration?.Functions is not { Count: > 0 } functions) return;

        options.Tools = [.. functions.Select(function => ToolOf(function, configuration.AutoInvoke ? kernel : null))];
        options.AllowMultipleToolCalls = configuration.Options.AllowParallelCalls;
        options.ToolMode =
            configuration.Choice == FunctionChoice.None ? ChatToolMode.None
            : configuration.Choice == FunctionChoice.Required ? ChatToolMode.RequireAny
            : ChatToolMode.Auto;
    }

    private static AITool ToolOf(KernelFunction function, Kernel? kernel)
    {
        var tool = new KernelFunctionTool(function, kernel!);
        return kernel is null ? tool.AsDeclarationOnly() : tool;
    }
}
