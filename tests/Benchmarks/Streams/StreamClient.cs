using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Benchmarks.Contenders;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>The contenders over HTTP. All send the same request with the same handler, and read until the body ends.</summary>
internal static class StreamClient
{
    public const string Bare = "HttpClient";
    public const string Floor = "floor";
    public const string Websopy = "WebsopyChatClient";

    private static readonly ChatMessage[] Question = [new(ChatRole.User, "Tell me about streams.")];

    /// <returns>What opens a stream, hands each text to its argument as it comes, and completes when the stream has ended.</returns>
    public static Func<Action<string>, Task> Create(string contender, Uri endpoint)
    {
        if (contender == Websopy)
        {
            var client = new WebsopyChatClient(new WebsopyClientOptions { Endpoint = endpoint, ApiKey = null });
            return onText => DrainAsync(client.GetStreamingResponseAsync(Question), onText);
        }

        var http = WebsopyTransport.CreateHttpClient(new WebsopyClientOptions());
        return contender == Floor
            ? onText => DrainFloorAsync(http, endpoint, onText)
            : onText => DrainBareAsync(http, endpoint, onText);
    }

    private static async Task DrainAsync(IAsyncEnumerable<ChatResponseUpdate> updates, Action<string> onText)
    {
        await foreach (var update in updates)
        {
            if (update.Contents is [TextContent text]) onText(text.Text);
        }
    }

    private static async Task DrainFloorAsync(HttpClient http, Uri endpoint, Action<string> onText)
    {
        using var response = await PostAsync(http, endpoint);
        await DrainAsync(FloorReader.ReadAsync(await response.Content.ReadAsStreamAsync()), onText);
    }

    private static async Task DrainBareAsync(HttpClient http, Uri endpoint, Action<string> onText)
    {
        using var response = await PostAsync(http, endpoint);
        var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[256];
        while (await body.ReadAsync(buffer) is > 0 and var read) onText(Encoding.UTF8.GetString(buffer, 0, read));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Uri endpoint)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        request.Content = new ByteArrayContent("""{"messages":[{"role":"user","content":"Tell me about streams."}]}"""u8.ToArray());
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
