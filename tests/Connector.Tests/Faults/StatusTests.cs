using System.Globalization;
using System.Net;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>Answers that are no event stream.</summary>
public sealed class StatusTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, WebsopyErrorKind, bool> Statuses => new()
    {
        { 400, WebsopyErrorKind.RequestRejected, false },
        { 401, WebsopyErrorKind.Authentication, false },
        { 403, WebsopyErrorKind.Authentication, false },
        { 404, WebsopyErrorKind.RequestRejected, false },
        { 408, WebsopyErrorKind.Timeout, true },
        { 410, WebsopyErrorKind.RequestRejected, false },
        { 413, WebsopyErrorKind.RequestRejected, false },
        { 429, WebsopyErrorKind.RateLimit, true },
        { 500, WebsopyErrorKind.Server, true },
        { 502, WebsopyErrorKind.Server, true },
        { 503, WebsopyErrorKind.Server, true },
        { 504, WebsopyErrorKind.Server, true },
    };

    [Theory, MemberData(nameof(Statuses))]
    public async Task Status_WithJsonBody_TypedWithCodeAndMessage(int status, WebsopyErrorKind kind, bool transient)
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.Status(
            status, """{"error":{"code":"some_code","message":"Something is 错"}}""", headers: ("x-request-id", "req-7")));
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(kind, error.Kind);
        Assert.Equal(transient, error.IsTransient);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal("some_code", error.Code);
        Assert.Equal("req-7", error.RequestId);
        Assert.Null(error.RetryAfter);
        Assert.Contains("Something is 错", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task Status_WithAnyOtherBody_TypedWithItsFirstBytes(int status, WebsopyErrorKind kind, bool transient)
    {
        foreach (var (body, shown) in new[] { ("Plain words", "Plain words"), ("{\"error\":\"flat\"}", "flat"), ("{\"detail\":\"else\"}", "else"), ("{\"error\":{", "error"), ("", "") })
        {
            using var harness = new ClientHarness();
            harness.Server.Answer(() => Responses.Status(status, body, "text/plain"));
            var error = (await harness.StreamAsync(Cancel)).Error;
            Assert.Equal((kind, transient), (error.Kind, error.IsTransient));
            Assert.Contains(status.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
            Assert.Contains(shown, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "Sat, 01 Jan 2000 00:00:09 GMT", 9)]
    [InlineData(429, "Fri, 31 Dec 1999 00:00:00 GMT", 0)]
    [InlineData(429, "soon", null)]
    public async Task RetryAfter_SecondsOrDate_InTheException(int status, string header, int? seconds)
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.Status(status, headers: ("Retry-After", header)));
        Assert.Equal(DateTimeOffset.Parse("2000-01-01T00:00:00Z", CultureInfo.InvariantCulture), harness.Time.GetUtcNow());
        Assert.Equal(seconds is { } value ? TimeSpan.FromSeconds(value) : null, (await harness.StreamAsync(Cancel)).Error.RetryAfter);
    }

    [Theory]
    [InlineData(200, "text/html", "<html><title>Sign in</title></html>", "Sign in")]
    [InlineData(200, "application/json", "{\"answer\":42}", "answer")]
    [InlineData(200, "text/plain", "data: {\"type\":\"done\"}\n\n", "done")]
    [InlineData(200, null, "", "")]
    [InlineData(204, null, "", "")]
    [InlineData(202, "application/json", "{\"queued\":true}", "queued")]
    public async Task Success_ThatIsNoEventStream_ThrowsProtocolWithStatusAndFirstBytes(int status, string? mediaType, string body, string shown)
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 3);
        harness.Server.Answer(() => Responses.Status(status, body, mediaType));
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(WebsopyErrorKind.Protocol, error.Kind);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task Body_WithControlCharacters_ShownHarmlessly()
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.Status(500, "\u001b[31mred\u0007\r\nInjected: line", "text/plain"));
        Assert.DoesNotContain((await harness.StreamAsync(Cancel)).Error.Message, char.IsControl);
    }

    [Fact]
    public async Task JsonMessage_WithControlCharactersOrEndless_ShownHarmlesslyAndShort()
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.Status(500, $$$"""{"error":{"message":"\u001b[31mred\r\n{{{new string('x', 5000)}}}","code":"\u001b[0m"}}"""));
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 2000);
    }

    [Theory]
    [InlineData("{\"error\":{\"message\":\"\\ud83d\",\"code\":\"\\udc00\"}}")]
    [InlineData("{\"error\":{\"message\":\"?\",\"code\":\"?\"}}")]
    [InlineData("{\"error\":\"?\"}")]
    public async Task Body_WithTextThatIsNoText_StatusStillTold(string body)
    {
        byte[] bytes = [.. System.Text.Encoding.ASCII.GetBytes(body).Select(letter => letter == '?' ? (byte)0xFF : letter)];
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Broken(401, ByteScript.Of(bytes)));
        Assert.Equal(WebsopyErrorKind.Authentication, (await harness.StreamAsync(Cancel)).Error.Kind);
    }

    [Fact]
    public async Task Body_BrokenOffOfAnError_StatusStillTold()
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Broken(401, ByteScript.Of("half").Fault()));
        Assert.Equal(WebsopyErrorKind.Authentication, (await harness.StreamAsync(Cancel)).Error.Kind);
    }

    [Fact]
    public async Task Body_StallsOfAnError_StatusStillTold()
    {
        var gate = new Gate();
        using var harness = new ClientHarness(options => options.IdleTimeout = TimeSpan.FromSeconds(60)) { Time = new() };
        harness.Server.Answer(() => Broken(401, ByteScript.Of("half").Stall(gate)));
        var streaming = harness.StreamAsync(Cancel);
        await gate.Reached.WaitAsync(Cancel);
        await harness.Time.AdvanceUntilAsync(streaming, TimeSpan.FromSeconds(10), Cancel);
        Assert.Equal(WebsopyErrorKind.Authentication, (await streaming).Error.Kind);
    }

    [Fact]
    public async Task Failure_OfGetResponse_SameAsStreamed()
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.Status(401, "no"));
        var error = await Assert.ThrowsAsync<WebsopyException>(() => harness.RespondAsync(Cancel));
        Assert.Equal(WebsopyErrorKind.Authentication, error.Kind);
        Assert.Null(error.PartialResponse);
    }

    [Theory]
    [InlineData(GoldenFailure.ErrorChunk)]
    [InlineData(GoldenFailure.Cut)]
    public async Task GetResponse_FailsInTheMiddle_CarriesWhatCame(GoldenFailure failure)
    {
        string[] chunks =
        [
            Chunks.Content("partial "), Chunks.Tool("t", "{\"a\":1}", "c1"),
            """{"type":"content","content":"text","usage":{"promptTokens":3,"completionTokens":2}}""",
            .. failure == GoldenFailure.Cut ? [] : new[] { Chunks.Error("boom", "model_error") },
        ];
        using var harness = ClientHarness.For(chunks);
        var partial = (await Assert.ThrowsAsync<WebsopyException>(() => harness.RespondAsync(Cancel))).PartialResponse;
        Assert.NotNull(partial);
        Assert.Equal("partial text", partial.Text);
        Assert.Equal("t", Assert.Single(partial.Messages.SelectMany(message => message.Contents).OfType<Microsoft.Extensions.AI.FunctionCallContent>()).Name);
        Assert.Equal(5, partial.Usage?.TotalTokenCount);
    }

    public enum GoldenFailure
    {
        ErrorChunk,
        Cut,
    }

    private static HttpResponseMessage Broken(int status, ByteScript body)
    {
        var response = Responses.EventStream(new ScriptedStream(body), "text/plain");
        response.StatusCode = (HttpStatusCode)status;
        return response;
    }
}
