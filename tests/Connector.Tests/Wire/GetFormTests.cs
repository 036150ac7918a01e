using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>The documented GET, which is used only on demand and only where it can say the whole request.</summary>
public sealed class GetFormTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://chat.test/v1/ai/chat", "Hello & 你好?", "https://chat.test/v1/ai/chat?message=Hello%20%26%20%E4%BD%A0%E5%A5%BD%3F")]
    [InlineData("https://chat.test/v1/ai/chat?tenant=7", "Hi", "https://chat.test/v1/ai/chat?tenant=7&message=Hi")]
    public async Task Send_PlainMessage_GoesAsTheDocumentedGet(string endpoint, string text, string expected)
    {
        var request = await SendAsync(options => options.Endpoint = new(endpoint), [new(ChatRole.User, text)], null);
        Assert.Equal("GET", request.Method);
        Assert.Equal(new Uri(expected).AbsoluteUri, new Uri(request.Target).AbsoluteUri);
        Assert.Empty(request.Body);
        Assert.Equal("text/event-stream", request.Header("Accept"));
        Assert.Equal($"Bearer {ClientHarness.Key}", request.Header("Authorization"));
    }

    [Fact]
    public async Task Send_MoreThanTheGetCanSay_GoesAsPost()
    {
        Assert.Equal("POST", (await SendAsync(null, [new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hi")], null)).Method);
        Assert.Equal("POST", (await SendAsync(null, [new(ChatRole.User, "Hi")], new() { Temperature = 0 })).Method);
        Assert.Equal("POST", (await SendAsync(null, [new(ChatRole.User, new string('你', 667))], null)).Method);
        Assert.Equal("GET", (await SendAsync(null, [new(ChatRole.User, new string('你', 666))], null)).Method);
        Assert.Equal("POST", (await SendAsync(options => options.Model = "m", [new(ChatRole.User, "Hi")], null)).Method);
    }

    [Fact]
    public async Task Send_ByDefault_KeepsTheTextOutOfTheAddress()
    {
        var request = await SendAsync(options => options.UseGetForPlainMessage = false, [new(ChatRole.User, "private")], null);
        Assert.Equal("POST", request.Method);
        Assert.DoesNotContain("private", request.Target, StringComparison.Ordinal);
        Assert.Equal("""{"messages":[{"role":"user","content":"private"}]}""", request.BodyText);
        Assert.Equal("application/json", request.Header("Content-Type"));
    }

    private static async Task<RecordedRequest> SendAsync(Action<WebsopyClientOptions>? configure, ChatMessage[] messages, ChatOptions? options)
    {
        using var harness = new ClientHarness(client =>
        {
            client.UseGetForPlainMessage = true;
            configure?.Invoke(client);
        });
        harness.Then(EventStreamBuilder.Of(Chunks.Done()).ToScript());
        await harness.Client.GetResponseAsync(messages, options, Cancel);
        return Assert.Single(harness.Server.Requests);
    }
}
