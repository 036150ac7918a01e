using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;
using Websopy.SemanticKernel.Tests.Wire;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>How often, and after which waits, a failure before the first update is tried again.</summary>
public sealed class RetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Retry_KeepsFailing_AsOftenAsAllowedThenThrows(int retries)
    {
        using var harness = Failing(503, options => options.MaxRetries = retries);
        Assert.Equal(WebsopyErrorKind.Server, (await harness.StreamAsync(Cancel)).Error.Kind);
        Assert.Equal(retries + 1, harness.Server.Requests.Count);
        Assert.Equal(retries, harness.Time.Waits.Count);
    }

    [Theory]
    [InlineData(1.0, new[] { 1.0, 2, 4, 8, 10, 10 })]
    [InlineData(0.5, new[] { 0.5, 1, 2, 4, 5, 5 })]
    [InlineData(0.1, new[] { 0.1, 0.2, 0.4, 0.8, 1, 1 })]
    public async Task Waits_GrowWithFullJitterUpToTheBound(double jitter, double[] seconds)
    {
        using var harness = Failing(500, options => (options.MaxRetries, options.MaxRetryDelay) = (6, TimeSpan.FromSeconds(10)));
        harness.Jitter = jitter;
        await harness.StreamAsync(Cancel);
        Assert.Equal(seconds, harness.Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Waits_ManyRetries_NeverOverflow()
    {
        using var harness = Failing(500, options => options.MaxRetries = 100);
        harness.Jitter = 1;
        await harness.StreamAsync(Cancel);
        Assert.Equal(100, harness.Time.Waits.Count);
        Assert.All(harness.Time.Waits, wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Retry_OfWhatWillNotPass_None(int status)
    {
        using var harness = Failing(status, options => options.MaxRetries = 3);
        Assert.False((await harness.StreamAsync(Cancel)).Error.IsTransient);
        Assert.Single(harness.Server.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Retry_Passes_SendsTheSameRequestAgain(int status)
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 3);
        harness.Server.Answer(() => Responses.Status(status)).Fail(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        harness.Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
        Assert.Equal(3, harness.Server.Requests.Count);
        Assert.Single(harness.Server.Requests.Select(request => request.BodyText).Distinct());
        Assert.All(harness.Server.Requests, request => Assert.Null(request.Header("Last-Event-ID")));
    }

    [Fact]
    public async Task Retry_OfGetResponse_Works()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Server.Answer(() => Responses.Status(503));
        harness.Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        GoldenAssert.Matches(GoldenReplies.Plain, await harness.RespondAsync(Cancel));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Sat, 01 Jan 2000 00:00:07 GMT")]
    public async Task RetryAfter_WithinTheBound_IsTheLeastWait(string header)
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Server.Answer(() => Responses.Status(429, headers: ("Retry-After", header)));
        harness.Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.InRange(Assert.Single(harness.Time.Waits), TimeSpan.FromSeconds(7), harness.Options.MaxRetryDelay);
    }

    [Theory]
    [InlineData("31")]
    [InlineData("Sat, 01 Jan 2000 00:00:31 GMT")]
    [InlineData("2147483647")]
    public async Task RetryAfter_LongerThanTheBound_ThrownAtOnce(string header)
    {
        using var harness = Failing(429, options => options.MaxRetries = 3, ("Retry-After", header));
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(WebsopyErrorKind.RateLimit, error.Kind);
        Assert.True(error.RetryAfter >= TimeSpan.FromSeconds(31));
        Assert.Single(harness.Server.Requests);
        Assert.Empty(harness.Time.Waits);
    }

    [Fact]
    public async Task RetryField_OfTheStream_IsTheLeastWait()
    {
        using var harness = ClientHarness.For(ByteScript.Of("retry: 5000\n\n"), configure: options => options.MaxRetries = 1)
            .Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.InRange(Assert.Single(harness.Time.Waits), TimeSpan.FromSeconds(5), harness.Options.MaxRetryDelay);
    }

    [Theory]
    [InlineData("")]
    [InlineData(": heartbeat\n\n")]
    [InlineData("id: 1\ndata: {\"type\":\"heartbeat\"}\n\n")]
    [InlineData("data: {\"type\":\"content\",\"content\":\"half")]
    [InlineData("data: {\"type\":\"tool_call\",\"tool\":{\"name\":\"t\",\"arguments\":\"{\"}}\n\n")]
    public async Task Stream_EndsBeforeTheFirstUpdate_StartsOver(string begun)
    {
        using var harness = ClientHarness.For(ByteScript.Of(begun), configure: options => options.MaxRetries = 2)
            .Then(ByteScript.Of(begun).Fault()).Then(ByteScript.Of(GoldenReplies.FragmentedCalls.ToBytes()));
        GoldenAssert.Matches(GoldenReplies.FragmentedCalls, (await harness.StreamAsync(Cancel)).Succeeded());
        Assert.Equal(3, harness.Server.Requests.Count);
        Assert.All(harness.Server.Requests, request => Assert.Null(request.Header("Last-Event-ID")));
    }

    [Fact]
    public async Task Stream_KeepsEndingBeforeTheFirstUpdate_GivesUp()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 3);
        harness.Server.Otherwise(_ => Responses.EventStream("id: 1\ndata: {\"type\":\"heartbeat\"}\n\n"));
        Assert.Equal(WebsopyErrorKind.InterruptedStream, (await harness.StreamAsync(Cancel)).Error.Kind);
        Assert.Equal(4, harness.Server.Requests.Count);
    }

    [Fact]
    public async Task Stream_BreaksAfterTheFirstUpdateWithoutIds_NotRetried()
    {
        using var harness = ClientHarness.For(EventStreamBuilder.Of(Chunks.Content("x")).ToScript().Fault(), configure: options => options.MaxRetries = 3);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("x", outcome.Text);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task Timeout_OfTheUsersHttpClient_IsATypedTimeout()
    {
        using var harness = new ClientHarness();
        harness.Server.Fail(new TaskCanceledException("timed out", new TimeoutException()));
        Assert.Equal(WebsopyErrorKind.Timeout, (await harness.StreamAsync(Cancel)).Error.Kind);
    }

    [Fact]
    public async Task Messages_GivenAsAQuery_EnumeratedOnce()
    {
        var enumerations = 0;
        IEnumerable<ChatMessage> Query()
        {
            enumerations++;
            yield return new(ChatRole.User, "Hi");
        }

        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Server.Answer(() => Responses.Status(503));
        harness.Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        await harness.Client.GetResponseAsync(Query(), null, Cancel);
        Assert.Equal(1, enumerations);
    }

    private static ClientHarness Failing(int status, Action<WebsopyClientOptions> configure, params (string, string)[] headers)
    {
        var harness = new ClientHarness(configure);
        harness.Server.Otherwise(_ => Responses.Status(status, headers: headers));
        return harness;
    }
}
