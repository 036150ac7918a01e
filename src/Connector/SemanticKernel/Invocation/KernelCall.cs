using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelConnector.Contents;
using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>One call of a kernel function, through the kernel's filters.</summary>
/// <param name="Invocation">The call as the invoker has it.</param>
/// <param name="Function">The function.</param>
/// <param name="Kernel">The kernel to invoke it in.</param>
/// <param name="Settings">The settings of the turn, for filters.</param>
/// <param name="IsStreaming">Whether the caller streams, for filters.</param>
/// <param name="RetainsArgumentTypes">Whether arguments keep the types of their JSON.</param>
/// <param name="History">The messages before the one that holds the call.</param>
internal sealed record KernelCall(
    AI.FunctionInvocationContext Invocation,
    KernelFunction Function,
    Kernel Kernel,
    PromptExecutionSettings? Settings,
    bool IsStreaming,
    bool RetainsArgumentTypes,
    Func<IEnumerable<ChatMessageContent>> History)
{
    /// <summary>Invokes it.</summary>
    /// <returns>The result as the model is told it.</returns>
    /// <exception cref="Exception">The function or a filter failed, or the result has no JSON.</exception>
    public async Task<string> InvokeAsync(CancellationToken cancellationToken)
    {
        var arguments = CallArguments.ToKernel(Invocation.CallContent.Arguments, RetainsArgumentTypes);
        var result = Kernel.AutoFunctionInvocationFilters is { Count: > 0 } filters
            ? await InvokeFilteredAsync([.. filters], arguments, cancellationToken).ConfigureAwait(false)
            : await Function.InvokeAsync(Kernel, arguments, cancellationToken).ConfigureAwait(false);
        return ResultText.Of(result.GetValue<object>(), Function.JsonSerializerOptions);
    }

    private async Task<FunctionResult> InvokeFilteredAsync(
        IAutoFunctionInvocationFilter[] filters, KernelArguments arguments, CancellationToken cancellationToken)
    {
        var context = ContextOf(arguments, cancellationToken);
        try
        {
            await InvokeFromAsync(0, context).ConfigureAwait(false);
        }
        finally
        {
            Invocation.Terminate |= context.Terminate;
        }

        return context.Result;

        Task InvokeFromAsync(int index, AutoFunctionInvocationContext current) =>
            index < filters.Length
                ? filters[index].OnAutoFunctionInvocationAsync(current, next => InvokeFromAsync(index + 1, next))
                : InvokeFunctionAsync(current, cancellationToken);
    }

    private async Task InvokeFunctionAsync(AutoFunctionInvocationContext context, CancellationToken cancellationToken)
    {
        if (context.Terminate) return;
        context.Result = await Function.InvokeAsync(Kernel, context.Arguments, cancellationToken).ConfigureAwait(false);
    }

    private AutoFunctionInvocationContext ContextOf(KernelArguments arguments, CancellationToken cancellationToken)
    {
        var message = MessageMapper.Assistant(Invocation.Messages[^1].Contents, RetainsArgumentTypes);
        // The context takes hold of the history that it is given, so each call needs one of its own.
        return new AutoFunctionInvocationContext(
            Kernel, Function, new FunctionResult(Function, culture: Kernel.Culture), new ChatHistory([.. History(), message]), message)
        {
            Arguments = arguments,
            CallContent = Invocation.CallContent,
            RequestSequenceIndex = Invocation.Iteration,
            FunctionSequenceIndex = Invocation.FunctionCallIndex,
            FunctionCount = Invocation.FunctionCount,
            IsStreaming = IsStreaming,
            ExecutionSettings = Settings,
            CancellationToken = cancellationToken,
        };
    }
}
