using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>A streamed turn. Each enumeration is a turn of its own.</summary>
internal sealed class TurnStream(
    MidStreamFunctionInvokingChatClient client,
    IEnumerable<ChatMessage> messages,
    ChatOptions? options,
    CancellationToken cancellationToken) : IAsyncEnumerable<ChatResponseUpdate>
{
    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken enumeration = default) =>
        new TurnEnumerator(client, messages, options, new TurnCancellation(client.Logger, cancellationToken, enumeration));
}
