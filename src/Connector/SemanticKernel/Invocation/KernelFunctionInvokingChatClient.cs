using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.KernelConnector.Contents;
using FunctionInvocationContext = Microsoft.Extensions.AI.FunctionInvocationContext;

namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>Invokes kernel functions in mid-stream, through the kernel's filters.</summary>
/// <remarks>
/// The chat completion service makes one for each turn, which knows the kernel and the history. Registered as an
/// <see cref="IChatClient"/> it has no turn: the kernel is then the one that the options were made for, or one over the
/// services that the client was made with.
/// </remarks>
internal sealed class KernelFunctionInvokingChatClient : MidStreamFunctionInvokingChatClient
{
    private readonly KernelTurn? _turn;

    public KernelFunctionInvokingChatClient(
        IChatClient innerClient, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null, KernelTurn? turn = null)
        : base(innerClient, loggerFactory, services)
    {
        _turn = turn;
        MaximumIterationsPerRequest = FunctionChoices.MaxRounds;
        if (turn is null) return;

        // As in Semantic Kernel's other connectors: a failure is a result that says why, however often it comes.
        MaximumConsecutiveErrorsPerRequest = int.MaxValue;
        IncludeDetailedErrors = true;
    }

    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        HandsCallsOut(options)
            ? Responder.GetResponseAsync(messages, options, cancellationToken)
            : base.GetResponseAsync(messages, options, cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        HandsCallsOut(options)
            ? Responder.GetStreamingResponseAsync(messages, options, cancellationToken)
            : base.GetStreamingResponseAsync(messages, options, cancellationToken);

    internal override ChatOptions? OptionsOfRound(ChatOptions? options, int iteration)
    {
        if (_turn is null || iteration == 0) return options; // the first round's functions are in the options already
        options = options?.Clone() ?? new ChatOptions();
        FunctionChoices.Apply(options, _turn.Begin(iteration), _turn.Kernel);
        return options;
    }

    internal override bool RunsConcurrently(ChatOptions? options) =>
        AllowConcurrentInvocation || (_turn is null && KernelOptions.Of(options) is { RunsConcurrently: true });

    internal override void RoundAnswered(IReadOnlyList<ChatMessage> messages) => _turn?.Answered(messages);

    protected override async ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (FunctionInvoker is not null || context.CallContent.Exception is not null || CallOf(context) is not { } call)
            return await base.InvokeFunctionAsync(context, cancellationToken).ConfigureAwait(false);

        InvocationDepth.Enter();
        var text = await InvokeAsync(call, cancellationToken).ConfigureAwait(false);
        if (context.Terminate) _turn?.Terminated(context.CallContent.CallId);
        return new Microsoft.Extensions.AI.FunctionResultContent(context.CallContent.CallId, text);
    }

    private async Task<string> InvokeAsync(KernelCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.InvokeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (_turn is not null && !cancellationToken.IsCancellationRequested)
        {
            return $"Error: Exception while invoking function. {exception.Message}"; // in the words of Semantic Kernel's other connectors
        }
    }

    private bool HandsCallsOut(ChatOptions? options) => _turn is null && KernelOptions.Of(options) is { HandsCallsOut: true };

    private KernelCall? CallOf(FunctionInvocationContext context)
    {
        if (_turn is { Kernel: { } kernel } && context.Function is KernelFunctionTool tool)
            return new KernelCall(context, tool.Function, kernel, _turn.Settings, _turn.IsStreaming, _turn.RetainsArgumentTypes, () => _turn.Messages);
        if (context.Function is not KernelFunction function) return null;

        var known = KernelOptions.Of(context.Options);
        return new KernelCall(
            context, function, known?.Kernel ?? KernelOfServices(), known?.Settings, context.IsStreaming, known is { RetainsArgumentTypes: true },
            () => MessageMapper.History(context.Messages.SkipLast(1)));
    }

    /// <summary>Its filters and services are the application's. Without it, a function would run past the filters.</summary>
    private Kernel KernelOfServices() => FunctionInvocationServices?.GetService<Kernel>() ?? new Kernel(FunctionInvocationServices);
}
