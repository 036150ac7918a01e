using System.Text.Json;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>IncludeRawRepresentation keeps what the mapping has no place for.</summary>
public sealed class RawRepresentationTests
{
    private static readonly string[] Stream =
    [
        """{"type":"content","content":"你好","extra":{"a":[1,2]}}""", """{"type":"citation","url":"https://example.test/"}""",
        Chunks.Tool("t", "{}"), Chunks.Done(1, 2),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RawRepresentation_On_EveryChunkIsKept()
    {
        var updates = (await OutcomeAsync(true)).Updates;

        // Read after the stream has ended: the elements must not live in its buffers.
        var raw = updates.Select(update => Assert.IsType<JsonElement>(update.RawRepresentation).GetRawText());
        Assert.Equal(Stream, raw);
    }

    [Fact]
    public async Task RawRepresentation_Off_NothingIsKept()
    {
        var outcome = await OutcomeAsync(false);
        Assert.All(outcome.Updates, update => Assert.Null(update.RawRepresentation));
        Assert.Equal(Stream.Length - 1, outcome.Updates.Count);
    }

    [Fact]
    public async Task RawRepresentation_On_ChangesNoMeaning()
    {
        foreach (var reply in GoldenReplies.All)
        {
            using var harness = ClientHarness.For(EventStreamBuilder.Of(reply.Chunks).ToScript(), configure: options => options.IncludeRawRepresentation = true);
            GoldenAssert.Matches(reply, (await harness.StreamAsync(Cancel)).Succeeded());
        }
    }

    private static async Task<StreamOutcome> OutcomeAsync(bool raw)
    {
        using var harness = ClientHarness.For(EventStreamBuilder.Of(Stream).ToScript(), configure: options => options.IncludeRawRepresentation = raw);
        return (await harness.StreamAsync(Cancel)).Succeeded();
    }
}
