using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.Tests.Wire;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>Where the client may send, and what is whose.</summary>
public sealed class OwnershipTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://api.websopy.test/v1/ai/chat")]
    [InlineData("http://192.168.1.10/v1/ai/chat")]
    [InlineData("http://localhost.evil.test/v1/ai/chat")]
    [InlineData("http://127.0.0.1.evil.test/v1/ai/chat")]
    [InlineData("ftp://127.0.0.1/v1/ai/chat")]
    public async Task Endpoint_InsecureToAnotherMachine_Refused(string endpoint)
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks);
        harness.Options.Endpoint = new(endpoint);
        Assert.NotNull(await Record.ExceptionAsync(() => harness.RespondAsync(Cancel)));
        Assert.Empty(harness.Server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/v1/ai/chat", false)]
    [InlineData("http://localhost/v1/ai/chat", false)]
    [InlineData("http://[::1]:5000/v1/ai/chat", false)]
    [InlineData("http://api.websopy.test/v1/ai/chat", true)]
    public async Task Endpoint_LoopbackOrAllowed_Used(string endpoint, bool allowed)
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks);
        (harness.Options.Endpoint, harness.Options.AllowInsecureHttp) = (new(endpoint), allowed);
        GoldenAssert.Matches(GoldenReplies.Plain, await harness.RespondAsync(Cancel));
        Assert.Equal(endpoint, harness.Server.Requests[0].Target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Key_Absent_OnlyForLoopback(string? key)
    {
        using var remote = ClientHarness.For(GoldenReplies.Plain.Chunks);
        remote.Options.ApiKey = key;
        Assert.Contains("WEBSOPY_API_KEY", (await Record.ExceptionAsync(() => remote.RespondAsync(Cancel)))?.Message, StringComparison.Ordinal);
        Assert.Empty(remote.Server.Requests);

        using var local = ClientHarness.For(GoldenReplies.Plain.Chunks);
        (local.Options.ApiKey, local.Options.Endpoint) = (key, new("http://localhost:5000/v1/ai/chat"));
        GoldenAssert.Matches(GoldenReplies.Plain, await local.RespondAsync(Cancel));
        Assert.Null(local.Server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task Dispose_WithTheUsersHttpClient_LeavesItAlone()
    {
        using var handler = new StubHttpHandler();
        handler.Otherwise(_ => Responses.EventStream(ByteScript.Of(GoldenReplies.Plain.ToBytes())));
        using var http = new HttpClient(handler, disposeHandler: true);
        var options = new WebsopyClientOptions { Endpoint = new("https://api.websopy.test/"), ApiKey = ClientHarness.Key };
        var client = new WebsopyChatClient(options, http);
        GoldenAssert.Matches(GoldenReplies.Plain, await client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")], null, Cancel));
        client.Dispose();
        client.Dispose();
        Assert.False(handler.IsDisposed);
        using var again = new WebsopyChatClient(options, http);
        GoldenAssert.Matches(GoldenReplies.Plain, await again.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")], null, Cancel));
        Assert.Empty(http.DefaultRequestHeaders);
    }

    [Fact]
    public async Task Options_ChangedLater_ChangeNothing()
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks);
        Assert.NotNull(harness.Client);
        harness.Options.ApiKey = "another";
        await harness.RespondAsync(Cancel);
        Assert.Equal($"Bearer {ClientHarness.Key}", harness.Server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task Calls_InParallel_DoNotMix()
    {
        using var harness = new ClientHarness();
        harness.Server.Otherwise(request => Responses.EventStream(
            ByteScript.Bytewise(TestKit.Sse.EventStreamBuilder.Of(Chunks.Content(Echo(request)), Chunks.Content("."), Chunks.Done()).ToBytes()), asynchronous: true));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => harness.Client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, $"q{i}")], null, Cancel)));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"q{i}."), answers.Select(answer => answer.Text));
        Assert.Equal(50, answers.Select(answer => answer.ResponseId).Distinct().Count());
    }

    private static string Echo(RecordedRequest request) =>
        System.Text.Json.JsonDocument.Parse(request.Body).RootElement.GetProperty("messages")[0].GetProperty("content").GetString()!;
}
