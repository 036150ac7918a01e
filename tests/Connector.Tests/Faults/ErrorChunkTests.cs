using System.Net;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;
using Websopy.SemanticKernel.Tests.Wire;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>The server says in the stream that it failed.</summary>
public sealed class ErrorChunkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string?, WebsopyErrorKind, bool> Codes => new()
    {
        { "invalid_request", WebsopyErrorKind.RequestRejected, false },
        { "unauthorized", WebsopyErrorKind.Authentication, false },
        { "forbidden", WebsopyErrorKind.Authentication, false },
        { "resume_expired", WebsopyErrorKind.RequestRejected, false },
        { "request_too_large", WebsopyErrorKind.RequestRejected, false },
        { "rate_limited", WebsopyErrorKind.RateLimit, true },
        { "overloaded", WebsopyErrorKind.Server, true },
        { "internal_error", WebsopyErrorKind.Server, true },
        { "model_error", WebsopyErrorKind.Server, false },
        { "something_new", WebsopyErrorKind.Server, false },
        { null, WebsopyErrorKind.Server, false },
    };

    [Theory, MemberData(nameof(Codes))]
    public async Task Error_AfterText_ThrowsTypedAndIsNotRetried(string? code, WebsopyErrorKind kind, bool transient)
    {
        // With ids, too: this response has been ended by the server, it has not broken off.
        var stream = new EventStreamBuilder().Event(Chunks.Content("before"), id: "1").Event(Chunks.Error("It is 坏", code), id: "2").Event(Chunks.Content("ghost"), id: "3");
        using var harness = ClientHarness.For(stream.ToScript(), configure: options => options.MaxRetries = 3);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("before", outcome.Text);
        Assert.Equal((kind, transient, code), (outcome.Error.Kind, outcome.Error.IsTransient, outcome.Error.Code));
        Assert.Equal(HttpStatusCode.OK, outcome.Error.StatusCode);
        Assert.Contains("It is 坏", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Single(harness.Server.Requests);
    }

    [Theory, MemberData(nameof(Codes))]
    public async Task Error_BeforeTheFirstUpdate_RetriedWhereItMayPass(string? code, WebsopyErrorKind kind, bool transient)
    {
        using var harness = ClientHarness.For(EventStreamBuilder.Of(Chunks.Error("no", code)).ToScript(), configure: options => options.MaxRetries = 3)
            .Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        var outcome = await harness.StreamAsync(Cancel);
        if (transient)
            GoldenAssert.Matches(GoldenReplies.Plain, outcome.Succeeded());
        else
            Assert.Equal(kind, outcome.Error.Kind);

        Assert.Equal(transient ? 2 : 1, harness.Server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"type":"error"}""")]
    [InlineData("""{"type":"error","content":null}""")]
    [InlineData("""{"type":"error","content":"","code":""}""")]
    public async Task Error_WithoutMessage_ThrowsWithOne(string chunk)
    {
        using var harness = ClientHarness.For(chunk);
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(WebsopyErrorKind.Server, error.Kind);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public async Task Error_WithAnOpenCall_CallIsNotDelivered()
    {
        using var harness = ClientHarness.For(Chunks.Tool("delete", "{\"path\":\"a"), Chunks.Error("gone", "model_error"));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Empty(outcome.Calls);
        Assert.Equal("model_error", outcome.Error.Code);
    }

    [Fact]
    public async Task Error_ClosesTheConnection()
    {
        var body = new ScriptedStream(EventStreamBuilder.Of(Chunks.Error("gone")).ToScript().Stall(new Gate()));
        using var harness = new ClientHarness().Then(body);
        Assert.Equal(WebsopyErrorKind.Server, (await harness.StreamAsync(Cancel)).Error.Kind);
        Assert.True(body.IsDisposed);
    }
}
