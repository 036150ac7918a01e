using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>Runs one function, with its span and its log. It never throws: what happened is the outcome.</summary>
internal static class FunctionRunner
{
    public static async Task<CallOutcome> RunAsync(
        MidStreamFunctionInvokingChatClient client, FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        var (logger, name) = (client.Logger, context.Function.Name);
        using var span = ToolSpan.Start(client, context, out var tagData);
        DescribeArguments(logger, context, span, tagData);
        var start = client.Time.GetTimestamp();
        CallOutcome outcome;
        try
        {
            var value = await client.InvokeInContextAsync(context, cancellationToken).ConfigureAwait(false);
            InvocationLog.Completed(logger, name, client.Time.GetElapsedTime(start));
            DescribeResult(logger, context, span, tagData, value);
            outcome = new CallOutcome(CallStatus.Completed, value, null, context.Terminate);
        }
        catch (Exception exception)
        {
            ToolSpan.Fail(span, exception);
            if (exception is OperationCanceledException) InvocationLog.Cancelled(logger, name);
            else InvocationLog.Failed(logger, name, exception);
            outcome = new CallOutcome(cancellationToken.IsCancellationRequested ? CallStatus.Cancelled : CallStatus.Failed, null, exception, context.Terminate);
        }

        if (outcome.Terminate) InvocationLog.Terminates(logger, name);
        return outcome;
    }

    private static void DescribeArguments(ILogger logger, FunctionInvocationContext context, Activity? span, bool tagData)
    {
        var isTraced = logger.IsEnabled(LogLevel.Trace);
        InvocationLog.Invoking(logger, context.Function.Name);
        if (!tagData && !isTraced) return;
        var arguments = ToolSpan.Describe(context.Arguments, context.Function.JsonSerializerOptions);
        if (tagData) span!.SetTag("gen_ai.tool.call.arguments", arguments);
        if (isTraced) InvocationLog.InvokingWith(logger, context.Function.Name, arguments);
    }

    private static void DescribeResult(ILogger logger, FunctionInvocationContext context, Activity? span, bool tagData, object? value)
    {
        var isTraced = logger.IsEnabled(LogLevel.Trace);
        if (!tagData && !isTraced) return;
        var result = ToolSpan.Describe(value, context.Function.JsonSerializerOptions);
        if (tagData) span!.SetTag("gen_ai.tool.call.result", result);
        if (isTraced) InvocationLog.Returned(logger, context.Function.Name, result);
    }
}
