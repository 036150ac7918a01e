using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel.Protocol;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Streaming;

/// <summary>What all responses of one client share.</summary>
internal sealed record StreamContext(
    WebsopyClientOptions Options,
    Quoter Quoter,
    WebsopyTransport Transport,
    TimeProvider Time,
    Func<double> Jitter,
    ILogger Logger,
    IChatClient Client);

/// <summary>A streaming response. Each enumeration sends the request anew.</summary>
internal sealed class UpdateStream(
    StreamContext context,
    IEnumerable<ChatMessage> messages,
    ChatOptions? options,
    CancellationToken cancellationToken) : IAsyncEnumerable<ChatResponseUpdate>
{
    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken enumeration = default)
    {
        if (!enumeration.CanBeCanceled || enumeration == cancellationToken)
            return new UpdateEnumerator(context, messages, options, cancellationToken);
        if (!cancellationToken.CanBeCanceled)
            return new UpdateEnumerator(context, messages, options, enumeration);
        var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enumeration);
        return new UpdateEnumerator(context, messages, options, both.Token, both);
    }
}
