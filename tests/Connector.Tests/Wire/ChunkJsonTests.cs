using System.Text;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>What a chunk's JSON may look like, and what is done about JSON that is none.</summary>
public sealed class ChunkJsonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"content":"x","type":"content"}""")]
    [InlineData("""{"id":"r","content":"x","usage":{"promptTokens":1},"type":"content"}""")]
    [InlineData("""{"a":{"type":"error","content":"no"},"content":"x","b":["content",{"content":"no"}],"type":"content","type2":"done"}""")]
    [InlineData("""  { "type" : "content" , "content" : "x" }  """)]
    [InlineData("""{"\u0074ype":"c\u006fntent","con\u0074ent":"\u0078"}""")]
    [InlineData("""{"type":"done","type":"content","content":"no","content":"x"}""")]
    [InlineData("""{"type":"content","content":"x","tool":null,"usage":null,"code":null,"id":null,"model":null,"created":null,"conversationId":null,"finishReason":null}""")]
    public async Task Chunk_SameMeaning_SameText(string chunk)
    {
        using var harness = ClientHarness.For(chunk, Chunks.Done());
        Assert.Equal("x", (await harness.StreamAsync(Cancel)).Succeeded().Text);
    }

    [Theory]
    [InlineData("""{"type":"heartbeat"}""")]
    [InlineData("""{"type":"content_v2","content":"ghost"}""")]
    [InlineData("""{"type":"citation","content":"ghost","tool":{"name":"t","arguments":"{}"}}""")]
    [InlineData("""{"content":"ghost"}""")]
    [InlineData("""{"type":null,"content":"ghost"}""")]
    [InlineData("{}")]
    [InlineData("""{"type":"content"}""")]
    [InlineData("""{"type":"content","content":null}""")]
    [InlineData("""{"type":"content","content":""}""")]
    public async Task Chunk_NothingToSay_BreaksNothing(string chunk)
    {
        using var harness = ClientHarness.For(Chunks.Content("a"), chunk, Chunks.Content("b"), Chunks.Done(1, 2));
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.Equal("ab", outcome.Text);
        Assert.Empty(outcome.Calls);
        Assert.Equal(3, outcome.Usage?.TotalTokenCount);
    }

    [Theory]
    [InlineData("""{"promptTokens":12.0,"completionTokens":3e0}""", 12, 3, 15)]
    [InlineData("""{"promptTokens":1.2e1,"completionTokens":3,"totalTokens":16.0}""", 12, 3, 16)]
    [InlineData("""{"completionTokens":3,"extra":{"promptTokens":99},"promptTokens":12}""", 12, 3, 15)]
    [InlineData("""{"promptTokens":12,"completionTokens":3,"totalTokens":null,"cachedTokens":null,"reasoningTokens":null}""", 12, 3, 15)]
    [InlineData("""{"promptTokens":3000000000,"completionTokens":3000000000}""", 3000000000, 3000000000, 6000000000)]
    public async Task Usage_NumbersInAnyForm_Counted(string usage, long input, long output, long total)
    {
        using var harness = ClientHarness.For(Chunks.Content("x"), $$"""{"type":"done","usage":{{usage}}}""");
        var details = (await harness.StreamAsync(Cancel)).Succeeded().Usage;
        Assert.Equal((input, output, total), (details?.InputTokenCount, details?.OutputTokenCount, details?.TotalTokenCount));
    }

    [Theory]
    [InlineData("{\"type\":\"content\",\"content\":\"x")]
    [InlineData("{\"type\":\"content\",}")]
    [InlineData("{'type':'content'}")]
    [InlineData("{\"type\":\"content\"} {\"type\":\"content\"}")]
    [InlineData("{\"type\":\"content\",\"content\":\"tab\there\"}")]
    [InlineData("[DONE]")]
    [InlineData("[1,2]")]
    [InlineData("\"content\"")]
    [InlineData("null")]
    [InlineData("Hello")]
    public async Task Chunk_Malformed_ThrowsProtocolAfterTheTextBefore(string chunk)
    {
        using var harness = ClientHarness.For(Chunks.Content("before"), chunk, Chunks.Content("ghost"), Chunks.Done());
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("before", outcome.Text);
        Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
        Assert.Equal(System.Net.HttpStatusCode.OK, outcome.Error.StatusCode);
        Assert.False(outcome.Error.IsTransient);
    }

    [Theory]
    [InlineData("""{"type":"content","content":5}""")]
    [InlineData("""{"type":"content","content":{"text":"x"}}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"tool_call"}""")]
    [InlineData("""{"type":"tool_call","tool":null}""")]
    [InlineData("""{"type":"tool_call","tool":"now"}""")]
    [InlineData("""{"type":"tool_call","tool":{}}""")]
    [InlineData("""{"type":"tool_call","tool":{"name":5,"arguments":{"a":1}}}""")]
    [InlineData("""{"type":"content","content":"x","usage":[]}""")]
    [InlineData("""{"type":"content","content":"x","usage":{"promptTokens":"12"}}""")]
    [InlineData("""{"type":"content","content":"x","usage":{"promptTokens":1e300}}""")]
    [InlineData("""{"type":"content","content":"x","usage":{"promptTokens":-1}}""")]
    [InlineData("""{"type":"content","content":"x","created":"yesterday"}""")]
    [InlineData("""{"type":"content","content":"x","created":1e18}""")]
    [InlineData("""{"type":"content","content":"x","created":-99999999999999}""")]
    [InlineData("""{"type":"content","content":"x","id":7,"model":[],"conversationId":{}}""")]
    [InlineData("""{"type":"content","content":"\ud83d"}""")]
    [InlineData("""{"type":"tool_call","tool":{"name":"t","arguments":"{\"a\":\"\ud83d"}}""")]
    [InlineData("""{"type":"content","content":"x","finishReason":"novel"}""")]
    [InlineData("")]
    public async Task Chunk_WrongTypes_EitherReadOrProtocol(string chunk)
    {
        using var harness = ClientHarness.For(Chunks.Content("before"), chunk, Chunks.Done());
        var outcome = await harness.StreamAsync(Cancel);
        Assert.StartsWith("before", outcome.Text, StringComparison.Ordinal);
        if (outcome.Failure is not null)
            Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
    }

    [Fact]
    public async Task Chunk_NestedDeeply_BreaksNothing()
    {
        using var harness = ClientHarness.For($$"""{"x":{{Nested(50)}},"type":"content","content":"ok"}""", Chunks.Done());
        Assert.Equal("ok", (await harness.StreamAsync(Cancel)).Succeeded().Text);
    }

    [Fact]
    public async Task Chunk_NestedAbsurdly_EitherReadOrProtocol()
    {
        using var harness = ClientHarness.For(Chunks.Content("before"), $$"""{"type":"content","content":"","x":{{Nested(100_000)}}}""", Chunks.Done());
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("before", outcome.Text);
        if (outcome.Failure is not null)
            Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
    }

    [Theory]
    [InlineData("""{"type":"content","content":"?"}""")]
    [InlineData("""{"type":"reasoning","content":"?"}""")]
    [InlineData("""{"type":"tool_call","tool":{"name":"t","arguments":"{\"a\":\"?\"}"}}""")]
    [InlineData("""{"type":"tool_call","tool":{"name":"?","arguments":"{}"}}""")]
    [InlineData("""{"type":"error","content":"?"}""")]
    [InlineData("""{"type":"content","content":"x","id":"?"}""")]
    public async Task Chunk_InvalidUtf8_ThrowsProtocolAfterTheTextBefore(string chunk)
    {
        foreach (var wrong in new byte[][] { [0xFF], [0xC3], [0xE4, 0xBD], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80] })
        {
            var parts = chunk.Split('?');
            byte[] bytes = [.. EventStreamBuilder.Of(Chunks.Content("before")).ToBytes(), .. "data: "u8, .. Encoding.UTF8.GetBytes(parts[0]), .. wrong, .. Encoding.UTF8.GetBytes(parts[1] + "\n\n"), .. EventStreamBuilder.Of(Chunks.Done()).ToBytes()];
            using var harness = ClientHarness.For(ByteScript.Of(bytes));
            var outcome = await harness.StreamAsync(Cancel);
            Assert.Equal("before", outcome.Text);
            Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
        }
    }

    [Fact]
    public async Task Comment_InvalidUtf8_Ignored()
    {
        byte[] bytes = [.. ": "u8, 0xFF, 0xFE, .. "\n"u8, .. GoldenReplies.Plain.ToBytes()];
        using var harness = ClientHarness.For(ByteScript.Of(bytes));
        GoldenAssert.Matches(GoldenReplies.Plain, (await harness.StreamAsync(Cancel)).Succeeded());
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
