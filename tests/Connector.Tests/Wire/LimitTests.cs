using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>No answer, however large, takes more than the options allow.</summary>
public sealed class LimitTests
{
    /// <summary>What a reader may have in its buffer beyond a limit: one read of the usual size.</summary>
    private const int Slack = 16 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("data: {\"type\":\"content\",\"content\":\"", "x")]
    [InlineData("", "x")]
    [InlineData(":", "x")]
    [InlineData("id: ", "x")]
    [InlineData("", "data: {\n")]
    [InlineData("", "data:\n")]
    public async Task Event_LargerThanLimit_ThrowsWithoutReadingOn(string start, string filler)
    {
        var giant = start + string.Concat(Enumerable.Repeat(filler, 4_000_000 / filler.Length));
        foreach (var asynchronous in new[] { false, true })
        {
            var script = ByteScript.InSegmentsOf(512, EventStreamBuilder.Of(Chunks.Content("before")).Raw(giant).ToBytes());
            var body = new ScriptedStream(script, asynchronous);
            using var harness = new ClientHarness(options => options.MaxEventBytes = 10_000).Then(body);
            var outcome = await harness.StreamAsync(Cancel);
            Assert.Equal("before", outcome.Text);
            Assert.Equal(WebsopyErrorKind.LimitExceeded, outcome.Error.Kind);
            Assert.False(outcome.Error.IsTransient);
            Assert.InRange(body.BytesRead, 10_000, 10_000 + Slack);
            Assert.True(body.IsDisposed);
        }
    }

    [Fact]
    public async Task Event_JustWithinLimit_Read()
    {
        var chunk = Chunks.Content(new string('x', 5000));
        var bytes = EventStreamBuilder.Of(chunk).ToBytes();
        foreach (var script in new[] { ByteScript.Of(bytes), ByteScript.InSegmentsOf(100, bytes), ByteScript.InSegmentsOf(4096, bytes) })
        {
            using var harness = ClientHarness.For(
                script.Send(EventStreamBuilder.Of(Chunks.Done()).ToBytes()), configure: options => options.MaxEventBytes = bytes.Length);
            Assert.Equal(5000, (await harness.StreamAsync(Cancel)).Succeeded().Text.Length);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    [InlineData(1_000_000)]
    public async Task Events_SmallButManyInOneRead_NotTakenForOneLargeEvent(int segment)
    {
        var bytes = EventStreamBuilder.Of([.. Enumerable.Repeat(Chunks.Content("xy"), 500), Chunks.Done()]).ToBytes();
        using var harness = ClientHarness.For(ByteScript.InSegmentsOf(segment, bytes), configure: options => options.MaxEventBytes = 100);
        Assert.Equal(1000, (await harness.StreamAsync(Cancel)).Succeeded().Text.Length);
    }

    [Fact]
    public async Task Response_LargerThanLimit_ThrowsWithoutReadingOn()
    {
        var bytes = EventStreamBuilder.Of([.. Enumerable.Repeat(Chunks.Content("0123456789"), 100_000), Chunks.Done()]).ToBytes();
        var body = new ScriptedStream(ByteScript.InSegmentsOf(512, bytes));
        using var harness = new ClientHarness(options => options.MaxResponseBytes = 20_000).Then(body);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal(WebsopyErrorKind.LimitExceeded, outcome.Error.Kind);
        Assert.StartsWith("01234567890123456789", outcome.Text, StringComparison.Ordinal);
        Assert.InRange(body.BytesRead, 20_000, 20_000 + Slack);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Response_ExactlyAtLimit_Read()
    {
        var bytes = GoldenReplies.Representative.ToBytes();
        using var harness = ClientHarness.For(ByteScript.InSegmentsOf(10, bytes), configure: options => options.MaxResponseBytes = bytes.Length);
        GoldenAssert.Matches(GoldenReplies.Representative, (await harness.StreamAsync(Cancel)).Succeeded());
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task ToolCalls_UpToLimit_Read(int calls, bool exceeds)
    {
        var chunks = Enumerable.Range(0, calls).Select(i => Chunks.Tool("t", "{}", $"c{i}")).Append(Chunks.Done());
        using var harness = ClientHarness.For(EventStreamBuilder.Of(chunks).ToScript(), configure: options => options.MaxToolCalls = 3);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal(3, outcome.Calls.Count);
        Assert.Equal(exceeds ? WebsopyErrorKind.LimitExceeded : null, (outcome.Failure as WebsopyException)?.Kind);
    }

    [Fact]
    public async Task ToolCalls_ManyBegunAndNeverEnded_Throw()
    {
        var chunks = Enumerable.Range(0, 1000).Select(i => Chunks.Tool("t", "{", $"c{i}")).Append(Chunks.Done());
        using var harness = ClientHarness.For(EventStreamBuilder.Of(chunks).ToScript(), configure: options => options.MaxToolCalls = 3);
        Assert.Equal(WebsopyErrorKind.LimitExceeded, (await harness.StreamAsync(Cancel)).Error.Kind);
    }

    [Theory]
    [InlineData(103, false)]
    [InlineData(102, true)]
    public async Task Arguments_CountedInUtf8Bytes_WholeOrFragmented(int limit, bool exceeds)
    {
        // 7 bytes of JSON around 32 characters of 3 bytes each.
        var arguments = "{\"\":\"" + new string('你', 32) + "\"}";
        Assert.Equal(103, System.Text.Encoding.UTF8.GetByteCount(arguments));
        foreach (var size in new[] { 1, 5, 1000 })
        {
            var chunks = arguments.Chunk(size).Select(part => Chunks.Tool("t", new string(part), "c")).Append(Chunks.Done());
            using var harness = ClientHarness.For(EventStreamBuilder.Of(chunks).ToScript(), configure: options => options.MaxToolArgumentBytes = limit);
            var outcome = await harness.StreamAsync(Cancel);
            Assert.Equal(exceeds ? WebsopyErrorKind.LimitExceeded : null, (outcome.Failure as WebsopyException)?.Kind);
            Assert.Equal(exceeds ? 0 : 1, outcome.Calls.Count);
        }
    }

    [Fact]
    public async Task Answer_ThatIsNoStream_ReadOnlyAsFarAsItIsShown()
    {
        var body = new ScriptedStream(ByteScript.InSegmentsOf(512, new byte[4_000_000]));
        using var harness = new ClientHarness();
        harness.Server.Answer(() => TestKit.Http.Responses.EventStream(body, "text/html"));
        Assert.Equal(WebsopyErrorKind.Protocol, (await harness.StreamAsync(Cancel)).Error.Kind);
        Assert.InRange(body.BytesRead, 0, 128 * 1024);
        Assert.True(body.IsDisposed);
    }
}
