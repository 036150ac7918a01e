using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>A stream that ends or breaks at any byte: what was complete is delivered, and then it is said.</summary>
public sealed class TruncationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool, bool> Forms => new(
        from ending in LineEndings.All
        from fault in new[] { false, true }
        from asynchronous in new[] { false, true }
        select (ending, fault, asynchronous));

    [Theory, MemberData(nameof(Forms))]
    public async Task Stream_CutAtEveryByte_DeliversWhatIsCompleteAndThrows(string ending, bool fault, bool asynchronous)
    {
        var bytes = GoldenReplies.Representative.ToBytes(ending);
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            var complete = ReferenceReader.Read(bytes.AsSpan(0, cut)).Select(item => item.Data).ToList();

            // The last blank line may be there with its first byte only.
            if (complete.Count == GoldenReplies.Representative.Chunks.Count)
                continue;

            var script = ByteScript.Of(bytes.AsMemory(0, cut));
            var body = new ScriptedStream(fault ? script.Fault() : script, asynchronous);
            using var harness = new ClientHarness().Then(body);
            var outcome = await harness.StreamAsync(Cancel);

            Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
            Assert.Equal(HttpStatusCode.OK, outcome.Error.StatusCode);
            AssertDelivered(complete, outcome.Text, string.Concat(outcome.Contents.OfType<TextReasoningContent>().Select(item => item.Text)));
            Assert.Equal(complete.Count >= 5 ? 1 : 0, outcome.Calls.Count);
            Assert.DoesNotContain(outcome.Updates, update => update.FinishReason is not null);
            Assert.True(body.IsDisposed);
            Assert.Single(harness.Server.Requests);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_EndsWithoutDone_Throws(bool fault)
    {
        var script = EventStreamBuilder.Of(Chunks.Content("all of it")).ToScript();
        using var harness = ClientHarness.For(fault ? script.Fault(new HttpIOException(HttpRequestError.ResponseEnded, "cut")) : script);
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("all of it", outcome.Text);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
        Assert.True(outcome.Error.IsTransient);
        Assert.Null(outcome.Error.PartialResponse);
    }

    [Fact]
    public async Task Stream_LastEventWithoutBlankLine_IsNotComplete()
    {
        using var harness = ClientHarness.For(ByteScript.Of("data: " + Chunks.Done() + "\n"));
        Assert.Equal(WebsopyErrorKind.InterruptedStream, (await harness.StreamAsync(Cancel)).Error.Kind);
    }

    [Fact]
    public async Task Stream_OnlyComments_Throws()
    {
        using var harness = ClientHarness.For(ByteScript.Of(": one\n\n: two\n\n"));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Empty(outcome.Updates);
        Assert.Equal(WebsopyErrorKind.InterruptedStream, outcome.Error.Kind);
    }

    private static void AssertDelivered(IReadOnlyList<string> complete, string text, string reasoning)
    {
        var expected = complete.Select(item => JsonDocument.Parse(item).RootElement).ToLookup(
            chunk => chunk.GetProperty("type").GetString(), chunk => chunk.TryGetProperty("content", out var content) ? content.GetString() : "");

        Assert.Equal(string.Concat(expected["content"]), text);
        Assert.Equal(string.Concat(expected["reasoning"]), reasoning);
    }
}
