using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Websopy.SemanticKernel.Benchmarks.Contenders;

/// <summary>The chat clients, each over a body from memory in its own wire form.</summary>
internal static class ChatClients
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:1/v1/ai/chat");

    public static IChatClient Websopy(Func<Stream> openBody, bool coalesce = false) =>
        new WebsopyChatClient(
            new WebsopyClientOptions { Endpoint = Endpoint, ApiKey = null, CoalesceContent = coalesce },
            new HttpClient(new BodyHandler("text/event-stream", openBody)));

    public static IChatClient Ollama(Func<Stream> openBody) =>
        new OllamaApiClient(new HttpClient(new BodyHandler("application/x-ndjson", openBody)) { BaseAddress = Endpoint }, "model");

    public static IChatClient OpenAI(Func<Stream> openBody)
    {
        var http = new HttpClient(new BodyHandler("text/event-stream", openBody));
        var options = new OpenAIClientOptions { Endpoint = Endpoint, Transport = new HttpClientPipelineTransport(http) };
        return new OpenAI.Chat.ChatClient("model", new ApiKeyCredential("none"), options).AsIChatClient();
    }
}
