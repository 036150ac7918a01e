using System.Text;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Streaming;

/// <summary>Chooses how a request goes out, and writes it.</summary>
internal static class RequestFactory
{
    /// <exception cref="NotSupportedException">The messages or options hold something that Websopy cannot take.</exception>
    public static RequestBody Create(IEnumerable<ChatMessage> messages, ChatOptions? options, WebsopyClientOptions client, IChatClient caller)
    {
        // Enumerated once: the caller's messages may be a query.
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (client.UseGetForPlainMessage
            && RequestWriter.PlainUserMessage(list, options, client.Model) is { } text
            && Encoding.UTF8.GetByteCount(text) <= WebsopyClientOptions.MaxGetMessageBytes)
        {
            return RequestBody.Get(text);
        }

        var bytes = new PooledBuffer<byte>();
        try
        {
            RequestWriter.Write(bytes, list, options, client.Model, caller);
            return RequestBody.Post(bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
