using System.Net;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Raw;
using Websopy.SemanticKernel.TestKit.Sse;
using Websopy.SemanticKernel.Tests.Wire;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>What can happen to a real connection.</summary>
public sealed class ConnectionFaultTests
{
    private static readonly byte[] Begun = EventStreamBuilder.Of(Chunks.Content("be"), Chunks.Content("gun")).ToBytes();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_Refused_ThrowsConnectionAfterAllRetries()
    {
        using var harness = Over(RawHttpServer.ClosedAddress(), retries: 2);
        var error = (await harness.StreamAsync(Cancel)).Error;
        Assert.Equal(WebsopyErrorKind.Connection, error.Kind);
        Assert.Null(error.StatusCode);
        Assert.True(error.IsTransient);
        Assert.Equal(2, harness.Time.Waits.Count);
    }

    [Fact]
    public async Task Connection_ClosedWithoutAWord_ThrowsConnectionAfterAllRetries()
    {
        await using var server = RawHttpServer.Start(RawReply.Nothing);
        using var harness = Over(server.Address, retries: 2);
        Assert.Equal(WebsopyErrorKind.Connection, (await harness.StreamAsync(Cancel)).Error.Kind);
        Assert.Equal(2, harness.Time.Waits.Count);
        Assert.InRange(server.Requests.Count, 3, 6);
    }

    [Fact]
    public async Task Connection_ClosedWithoutAWordOnce_RetriedToTheEnd()
    {
        await using var server = RawHttpServer.Start(RawReply.Nothing with { End = ConnectionEnd.Reset }, RawReply.EventStream(ByteScript.Of(GoldenReplies.Plain.ToBytes())));
        using var harness = Over(server.Address, retries: 3);
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
    }

    [Fact]
    public async Task Answer_NoHttp_ThrowsTyped()
    {
        await using var server = RawHttpServer.Start(new RawReply(ByteScript.Of("220 mail.example.test ESMTP\r\n\r\n")));
        using var harness = Over(server.Address);
        Assert.Equal(WebsopyErrorKind.Connection, (await harness.StreamAsync(Cancel)).Error.Kind);
    }

