using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Microsoft's client, streaming: what the contract is read from.</summary>
public class BaseSubject : Subject
{
    public override FunctionInvokingChatClient Create(IChatClient inner, ILoggerFactory? loggers = null, IServiceProvider? services = null) =>
        new(inner, loggers, services);

    public override FunctionInvokingChatClient CreateInvokingBy(
        IChatClient inner,
        Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> invoke) =>
        new InvokingBy(inner, invoke);

    private sealed class InvokingBy(IChatClient inner, Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> invoke)
        : FunctionInvokingChatClient(inner)
    {
        protected override ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken) =>
            invoke(context, cancellationToken);
    }
}
