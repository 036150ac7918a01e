using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>The client under the contract, and where it may differ from Microsoft's.</summary>
public abstract class Subject
{
    public virtual bool IsStreaming => true;

    /// <summary>Functions start while the model still speaks, so what the model says later cannot prevent them.</summary>
    public virtual bool StartsEarly => false;

    public abstract FunctionInvokingChatClient Create(IChatClient inner, ILoggerFactory? loggers = null, IServiceProvider? services = null);

    /// <summary>A subclass that replaces <c>InvokeFunctionAsync</c>.</summary>
    public abstract FunctionInvokingChatClient CreateInvokingBy(
        IChatClient inner,
        Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> invoke);

    internal Task<Turn> AskAsync(
        FunctionInvokingChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) =>
        IsStreaming
            ? StreamAsync(client, messages, options, cancellationToken)
            : RespondAsync(client, messages, options, cancellationToken);

    private static async Task<Turn> StreamAsync(
        FunctionInvokingChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, options, cancellationToken))
                updates.Add(update);

            return new Turn(updates, updates.ToChatResponse(), Failure: null);
        }
        catch (Exception failure)
        {
            return new Turn(updates, updates.ToChatResponse(), failure);
        }
    }

    private static async Task<Turn> RespondAsync(
        FunctionInvokingChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken)
    {
        try
        {
            return new Turn([], await client.GetResponseAsync(messages, options, cancellationToken), Failure: null);
        }
        catch (Exception failure)
        {
            return new Turn([], new ChatResponse(), failure);
        }
    }
}
