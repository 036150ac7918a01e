using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>What surrounds the text: ids, role, time, model, finish reason, usage.</summary>
public sealed class MetadataTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Replies => new(GoldenReplies.All.Select(reply => reply.Name));

    [Theory, MemberData(nameof(Replies))]
    public async Task Response_EveryGoldenReply_StreamedAndCollectedAlike(string name)
    {
        var reply = GoldenReplies.All.Single(reply => reply.Name == name);
        using var harness = ClientHarness.For(reply.Chunks).Then(ByteScript.Of(reply.ToBytes()));
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        GoldenAssert.Matches(reply, outcome);
        GoldenAssert.Matches(reply, outcome.Updates.ToChatResponse());
        GoldenAssert.Matches(reply, await harness.RespondAsync(Cancel));
    }

    [Theory, MemberData(nameof(Replies))]
    public async Task Updates_OfOneResponse_ShareIdsAndRole(string name)
    {
        using var harness = ClientHarness.For(GoldenReplies.All.Single(reply => reply.Name == name).Chunks);
        var updates = (await harness.StreamAsync(Cancel)).Succeeded().Updates;
        Assert.False(string.IsNullOrEmpty(Assert.Single(updates.Select(update => update.ResponseId).Distinct())));
        Assert.False(string.IsNullOrEmpty(Assert.Single(updates.Select(update => update.MessageId).Distinct())));
        Assert.All(updates, update => Assert.Equal(ChatRole.Assistant, update.Role));
    }

    [Fact]
    public async Task Ids_MadeUp_DifferFromResponseToResponse()
    {
        using var harness = ClientHarness.For(GoldenReplies.Plain.Chunks).Then(ByteScript.Of(GoldenReplies.Plain.ToBytes()));
        var first = await harness.RespondAsync(Cancel);
        var second = await harness.RespondAsync(Cancel);
        Assert.NotEqual(first.ResponseId, second.ResponseId);
        Assert.NotEqual(first.Messages[0].MessageId, second.Messages[0].MessageId);
    }

    [Fact]
    public async Task Metadata_SentWithTheFirstChunk_InTheResponse()
    {
        var head = """{"type":"content","content":"x","id":"resp-9","model":"m-1","created":1700000000,"conversationId":"conv-3"}""";
        using var harness = ClientHarness.For(head, Chunks.Content("y"), Chunks.Done()).Then(
            TestKit.Sse.EventStreamBuilder.Of(head, Chunks.Content("y"), Chunks.Done()).ToScript());
        var updates = (await harness.StreamAsync(Cancel)).Succeeded().Updates;
        Assert.All(updates, update => Assert.Equal("resp-9", update.ResponseId));
        foreach (var response in new[] { updates.ToChatResponse(), await harness.RespondAsync(Cancel) })
        {
            Assert.Equal("resp-9", response.ResponseId);
            Assert.Equal("m-1", response.ModelId);
            Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), response.CreatedAt);
            Assert.Equal("conv-3", response.ConversationId);
        }
    }

    [Fact]
    public async Task Metadata_SentWithDone_InTheResponse()
    {
        using var harness = ClientHarness.For(Chunks.Content("x"), """{"type":"done","model":"m-2","conversationId":"conv-4"}""");
        var response = await harness.RespondAsync(Cancel);
        Assert.Equal("m-2", response.ModelId);
        Assert.Equal("conv-4", response.ConversationId);
    }

    [Theory]
    [InlineData("stop", false, "stop")]
    [InlineData("stop", true, "stop")]
    [InlineData("tool_calls", true, "tool_calls")]
    [InlineData("length", false, "length")]
    [InlineData("length", true, "length")]
    [InlineData("content_filter", false, "content_filter")]
    [InlineData(null, false, "stop")]
    [InlineData(null, true, "tool_calls")]
    public async Task FinishReason_SentOrInferred_OnTheLastUpdate(string? sent, bool calls, string expected)
    {
        var done = sent is null ? Chunks.Done() : $$"""{"type":"done","finishReason":"{{sent}}"}""";
        using var harness = ClientHarness.For(calls ? [Chunks.Tool("now", ""), done] : [Chunks.Content("x"), done]);
        var updates = (await harness.StreamAsync(Cancel)).Succeeded().Updates;
        Assert.Equal(expected, updates[^1].FinishReason?.Value);
        Assert.All(updates.SkipLast(1), update => Assert.Null(update.FinishReason));
    }

    [Fact]
    public async Task Usage_AllCounts_Mapped()
    {
        using var harness = ClientHarness.For(
            """{"type":"done","usage":{"promptTokens":100,"completionTokens":50,"totalTokens":151,"cachedTokens":40,"reasoningTokens":30}}""");
        var usage = (await harness.StreamAsync(Cancel)).Succeeded().Usage;
        Assert.Equal((100L, 50L, 151L), (usage?.InputTokenCount, usage?.OutputTokenCount, usage?.TotalTokenCount));
        Assert.Equal((40L, 30L), (usage?.CachedInputTokenCount, usage?.ReasoningTokenCount));
    }

    [Fact]
    public async Task Usage_OnSeveralChunks_TheLastOneCounts()
    {
        string[] chunks =
        [
            """{"type":"content","content":"a","usage":{"promptTokens":5,"completionTokens":1}}""",
            """{"type":"content","content":"b","usage":{"promptTokens":5,"completionTokens":2}}""", Chunks.Done(5, 3),
        ];
        using var harness = ClientHarness.For(chunks);
        Assert.Equal((5L, 3L, 8L), Counts(await harness.RespondAsync(Cancel)));
    }

    [Fact]
    public async Task Usage_OnlyBeforeDone_Counts()
    {
        using var harness = ClientHarness.For("""{"type":"content","content":"a","usage":{"promptTokens":5,"completionTokens":1}}""", Chunks.Done());
        Assert.Equal((5L, 1L, 6L), Counts(await harness.RespondAsync(Cancel)));
    }

    [Fact]
    public async Task Usage_NotSent_IsAbsent()
    {
        using var harness = ClientHarness.For(Chunks.Content("a"), Chunks.Done());
        Assert.Null((await harness.RespondAsync(Cancel)).Usage);
    }

    [Fact]
    public async Task Reasoning_IsNoText()
    {
        using var harness = ClientHarness.For(Chunks.Reasoning("thinking"), Chunks.Content("said"), Chunks.Done());
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.Equal("said", outcome.Text);
        Assert.Equal("thinking", Assert.Single(outcome.Contents.OfType<TextReasoningContent>()).Text);
    }

    private static (long?, long?, long?) Counts(ChatResponse response) =>
        (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, response.Usage?.TotalTokenCount);

    [Theory]
    [InlineData("""{"type":"content","content":"a","id":"evt-1"}""", """{"type":"content","content":"b","id":"evt-2"}""")]
    [InlineData("""{"type":"tool_call","id":"c1","tool":{"name":"t","arguments":"{}"}}""", """{"type":"tool_call","id":"c2","tool":{"name":"t","arguments":"{}"}}""")]
    [InlineData("""{"type":"ping","id":"17","model":"x"}""", """{"type":"ping","id":"18"}""")]
    public async Task Id_ThatMeansSomethingElse_BreaksNothing(string one, string two)
    {
        using var harness = ClientHarness.For(one, two, Chunks.Done());
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.Single(outcome.Updates.Select(update => update.ResponseId).Distinct());
        Assert.All(outcome.Updates, update => Assert.Null(update.ModelId));
    }
}
