using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;
using static Websopy.SemanticKernel.TestKit.Golden.Chunks;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>With CoalesceContent the text of a network read is one update, and nothing else changes.</summary>
public sealed class CoalescingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_SeveralEventsARead_OneUpdateARead(bool asynchronous)
    {
        var script = new ByteScript();
        for (var read = 0; read < 5; read++)
            script.Send(EventStreamBuilder.Of(Enumerable.Range(0, 10).Select(i => Content($"{read}{i} "))).ToBytes());

        // A read also ends where the reader's buffer does, so its reads are what counts.
        var body = new ScriptedStream(script.Send(EventStreamBuilder.Of(Done(1, 50)).ToBytes()), asynchronous);
        using var harness = new ClientHarness(options => options.CoalesceContent = true).Then(body);
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.InRange(outcome.Updates.Count(update => update.Text.Length > 0), 5, body.Reads);
        Assert.InRange(body.Reads, 6, 10);
        Assert.Equal(string.Concat(Enumerable.Range(0, 50).Select(i => $"{i:00} ")), outcome.Text);
        Assert.Equal(51, outcome.Usage?.TotalTokenCount);
    }

    [Fact]
    public async Task Stream_EveryGoldenReplyInSegmentsOfAnyLength_SameMeaning()
    {
        foreach (var reply in GoldenReplies.All)
        {
            var bytes = reply.ToBytes();
            foreach (var length in new[] { 1, 7, 64, 100, 10_000 })
                GoldenAssert.Matches(reply, await CoalescedAsync(ByteScript.InSegmentsOf(length, bytes), asynchronous: true));
        }
    }

    [Fact]
    public async Task Stream_EventCutByTheRead_JoinsTheNextOne()
    {
        var bytes = EventStreamBuilder.Of(Content("a"), Content("b"), Content("c"), Content("d"), Done()).ToBytes();
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var outcome = await CoalescedAsync(ByteScript.SplitAt(cut, bytes), asynchronous: false);
            Assert.Equal("abcd", outcome.Text);
            Assert.InRange(outcome.Updates.Count(update => update.Text.Length > 0), 1, 2);
        }
    }

    [Fact]
    public async Task Stream_OtherContentInBetween_KeepsTheOrder()
    {
        var outcome = await CoalescedAsync(
            EventStreamBuilder.Of(Reasoning("r"), Reasoning("s"), Content("a"), Content("b"), Tool("t", "{}"), Content("c"), Content("d"), Done(1, 1)).ToScript(), false);
        var order = outcome.Contents.Select(content => content switch
        {
            TextContent text => text.Text,
            TextReasoningContent reasoning => reasoning.Text,
            FunctionCallContent => "call",
            _ => "",
        });
        Assert.Equal("rsabcallcd", string.Concat(order));
        Assert.Equal(2, outcome.Contents.OfType<TextContent>().Count());
    }

    [Fact]
    public async Task Stream_NextReadStalls_TextIsDeliveredBefore()
    {
        var gate = new Gate();
        var script = EventStreamBuilder.Of(Content("a"), Content("b")).ToScript().Stall(gate).Send(EventStreamBuilder.Of(Content("c"), Done()).ToBytes());
        using var harness = ClientHarness.For(script, configure: options => options.CoalesceContent = true);
        var texts = new List<string>();
        await foreach (var update in harness.Stream(Cancel))
        {
            // Were the first text held back until the next read, this gate would never open.
            gate.Open();
            texts.Add(update.Text);
        }

        Assert.Equal(["ab", "c"], texts.Where(text => text.Length > 0));
    }

    [Theory]
    [InlineData("{\"type\":\"error\",\"content\":\"boom\",\"code\":\"overloaded\"}", WebsopyErrorKind.Server)]
    [InlineData("{malformed", WebsopyErrorKind.Protocol)]
    [InlineData(null, WebsopyErrorKind.InterruptedStream)]
    public async Task Stream_FailureInTheSameRead_TextIsDeliveredBefore(string? chunk, WebsopyErrorKind kind)
    {
        string[] chunks = [Content("a"), Content("b"), .. chunk is null ? [] : new[] { chunk }];
        using var harness = ClientHarness.For(EventStreamBuilder.Of(chunks).ToScript(), configure: options => options.CoalesceContent = true);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("ab", outcome.Text);
        Assert.Equal(kind, outcome.Error.Kind);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task Stream_TransientFailureInTheSameReadAndRetries_TextNeitherLostNorDoubled()
    {
        var failing = EventStreamBuilder.Of(Content("a"), Content("b"), Error("busy", "overloaded")).ToScript();
        using var harness = ClientHarness.For(failing, configure: options => (options.CoalesceContent, options.MaxRetries) = (true, 1))
            .Then(EventStreamBuilder.Of(Content("a"), Content("b"), Content("c"), Done()).ToScript());
        var outcome = await harness.StreamAsync(Cancel);

        // Nothing had been handed on, so starting over is as good as handing on and failing.
        Assert.Equal(outcome.Failure is null ? "abc" : "ab", outcome.Text);
    }

    private static async Task<StreamOutcome> CoalescedAsync(ByteScript script, bool asynchronous)
    {
        using var harness = ClientHarness.For(script, asynchronous, options => options.CoalesceContent = true);
        return (await harness.StreamAsync(Cancel)).Succeeded();
    }
}
