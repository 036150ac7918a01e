using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// A <see cref="FunctionInvokingChatClient"/> that starts each function as soon as its call is complete, while the response
/// is still being streamed, and lets the response flow on.
/// </summary>
/// <remarks>
/// <para>
/// It works over any <see cref="IChatClient"/>. All settings mean what they mean in the base class, and a response that is not
/// streamed is handled by the base class alone. In a stream:
/// </para>
/// <list type="bullet">
/// <item>Updates are passed on at once and in order. A call that is invoked here is passed on with
/// <see cref="FunctionCallContent.InformationalOnly"/> set, so that no invoker above repeats it.</item>
/// <item>A result follows as an update of its own, with the role <c>tool</c> and its own message id, as soon as it is there.
/// The stream ends with an update of the assistant.</item>
/// <item>Functions run on the thread pool, beside the code that reads the stream: one after the other unless
/// <see cref="FunctionInvokingChatClient.AllowConcurrentInvocation"/> is set.</item>
/// <item>Approval is asked for each call that needs it; the other calls of the response run meanwhile.</item>
/// <item>When the response fails, or is cancelled or disposed, running functions are cancelled and waited for. Where updates
/// can still be passed on, every call that was begun gets a result before the exception is thrown.</item>
/// <item>A call whose arguments could not be parsed is answered with an error instead of being invoked without them, here and
/// in responses that are not streamed.</item>
/// </list>
/// </remarks>
public class MidStreamFunctionInvokingChatClient : FunctionInvokingChatClient
{
    private readonly ILogger _logger;

    /// <summary>Creates the client.</summary>
    /// <param name="innerClient">The client whose calls are to be invoked. It is disposed with this one.</param>
    /// <param name="loggerFactory">Where invocations are logged; <see langword="null"/> for nowhere. Arguments and results only at the level Trace.</param>
    /// <param name="functionInvocationServices">What functions resolve their services from; a <see cref="TimeProvider"/> among them sets the times of updates.</param>
    /// <exception cref="ArgumentNullException"><paramref name="innerClient"/> is <see langword="null"/>.</exception>
    public MidStreamFunctionInvokingChatClient(
        IChatClient innerClient, ILoggerFactory? loggerFactory = null, IServiceProvider? functionInvocationServices = null)
        : base(new HandOverClient(innerClient), loggerFactory, functionInvocationServices)
    {
        _logger = (ILogger?)loggerFactory?.CreateLogger<MidStreamFunctionInvokingChatClient>() ?? NullLogger.Instance;
        Time = functionInvocationServices?.GetService<TimeProvider>() ?? TimeProvider.System;
        ActivitySource = innerClient.GetService<ActivitySource>();
    }

    internal IChatClient Responder => ((HandOverClient)InnerClient).Inner;

    internal IServiceProvider? Services => FunctionInvocationServices;

    internal ILogger Logger => _logger;

    internal TimeProvider Time { get; }

    internal ActivitySource? ActivitySource { get; }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The inner client streams a null update (while it is enumerated).</exception>
    /// <exception cref="AggregateException">More functions than one failed, in more rounds in a row than <see cref="FunctionInvokingChatClient.MaximumConsecutiveErrorsPerRequest"/> allows (while it is enumerated).</exception>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new TurnStream(this, messages, options, cancellationToken);
    }

    /// <summary>The base's stream, of which a turn takes the beginning and the end (<see cref="TurnFrame"/>).</summary>
    internal IAsyncEnumerable<ChatResponseUpdate> StreamOfBase(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetStreamingResponseAsync(messages, options, cancellationToken);

    /// <summary>Invokes the function of a call, with <see cref="FunctionInvokingChatClient.CurrentContext"/> set for it.</summary>
    internal ValueTask<object?> InvokeInContextAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        CurrentContext = context;
        return context.CallContent.Exception is { } malformed
            ? ValueTask.FromException<object?>(malformed)
            : InvokeFunctionAsync(context, cancellationToken);
    }

    /// <summary>The options of a round, asked for before each request of a stream.</summary>
    internal virtual ChatOptions? OptionsOfRound(ChatOptions? options, int iteration) => options;

    /// <summary>Whether the functions of a round run side by side.</summary>
    internal virtual bool RunsConcurrently(ChatOptions? options) => AllowConcurrentInvocation;

    /// <summary>
    /// Told once for each round of a stream in which calls were taken on, when every one of them has its result: before the
    /// next request, and also when the turn ends.
    /// </summary>
    /// <param name="messages">The messages of the round, in the order of a history: the response's, then the results.</param>
    internal virtual void RoundAnswered(IReadOnlyList<ChatMessage> messages)
    {
    }

    /// <inheritdoc />
    /// <exception cref="Exception">The call's arguments could not be parsed: its <see cref="FunctionCallContent.Exception"/>.</exception>
    protected override ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CallContent.Exception is { } malformed
            ? ValueTask.FromException<object?>(malformed)
            : base.InvokeFunctionAsync(context, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>
    /// Sealed, since only a response that is not streamed passes it: nobody but the base class can make its argument. To shape
    /// a result in both, let the function or <see cref="FunctionInvokingChatClient.FunctionInvoker"/> return a
    /// <see cref="FunctionResultContent"/> with the call's id.
    /// </remarks>
    protected sealed override IList<ChatMessage> CreateResponseMessages(ReadOnlySpan<FunctionInvocationResult> results) =>
        base.CreateResponseMessages(results);
}
