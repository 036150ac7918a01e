using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>Where the network cuts the bytes has no influence on what is read.</summary>
public sealed class SegmentationTests
{
    public static TheoryData<string, bool> Forms =>
        new(from ending in LineEndings.All from asynchronous in new[] { false, true } select (ending, asynchronous));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Forms))]
    public async Task Stream_SplitAtEveryByte_SameUpdates(string ending, bool asynchronous)
    {
        var bytes = GoldenReplies.Representative.ToBytes(ending, withIds: true);
        var expected = await LinesAsync(ByteScript.Of(bytes), asynchronous);

        for (var position = 1; position < bytes.Length; position++)
            Assert.Equal(expected, await LinesAsync(ByteScript.SplitAt(position, bytes), asynchronous));
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task Stream_InSegmentsOfEveryLength_SameUpdates(string ending, bool asynchronous)
    {
        var bytes = GoldenReplies.Representative.ToBytes(ending);
        var expected = await LinesAsync(ByteScript.Of(bytes), asynchronous);

        for (var length = 1; length <= 64; length++)
            Assert.Equal(expected, await LinesAsync(ByteScript.InSegmentsOf(length, bytes), asynchronous));
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task Stream_EveryGoldenReplyBytewise_MeansWhatItSays(string ending, bool asynchronous)
    {
        foreach (var reply in GoldenReplies.All)
        {
            using var harness = ClientHarness.For(ByteScript.Bytewise(reply.ToBytes(ending)), asynchronous);
            GoldenAssert.Matches(reply, (await harness.StreamAsync(Cancel)).Succeeded());
        }
    }

    [Fact]
    public async Task Stream_LineEndingsMixed_SameUpdates()
    {
        var mixed = GoldenReplies.Representative.Chunks.Select((chunk, i) => new EventStreamBuilder(LineEndings.All[i % 3]).Event(chunk));
        var expected = await LinesAsync(ByteScript.Of(GoldenReplies.Representative.ToBytes()), false);

        Assert.Equal(expected, await LinesAsync(ByteScript.Of(string.Concat(mixed)), false));
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(ByteScript script, bool asynchronous)
    {
        using var harness = ClientHarness.For(script, asynchronous);
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        GoldenAssert.Matches(GoldenReplies.Representative, outcome);
        return UpdateLines.Of(outcome.Updates);
    }
}
