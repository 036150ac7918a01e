using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>This project's client, streaming.</summary>
public class MidStreamSubject : Subject
{
    public override bool StartsEarly => true;

    public override FunctionInvokingChatClient Create(IChatClient inner, ILoggerFactory? loggers = null, IServiceProvider? services = null) =>
        new MidStreamFunctionInvokingChatClient(inner, loggers, services);

    public override FunctionInvokingChatClient CreateInvokingBy(
        IChatClient inner,
        Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> invoke) =>
        new InvokingBy(inner, invoke);

    private sealed class InvokingBy(IChatClient inner, Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> invoke)
        : MidStreamFunctionInvokingChatClient(inner)
    {
        protected override ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken) =>
            invoke(context, cancellationToken);
    }
}
