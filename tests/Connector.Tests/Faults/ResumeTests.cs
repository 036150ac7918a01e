using System.Globalization;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Raw;
using Websopy.SemanticKernel.TestKit.Sse;
using Websopy.SemanticKernel.Tests.Wire;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>A broken stream with event ids goes on where it broke.</summary>
public sealed class ResumeTests
{
    private static readonly IReadOnlyList<string> Reply = GoldenReplies.Representative.Chunks;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_BrokenAtEveryByte_GoesOnAfterTheLastEvent(bool fault)
    {
        var bytes = GoldenReplies.Representative.ToBytes(withIds: true);
        IReadOnlyList<string> whole;
        using (var unbroken = ClientHarness.For(ByteScript.Of(bytes)))
            whole = (await unbroken.StreamAsync(Cancel)).Succeeded().Lines;

        for (var cut = 0; cut < bytes.Length - 1; cut++)
        {
            using var harness = new ClientHarness(options => options.MaxRetries = 1);
            var begun = ByteScript.Of(bytes.AsMemory(0, cut));
            harness.Then(fault ? begun.Fault() : begun);
            harness.Server.Answer((request, _) => Task.FromResult(Responses.EventStream(After(request.Header("Last-Event-ID")))));
            var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
            GoldenAssert.Matches(GoldenReplies.Representative, outcome);
            Assert.Equal(whole, outcome.Lines);
            var complete = ReferenceReader.Read(bytes.AsSpan(0, cut)).Count;
            Assert.Equal(complete == 0 ? null : complete.ToString(CultureInfo.InvariantCulture), harness.Server.Requests[1].Header("Last-Event-ID"));
            Assert.Equal(harness.Server.Requests[0].BodyText, harness.Server.Requests[1].BodyText);
        }
    }