    [Fact]
    public async Task Server_SilentBeforeTheHead_ThrowsTimeout()
    {
        var gate = new Gate();
        await using var server = RawHttpServer.Start(RawReply.StallBeforeHead(gate));
        using var harness = Patient(server.Address);
        var streaming = harness.StreamAsync(Cancel);
        await gate.Reached.WaitAsync(Cancel);
        harness.Time.Advance(harness.Options.IdleTimeout - TimeSpan.FromSeconds(1));
        Assert.False(streaming.IsCompleted);
        await harness.Time.AdvanceUntilAsync(streaming, TimeSpan.FromSeconds(10), Cancel);
        var error = (await streaming).Error;
        Assert.Equal(WebsopyErrorKind.Timeout, error.Kind);
        Assert.Null(error.StatusCode);
        Assert.True(error.IsTransient);
        await server.ClientClosed.WaitAsync(Cancel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Server_SilentInTheBody_ThrowsTimeout(bool chunked)
    {
        var gate = new Gate();
        var body = ByteScript.Of(Begun).Stall(gate);
        await using var server = RawHttpServer.Start(chunked ? RawReply.ChunkedEventStream(body) : RawReply.EventStream(body));
        using var harness = Patient(server.Address);
        var streaming = harness.StreamAsync(Cancel);
        await gate.Reached.WaitAsync(Cancel);
        await harness.Time.AdvanceUntilAsync(streaming, TimeSpan.FromSeconds(10), Cancel);
        var outcome = await streaming;
        Assert.Equal("begun", outcome.Text);
        Assert.Equal(WebsopyErrorKind.Timeout, outcome.Error.Kind);
        Assert.Equal(HttpStatusCode.OK, outcome.Error.StatusCode);
        await server.ClientClosed.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Server_SendsHeartbeats_NeverTimesOut()
    {
        var gates = Enumerable.Range(0, 5).Select(_ => new Gate()).ToList();
        var script = ByteScript.Of(Begun);
        foreach (var gate in gates)
            script.Stall(gate).Send(": heartbeat\n\n");

        using var harness = new ClientHarness(options => options.IdleTimeout = TimeSpan.FromSeconds(60)) { Time = new() };
        var streaming = harness.Then(script.Send(EventStreamBuilder.Of(Chunks.Done()).ToBytes())).StreamAsync(Cancel);
        foreach (var gate in gates)
        {
            await gate.Reached.WaitAsync(Cancel);
            harness.Time.Advance(TimeSpan.FromSeconds(59));
            gate.Open();
        }

        Assert.Equal("begun", (await streaming).Succeeded().Text);
    }

    [Fact]
    public async Task Consumer_SlowerThanTheIdleTimeout_LosesNothing()
    {
        var body = ByteScript.Of(Begun).Send(EventStreamBuilder.Of(Chunks.Content("!"), Chunks.Done()).ToBytes());
        using var harness = new ClientHarness(options => options.IdleTimeout = TimeSpan.FromSeconds(60)) { Time = new() };
        var outcome = await StreamOutcome.OfAsync(harness.Then(body, asynchronous: true).Stream(Cancel), _ => harness.Time.Advance(TimeSpan.FromHours(1)));
        Assert.Equal("begun!", outcome.Succeeded().Text);
    }

    [Theory]
    [InlineData(ConnectionEnd.Reset, false)]
    [InlineData(ConnectionEnd.Reset, true)]
    [InlineData(ConnectionEnd.Close, false)]
    [InlineData(ConnectionEnd.Close, true)]
    [InlineData(ConnectionEnd.HalfClose, false)]
    [InlineData(ConnectionEnd.HalfClose, true)]
    public async Task Stream_ConnectionEndsInTheMiddle_ThrowsInterruptedAfterTheText(ConnectionEnd end, bool chunked)
    {
        var gate = new Gate();
        var body = ByteScript.Of(Begun).Send("data: {\"type\":").Stall(gate);
        var reply = chunked ? RawReply.ChunkedEventStream(body, ends: false) : RawReply.EventStream(body);
        await using var server = RawHttpServer.Start(reply with { End = end });
        using var harness = Over(server.Address, retries: 3);

        // The end comes when the text is there: a reset may overtake bytes that are still on their way.
        var outcome = await StreamOutcome.OfAsync(harness.Stream(Cancel), count => Opens(gate, count == 2));
        Assert.Equal("begun", outcome.Text);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
        Assert.True(outcome.Error.IsTransient);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stream_ChunkedAndCompleteWithoutDone_ThrowsInterrupted()
    {
        await using var server = RawHttpServer.Start(RawReply.ChunkedEventStream(ByteScript.Of(Begun)));
        using var harness = Over(server.Address);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("begun", outcome.Text);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(10_000)]
    public async Task Stream_OverARealConnection_AsInMemory(int segment)
    {
        await using var server = RawHttpServer.Start(
            RawReply.ChunkedEventStream(ByteScript.InSegmentsOf(segment, GoldenReplies.Representative.ToBytes(LineEndings.CrLf))),
            RawReply.EventStream(ByteScript.InSegmentsOf(segment, GoldenReplies.Representative.ToBytes(LineEndings.Cr))));
        using var harness = Over(server.Address);
        GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
        GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
        Assert.All(server.Requests, request => Assert.Equal("POST", request.Method));
        Assert.All(server.Requests, request => Assert.Equal($"Bearer {ClientHarness.Key}", request.Header("Authorization")));
        Assert.All(server.Requests, request => Assert.Equal("text/event-stream", request.Header("Accept")));
    }

    private static void Opens(Gate gate, bool now)
    {
        if (now)
            gate.Open();
    }

    private static ClientHarness Over(Uri address, int retries = 0) =>
        new(options => (options.Endpoint, options.MaxRetries) = (address, retries)) { OverNetwork = true };

    private static ClientHarness Patient(Uri address) =>
        new(options => (options.Endpoint, options.IdleTimeout) = (address, TimeSpan.FromSeconds(60))) { OverNetwork = true, Time = new() };
}
