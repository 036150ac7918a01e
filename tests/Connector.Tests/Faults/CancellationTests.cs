using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Raw;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>Leaving: at any byte, at any update, while nothing happens. Nothing stays behind.</summary>
public sealed class CancellationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelled_BeforeTheStart_SendsNothing()
    {
        using var cancellation = Source();
        await cancellation.CancelAsync();
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks);
        AssertCancelled(await harness.StreamAsync(cancellation.Token), cancellation);
        Assert.Empty(harness.Server.Requests);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.RespondAsync(cancellation.Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_AtEveryByte_EndsAndCloses(bool coalesce)
    {
        var bytes = GoldenReplies.Representative.ToBytes();
        for (var position = 0; position < bytes.Length - 1; position++)
        {
            using var cancellation = Source();
            var gate = new Gate();
            var body = new ScriptedStream(ByteScript.Of(bytes.AsMemory(0, position)).Stall(gate));
            using var harness = new ClientHarness(options => (options.MaxRetries, options.CoalesceContent) = (3, coalesce)).Then(body);
            var streaming = harness.StreamAsync(cancellation.Token);
            await gate.Reached.WaitAsync(Cancel);
            await cancellation.CancelAsync();
            AssertCancelled(await streaming.WaitAsync(Cancel), cancellation);
            Assert.True(body.IsDisposed);
            Assert.Equal(0, body.PendingReads);
            Assert.Single(harness.Server.Requests);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_AfterEveryUpdate_EndsAndCloses(bool asynchronous)
    {
        var script = ByteScript.InSegmentsOf(7, GoldenReplies.Representative.ToBytes());
        for (var update = 1; update <= 5; update++)
        {
            using var cancellation = Source();
            var body = new ScriptedStream(script, asynchronous);
            using var harness = new ClientHarness(options => options.MaxRetries = 3).Then(body);
            var outcome = await StreamOutcome.OfAsync(harness.Stream(cancellation.Token), count => CancelAt(cancellation, count == update));
            AssertCancelled(outcome, cancellation);
            Assert.Equal(update, outcome.Updates.Count);
            Assert.True(body.IsDisposed);
            Assert.Equal(0, body.PendingReads);
        }
    }

    [Fact]
    public async Task Cancelled_WithEverythingInTheBuffer_EndsAllTheSame()
    {
        using var cancellation = Source();
        using var harness = ClientHarness.For(GoldenReplies.Representative.Chunks);
        var outcome = await StreamOutcome.OfAsync(harness.Stream(cancellation.Token), count => CancelAt(cancellation, count == 1));
        AssertCancelled(outcome, cancellation);
        Assert.Single(outcome.Updates);
    }

    [Fact]
    public async Task Cancelled_ByTheEnumeratorsToken_EndsAndCloses()
    {
        using var cancellation = Source();
        using var callers = Source();
        var gate = new Gate();
        var body = new ScriptedStream(EventStreamBuilder.Of(Chunks.Content("a")).ToScript().Stall(gate));
        using var harness = new ClientHarness().Then(body);
        var streaming = ReadAsync(harness.Stream(callers.Token).WithCancellation(cancellation.Token));
        await gate.Reached.WaitAsync(Cancel);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => streaming.WaitAsync(Cancel));
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Cancelled_WhileTheHeadIsAwaited_Ends()
    {
        using var cancellation = Source();
        using var harness = new ClientHarness(options => options.MaxRetries = 3);
        harness.Server.Answer(async (_, token) =>
        {
            await new Gate().PassAsync(token);
            return Responses.Status(500);
        });
        var streaming = harness.StreamAsync(cancellation.Token);
        await harness.Server.Requests.WaitForAsync(1, Cancel);
        await cancellation.CancelAsync();
        AssertCancelled(await streaming.WaitAsync(Cancel), cancellation);
    }

    [Fact]
    public async Task Cancelled_WhileWaitingForTheNextAttempt_Ends()
    {
        using var cancellation = Source();
        using var harness = new ClientHarness(options => options.MaxRetries = 3) { Time = new() };
        harness.Server.Answer(() => Responses.Status(503));
        var streaming = harness.StreamAsync(cancellation.Token);
        await harness.Server.Requests.WaitForAsync(1, Cancel);
        Assert.False(streaming.IsCompleted);
        await cancellation.CancelAsync();
        AssertCancelled(await streaming.WaitAsync(Cancel), cancellation);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task Cancelled_WhileTheBodyOfAnErrorIsRead_Ends()
    {
        using var cancellation = Source();
        var gate = new Gate();
        var body = new ScriptedStream(ByteScript.Of("half").Stall(gate));
        using var harness = new ClientHarness();
        harness.Server.Answer(() => Responses.EventStream(body, "text/html"));
        var streaming = harness.StreamAsync(cancellation.Token);
        await gate.Reached.WaitAsync(Cancel);
        await cancellation.CancelAsync();
        AssertCancelled(await streaming.WaitAsync(Cancel), cancellation);
        Assert.True(body.IsDisposed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposed_AfterEveryUpdate_ClosesTheBody(bool coalesce)
    {
        for (var update = 1; update <= 4; update++)
        {
            var script = ByteScript.InSegmentsOf(50, GoldenReplies.Representative.ToBytes());
            var body = new ScriptedStream(script, asynchronous: true);
            using var harness = new ClientHarness(options => options.CoalesceContent = coalesce).Then(body);
            await using (var updates = harness.Stream(Cancel).GetAsyncEnumerator(Cancel))
            {
                for (var i = 0; i < update; i++)
                    Assert.True(await updates.MoveNextAsync());
            }

            Assert.True(body.IsDisposed);
            Assert.Equal(0, body.PendingReads);
        }
    }

    [Fact]
    public async Task Disposed_CoalescingWithAReadUnderWay_EndsTheRead()
    {
        var body = new ScriptedStream(EventStreamBuilder.Of(Chunks.Content("a")).ToScript().Stall(new Gate()));
        using var harness = new ClientHarness(options => options.CoalesceContent = true).Then(body);
        await using (var updates = harness.Stream(Cancel).GetAsyncEnumerator(Cancel))
            Assert.True(await updates.MoveNextAsync());

        Assert.True(body.IsDisposed);
        Assert.Equal(0, body.PendingReads);
    }

    [Fact]
    public async Task Disposed_BeforeTheFirstMove_SendsNothing()
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks);
        await using (harness.Stream(Cancel).GetAsyncEnumerator(Cancel))
        {
        }

        Assert.Empty(harness.Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Left_InTheMiddle_ClosesTheRealConnection(bool cancel)
    {
        await using var server = RawHttpServer.Start(RawReply.ChunkedEventStream(EventStreamBuilder.Of(Chunks.Content("a")).ToScript().Stall(new Gate())));
        using var harness = new ClientHarness(options => options.Endpoint = server.Address) { OverNetwork = true };
        using var cancellation = Source();
        if (cancel)
        {
            AssertCancelled(await StreamOutcome.OfAsync(harness.Stream(cancellation.Token), _ => cancellation.Cancel()), cancellation);
        }
        else
        {
            await foreach (var update in harness.Stream(Cancel))
            {
                Assert.Equal("a", update.Text);
                break;
            }
        }

        await server.ClientClosed.WaitAsync(Cancel);
    }

    private static CancellationTokenSource Source() => CancellationTokenSource.CreateLinkedTokenSource(Cancel);

    private static void CancelAt(CancellationTokenSource cancellation, bool now)
    {
        if (now)
            cancellation.Cancel();
    }

    private static void AssertCancelled(StreamOutcome outcome, CancellationTokenSource cancellation) =>
        Assert.Equal(cancellation.Token, Assert.IsAssignableFrom<OperationCanceledException>(outcome.Failure).CancellationToken);

    private static async Task ReadAsync(System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<ChatResponseUpdate> updates)
    {
        await foreach (var update in updates)
            Assert.Equal("a", update.Text);
    }
}
