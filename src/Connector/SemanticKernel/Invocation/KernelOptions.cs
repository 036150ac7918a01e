using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

#pragma warning disable SKEXP0001 // for evaluation only: RetainArgumentTypes

namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>
/// The kernel and the settings that <see cref="PromptExecutionSettingsExtensions.ToChatOptions"/> puts into the options it makes,
/// in a type that is not public.
/// </summary>
internal sealed record KernelOptions(Kernel Kernel, PromptExecutionSettings? Settings)
{
    private const string TypeName = "Microsoft.Extensions.AI.KernelChatOptions";

    /// <summary>Reads them; <see langword="null"/> where options have none, or no kernel function to invoke in it.</summary>
    public static KernelOptions? Of(ChatOptions? options)
    {
        if (options?.GetType().FullName != TypeName || options.Tools?.OfType<KernelFunction>().FirstOrDefault() is not { } function) return null;
        // A context of Semantic Kernel's own shows what its options hold.
        var context = new AutoFunctionInvocationContext(new Kernel(), function, new FunctionResult(function), [], new ChatMessageContent())
        {
            Options = options,
        };
        return new KernelOptions(context.Kernel, context.ExecutionSettings);
    }

    /// <summary>Whether the settings want calls handed to the caller.</summary>
    public bool HandsCallsOut => Configuration is { AutoInvoke: false };

    /// <summary>Whether the settings want arguments to keep the types of their JSON.</summary>
    public bool RetainsArgumentTypes => Configuration is { Options.RetainArgumentTypes: true };

    /// <summary>Whether the settings want functions to run side by side.</summary>
    public bool RunsConcurrently => Configuration is { Options.AllowConcurrentInvocation: true };

    private FunctionChoiceBehaviorConfiguration? Configuration => FunctionChoices.Of(Settings?.FunctionChoiceBehavior, [], Kernel, round: 0);
}
