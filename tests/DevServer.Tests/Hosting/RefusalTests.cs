using System.Net;
using System.Text;
using System.Text.Json;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("secret-key-2")]
    public async Task Request_NoOrWrongKey_IsUnauthorized(string? key)
    {
        var log = new CollectingLogger();
        await using var server = await TestServers.StartAsync(Model(), o => o.ApiKeys.Add("secret-key"), loggerFactory: log);

        using var response = await EventStream.PostAsync(server.Endpoint, key: key);

        Assert.Equal("Bearer", response.Response.Headers.WwwAuthenticate.ToString());
        await AssertErrorAsync(response, 401, "unauthorized");
        Assert.DoesNotContain(log.Lines, line => key is { Length: > 0 } && line.Contains(key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bearer secret-key")]
    [InlineData("bearer   secret-key")]
    public async Task Request_RightKey_Passes(string authorization)
    {
        var log = new CollectingLogger();
        await using var server = await TestServers.StartAsync(Model(), o => { o.ApiKeys.Add("other"); o.ApiKeys.Add("secret-key"); }, loggerFactory: log);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, "?message=open%20sesame"));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await EventStream.SendAsync(request);

        Assert.Equal("done", (await response.ReadAllAsync())[^1].Type);
        Assert.Contains(log.Lines, line => line.Contains("A stream began: 1 messages, 0 tools.", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret-key", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("sesame", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Request_OtherMethod_IsNotAllowed(string method)
    {
        await using var server = await TestServers.StartAsync(Model());

        using var response = await EventStream.SendAsync(new HttpRequestMessage(new HttpMethod(method), server.Endpoint));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.Status);
        Assert.Equal(["GET", "POST"], response.Response.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_OtherContentType_IsUnsupported(string contentType)
    {
        await using var server = await TestServers.StartAsync(Model());
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = new StringContent(TestServers.Question, Encoding.UTF8, contentType) };

        using var response = await EventStream.SendAsync(request);

        await AssertErrorAsync(response, 415, "invalid_request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_TooLargeABody_IsRefused(bool saysItsLength)
    {
        var model = Model();
        await using var server = await TestServers.StartAsync(model, o => o.MaxRequestBytes = 1000);
        var content = new StringContent($$"""{"messages":[{"role":"user","content":"{{new string('x', 1000)}}"}]}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = content };
        request.Headers.TransferEncodingChunked = !saysItsLength;

        using var response = await EventStream.SendAsync(request);

        await AssertErrorAsync(response, 413, "request_too_large", "1000 bytes");
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task Post_LargerThanTheWebServersOwnLimit_IsServedWithinTheEndpoints()
    {
        var model = Model();
        await using var server = await TestServers.StartAsync(model, o => o.MaxRequestBytes = 40_000_000);
        var text = new string('x', 31_000_000);

        using var response = await EventStream.PostAsync(server.Endpoint, $$"""{"messages":[{"role":"user","content":"{{text}}"}]}""");

        Assert.Equal("done", (await response.ReadAllAsync())[^1].Type);
        Assert.Equal(text.Length, model.Requests[0].Messages[0].Text.Length);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"a"},{"role":"user","content":"b"},{"role":"king","content":"c"}]}""", "messages[2].role: ")]
    [InlineData("""{"messages":""", "line 1")]
    public async Task Post_BadBody_NamesThePlace(string body, string expected)
    {
        await using var server = await TestServers.StartAsync(Model());

        using var response = await EventStream.PostAsync(server.Endpoint, body);

        await AssertErrorAsync(response, 400, "invalid_request", expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?message=")]
    [InlineData("?Messages=hello")]
    public async Task Get_NoMessage_IsInvalid(string query)
    {
        await using var server = await TestServers.StartAsync(Model());

        using var response = await EventStream.GetAsync(new Uri(server.Endpoint, query));

        await AssertErrorAsync(response, 400, "invalid_request", "message: is required");
    }

    [Fact]
    public async Task Post_TooManyStreams_IsRateLimited()
    {
        await using var server = await TestServers.StartAsync(CancellableModel.Silent, o => o.MaxConcurrentStreams = 2);
        using var one = await EventStream.PostAsync(server.Endpoint);
        using var two = await EventStream.PostAsync(server.Endpoint);

        using var three = await EventStream.PostAsync(server.Endpoint);

        Assert.Equal(TimeSpan.FromSeconds(1), three.Response.Headers.RetryAfter!.Delta);
        await AssertErrorAsync(three, 429, "rate_limited");
    }

    [Fact]
    public async Task Post_TooManyStreams_IsRefusedBeforeItsBodyIsRead()
    {
        await using var server = await TestServers.StartAsync(CancellableModel.Silent, o => o.MaxConcurrentStreams = 1);
        using var one = await EventStream.PostAsync(server.Endpoint);
        using var two = await RawConnection.OpenAsync(server.Endpoint);
        await two.SendAsync(
            $"POST /v1/ai/chat HTTP/1.1\r\nHost: {server.Endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{{");

        var answer = two.ReadUntilAsync("\r\n");
        await answer.EndAsync();

        Assert.StartsWith("HTTP/1.1 429 ", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FinishedStreams_TakeNoSlot()
    {
        await using var server = await TestServers.StartAsync(Model(), o => o.MaxConcurrentStreams = 1);

        for (var i = 0; i < 20; i++)
        {
            // The slot is free when the server, not the client, has seen the end.
            HttpStatusCode status;
            do
            {
                using var stream = await EventStream.PostAsync(server.Endpoint);
                status = stream.Status;
                await stream.ReadTextAsync();
            }
            while (status == HttpStatusCode.TooManyRequests);
            Assert.Equal(HttpStatusCode.OK, status);
        }
    }

    [Fact]
    public async Task Request_ForeignHostName_IsRefused()
    {
        await using var server = await TestServers.StartAsync(Model());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, "?message=hi"));
        request.Headers.Host = "rebound.example";

        using var response = await EventStream.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
    }

    private static ScriptedChatClient Model() => ScriptedChatClient.Play(s => s.Text("Hi"));

    private static async Task AssertErrorAsync(EventStream response, int status, string code, string message = "")
    {
        Assert.Equal(status, (int)response.Status);
        Assert.Equal("application/json", response.Response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(response.Response.Headers.GetValues("x-request-id"));
        var error = JsonElement.Parse(await response.ReadTextAsync()).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
