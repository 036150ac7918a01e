using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>Every form of an event stream that the standard allows.</summary>
public sealed class EventStreamFormTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Endings => new(LineEndings.All);

    [Theory, MemberData(nameof(Endings))]
    public async Task Stream_ByteOrderMark_Ignored(string ending) =>
        await AssertPlainAsync(new EventStreamBuilder(ending).ByteOrderMark().Events(GoldenReplies.Plain.Chunks));

    [Fact]
    public async Task Stream_ByteOrderMarkBytewise_Ignored()
    {
        var bytes = new EventStreamBuilder().ByteOrderMark().Events(GoldenReplies.Plain.Chunks).ToBytes();
        using var harness = ClientHarness.For(ByteScript.Bytewise(bytes), asynchronous: true);
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
    }

    [Theory, MemberData(nameof(Endings))]
    public async Task Stream_MissingSpaceAfterColon_Read(string ending) =>
        await AssertPlainAsync(new EventStreamBuilder(ending, space: false).Events(GoldenReplies.Plain.Chunks));

    [Theory, MemberData(nameof(Endings))]
    public async Task Stream_CommentsEverywhere_Ignored(string ending)
    {
        var builder = new EventStreamBuilder(ending).Comment().Comment("data: {\"type\":\"error\"}").BlankLine().BlankLine();
        foreach (var chunk in GoldenReplies.Plain.Chunks)
            builder.Comment(" 心跳").Field("data", chunk).Comment("in the middle of an event").BlankLine().Comment().BlankLine();

        await AssertPlainAsync(builder);
    }

    [Theory, MemberData(nameof(Endings))]
    public async Task Stream_DataOverSeveralLines_OneChunk(string ending)
    {
        var chunks = GoldenReplies.Plain.Chunks.Select(chunk => chunk.Replace(",\"", "\n,\n\"", StringComparison.Ordinal).Replace("{\"", "{\n\"", StringComparison.Ordinal));
        await AssertPlainAsync(new EventStreamBuilder(ending).Events(chunks));
    }

    [Theory, MemberData(nameof(Endings))]
    public async Task Stream_EventNamesIdsAndRetry_ChangeNothing(string ending)
    {
        var builder = new EventStreamBuilder(ending);
        foreach (var chunk in GoldenReplies.Plain.Chunks)
            builder.Event(chunk, id: "事件 1", name: "error", retryMilliseconds: 10);

        await AssertPlainAsync(builder);
    }

    [Fact]
    public async Task Stream_UnknownAndOddFields_Ignored()
    {
        var builder = new EventStreamBuilder().Field("foo", "bar").Raw("data\n").Raw("retry: soon\n").Raw("retry: 99999999999999999999\n")
            .Raw("retry: -1\n").Raw("id\n").Raw("id: a\0b\n").Raw(" data: not a field\n").Raw("Data: not a field\n").Raw("datax: no\n");

        // The lone "data" line is an empty first line of the first chunk: whitespace to JSON.
        await AssertPlainAsync(builder.Events(GoldenReplies.Plain.Chunks));
    }

    [Fact]
    public async Task Stream_TwoSpacesAndTabAfterColon_AreWhitespaceOfTheJson() =>
        await AssertPlainAsync(new EventStreamBuilder(space: false).Events(GoldenReplies.Plain.Chunks.Select(chunk => $"  \t{chunk}  ")));

    [Fact]
    public async Task Stream_ContentTypeWithCharset_Read()
    {
        using var harness = new ClientHarness();
        harness.Server.Answer(() => TestKit.Http.Responses.EventStream(
            new ScriptedStream(ByteScript.Of(GoldenReplies.Plain.ToBytes())), "Text/Event-Stream; charset=UTF-8"));
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
    }

    [Fact]
    public async Task Stream_ServerKeepsConnectionOpenAfterDone_EndsAndCloses()
    {
        var body = new ScriptedStream(ByteScript.Of(GoldenReplies.Plain.ToBytes()).Stall(new Gate()));
        using var harness = new ClientHarness().Then(body);
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
        await body.Disposed.WaitAsync(Cancel);
        Assert.Equal(0, body.PendingReads);
    }

    [Fact]
    public async Task Stream_EventsAfterDone_NotDelivered()
    {
        using var harness = ClientHarness.For([.. GoldenReplies.Plain.Chunks, Chunks.Content("ghost"), Chunks.Error("ghost")]);
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
    }

    [Fact]
    public async Task Stream_EveryUpdate_DeliveredBeforeTheNextRead()
    {
        var gates = GoldenReplies.Plain.Chunks.Select(_ => new Gate()).ToList();
        var script = new ByteScript();
        foreach (var (chunk, gate) in GoldenReplies.Plain.Chunks.Zip(gates))
            script.Send(EventStreamBuilder.Of(chunk).ToBytes()).Stall(gate);

        using var harness = ClientHarness.For(script);
        var delivered = 0;
        await foreach (var update in harness.Stream(Cancel))
        {
            // Reaching this line at all shows that the update did not wait for what is behind its gate.
            Assert.All(gates.Skip(delivered + 1), gate => Assert.False(gate.Reached.IsCompleted));
            gates[delivered++].Open();
        }

        Assert.Equal(GoldenReplies.Plain.Chunks.Count, delivered);
    }

    [Fact]
    public async Task Stream_EnumeratedTwice_SendsTwoRequests()
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks).Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        var stream = harness.Stream(Cancel);
        Assert.Empty(harness.Server.Requests);
        GoldenAssert.Matches(GoldenReplies.Plain, (await StreamOutcome.OfAsync(stream)).Succeeded());
        GoldenAssert.Matches(GoldenReplies.Plain, (await StreamOutcome.OfAsync(stream)).Succeeded());
        Assert.Equal(2, harness.Server.Requests.Count);
    }

    private static async Task AssertPlainAsync(EventStreamBuilder stream)
    {
        using var harness = ClientHarness.For(stream.ToScript());
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
    }
}
