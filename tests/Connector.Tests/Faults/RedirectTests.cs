using System.Net;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Raw;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>A redirect leads the key nowhere.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task Redirect_ToAnotherOrigin_ThrowsAndSendsNothingThere(string statusLine)
    {
        await using var other = RawHttpServer.Start(RawReply.EventStream(ByteScript.Of(GoldenReplies.Plain.ToBytes())));
        await using var server = RawHttpServer.Start(RawReply.Status(statusLine, "", ("Location", other.Address.ToString())));
        using var harness = new ClientHarness(options => (options.Endpoint, options.MaxRetries) = (server.Address, 3)) { OverNetwork = true };
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(WebsopyErrorKind.Protocol, error.Kind);
        Assert.Equal(statusLine[..3], $"{(int)error.StatusCode!}");
        Assert.Single(server.Requests);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task Redirect_FollowedByTheUsersHttpClient_KeyStaysAndAnswerIsRefused(string statusLine)
    {
        await using var other = RawHttpServer.Start(RawReply.EventStream(ByteScript.Of(GoldenReplies.Plain.ToBytes())));
        await using var server = RawHttpServer.Start(RawReply.Status(statusLine, "", ("Location", other.Address.ToString())));
        using var http = new HttpClient();
        using var client = new WebsopyChatClient(new() { Endpoint = server.Address, ApiKey = ClientHarness.Key, MaxRetries = 0 }, http);
        var outcome = await StreamOutcome.OfAsync(client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")], null, Cancel));
        Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
        Assert.Empty(outcome.Updates);
        Assert.All(other.Requests, request => Assert.DoesNotContain(ClientHarness.Key, string.Join(' ', request.Headers.Values), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redirect_WithTheKeyInItsTarget_KeyNotShown()
    {
        await using var server = RawHttpServer.Start(RawReply.Status("302 Found", "", ("Location", $"https://evil.test/?key={ClientHarness.Key}")));
        using var harness = new ClientHarness(options => options.Endpoint = server.Address) { OverNetwork = true };
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(HttpStatusCode.Found, error.StatusCode);
        Assert.DoesNotContain(ClientHarness.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_FollowedByTheUsersClient_SaysThatItDropsTheKey()
    {
        await using var server = RawHttpServer.Start(
            RawReply.Status("307 Temporary Redirect", "", ("Location", "/moved")), RawReply.Status("401 Unauthorized", "who are you?"));
        using var http = new HttpClient();
        using var client = new WebsopyChatClient(new() { Endpoint = server.Address, ApiKey = ClientHarness.Key, MaxRetries = 0 }, http);
        var failure = await Assert.ThrowsAsync<WebsopyException>(
            () => client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "Hi")], cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(WebsopyErrorKind.Authentication, failure.Kind);
        Assert.Contains("followed a redirect, which drops the key", failure.Message, StringComparison.Ordinal);
    }
}