    [Fact]
    public async Task Stream_BrokenAfterEveryEvent_GoesOnBecauseEachIsProgress()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Server.Otherwise(request => Responses.EventStream(After(request.Header("Last-Event-ID"), count: 1).Fault()));
        GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
        Assert.Equal(Reply.Count, harness.Server.Requests.Count);
        Assert.All(harness.Time.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(0.5), wait));
    }

    [Fact]
    public async Task Resume_ServerBeginsAnotherResponse_IsRefused()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Then(ByteScript.Of("id: 1\ndata: {\"type\":\"content\",\"content\":\"Hel\",\"id\":\"a\"}\n\n"));
        harness.Then(ByteScript.Of("id: 1\ndata: {\"type\":\"content\",\"content\":\"Hel\",\"id\":\"b\"}\n\n"));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("Hel", outcome.Text);
        Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
    }

    [Fact]
    public async Task Resume_IdsThatDifferedBefore_MeanNothing()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Then(ByteScript.Of("id: 1\ndata: {\"type\":\"content\",\"content\":\"Hel\",\"id\":\"a\"}\n\nid: 2\ndata: {\"type\":\"content\",\"content\":\"lo\",\"id\":\"b\"}\n\n"));
        harness.Then(ByteScript.Of("id: 3\ndata: {\"type\":\"done\",\"id\":\"c\"}\n\n"));
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.Equal("Hello", outcome.Text);
        Assert.All(outcome.Updates, update => Assert.Equal("a", update.ResponseId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Stream_NoProgress_GivesUpAfterMaxRetries(int retries)
    {
        using var harness = new ClientHarness(options => options.MaxRetries = retries);
        harness.Server.Otherwise(request => Responses.EventStream(
            request.Header("Last-Event-ID") is null ? After(null, count: 2) : ByteScript.Of(": nothing new\n\n").Fault()));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
        Assert.Equal("Grüße 你好", outcome.Text);
        Assert.Equal(1 + retries, harness.Server.Requests.Count);
    }

    [Fact]
    public async Task Stream_LastEventWithoutId_NotResumed()
    {
        var stream = new EventStreamBuilder().Event(Chunks.Content("a"), id: "1").Event(Chunks.Content("b"));
        using var harness = ClientHarness.For(stream.ToScript(), configure: options => options.MaxRetries = 3);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("ab", outcome.Text);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task Stream_IdTakenBack_NotResumed()
    {
        var stream = new EventStreamBuilder().Event(Chunks.Content("a"), id: "1").Event(Chunks.Content("b"), id: "");
        using var harness = ClientHarness.For(stream.ToScript(), configure: options => options.MaxRetries = 3);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, (await harness.StreamAsync(Cancel)).Error.Kind);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task Resume_TooLate_Surfaces()
    {
        using var harness = ClientHarness.For(After(null, count: 2), configure: options => options.MaxRetries = 3);
        harness.Server.Answer(() => Responses.Status(410, """{"error":{"code":"resume_expired","message":"too late"}}"""));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal((WebsopyErrorKind.RequestRejected, "resume_expired"), (outcome.Error.Kind, outcome.Error.Code));
        Assert.Equal("Grüße 你好", outcome.Text);
        Assert.Equal(2, harness.Server.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Resume_AnsweredWithATransientStatus_TriedAgain(int status)
    {
        using var harness = ClientHarness.For(After(null, count: 2), configure: options => options.MaxRetries = 3);
        harness.Server.Answer(() => Responses.Status(status, headers: ("Retry-After", "9")));
        harness.Server.Answer((request, _) => Task.FromResult(Responses.EventStream(After(request.Header("Last-Event-ID")))));
        GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
        Assert.Equal("2", harness.Server.Requests[2].Header("Last-Event-ID"));
        Assert.True(harness.Time.Waits[1] >= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Resume_AfterRetryField_WaitsAtLeastThatLong()
    {
        var stream = new EventStreamBuilder().Event(Reply[0], id: "1", retryMilliseconds: 4000);
        using var harness = ClientHarness.For(stream.ToScript(), configure: options => options.MaxRetries = 1).Then(After("1"));
        (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.InRange(Assert.Single(harness.Time.Waits), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Resume_OfCoalescedText_NeitherLostNorDoubled()
    {
        for (var count = 1; count < Reply.Count; count++)
        {
            using var harness = ClientHarness.For(After(null, count).Fault(), asynchronous: true, options => (options.MaxRetries, options.CoalesceContent) = (1, true));
            harness.Server.Answer((request, _) => Task.FromResult(Responses.EventStream(After(request.Header("Last-Event-ID")))));
            GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
        }
    }

    [Fact]
    public async Task Resume_OverARealConnection_GoesOn()
    {
        await using var server = RawHttpServer.Start(
            RawReply.ChunkedEventStream(After(null, count: 3), ends: false), RawReply.EventStream(After("3", count: 2)), RawReply.EventStream(After("5")));
        using var harness = new ClientHarness(options => (options.Endpoint, options.MaxRetries) = (server.Address, 1)) { OverNetwork = true };
        GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
        Assert.Equal([null, "3", "5"], server.Requests.Select(request => request.Header("Last-Event-ID")));
    }

    [Fact]
    public async Task Resume_AfterAnIdThatIsNotAscii_GoesOnOrSaysThatItBroke()
    {
        var begun = new EventStreamBuilder().Event(Chunks.Content("a"), id: "事件").ToScript();
        await using var server = RawHttpServer.Start(RawReply.EventStream(begun), RawReply.EventStream(EventStreamBuilder.Of(Chunks.Content("b"), Chunks.Done()).ToScript()));
        using var harness = new ClientHarness(options => (options.Endpoint, options.MaxRetries) = (server.Address, 1)) { OverNetwork = true };
        var outcome = await harness.StreamAsync(Cancel);
        Assert.StartsWith("a", outcome.Text, StringComparison.Ordinal);
        if (outcome.Failure is null)
            Assert.Equal("ab", outcome.Text);
        else
            Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
    }

    /// <summary>What a server that keeps its promise sends after an event: the rest of the reply, or its next events.</summary>
    private static ByteScript After(string? lastEventId, int count = int.MaxValue)
    {
        var start = lastEventId is null ? 0 : int.Parse(lastEventId, CultureInfo.InvariantCulture);
        var builder = new EventStreamBuilder();
        for (var i = start; i < Reply.Count && i - start < count; i++)
            builder.Event(Reply[i], $"{i + 1}");

        return builder.ToScript();
    }
}
