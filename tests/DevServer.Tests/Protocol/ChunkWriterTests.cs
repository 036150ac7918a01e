using System.Text;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Protocol;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Protocol;

public sealed class ChunkWriterTests : IDisposable
{
    private readonly List<string> _events = [];
    private readonly CollectingLogger _log = new();
    private readonly ChunkWriter _writer;

    public ChunkWriterTests() => _writer = new ChunkWriter("R", data => _events.Add(Encoding.UTF8.GetString(data)), _log);

    [Fact]
    public void Write_Metadata_GoesOnceWithTheFirstChunkAfterItIsKnown()
    {
        _writer.Write(new ChatResponseUpdate { ResponseId = "resp", CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) });
        _writer.Write(Update(new TextContent("a")));
        _writer.Write(new ChatResponseUpdate(ChatRole.Assistant, "b") { ResponseId = "other", ModelId = "m", ConversationId = "c" });
        _writer.Write(Update(new TextContent("c")));

        Assert.Equal(
            ["{\"type\":\"content\",\"id\":\"resp\",\"created\":1700000000,\"content\":\"a\"}",
             "{\"type\":\"content\",\"model\":\"m\",\"conversationId\":\"c\",\"content\":\"b\"}",
             "{\"type\":\"content\",\"content\":\"c\"}"],
            Data());
    }

    [Fact]
    public void Write_Calls_CarryAllArgumentsAndNoId()
    {
        _writer.Write(Update(
            new FunctionCallContent("1", "f", new Dictionary<string, object?> { ["s"] = "世界\"", ["n"] = 1.5, ["z"] = null, ["a"] = new[] { 1, 2 } }),
            new FunctionCallContent("2", "g")));

        Assert.Equal(
            ["""{"type":"tool_call","tool":{"name":"f","arguments":"{\"s\":\"世界\\\"\",\"n\":1.5,\"z\":null,\"a\":[1,2]}"}}""",
             """{"type":"tool_call","tool":{"name":"g","arguments":"{}"}}"""],
            Data());
    }

    [Fact]
    public void Write_CallsThatTheModelsSideHandles_AreNotSent()
    {
        _writer.Write(Update(new FunctionCallContent("1", "f") { InformationalOnly = true }));
        _writer.Write(Update(new FunctionResultContent("1", "r")));
        _writer.Write(Update(new FunctionCallContent("2", "f"), new FunctionResultContent("2", "r")));
        _writer.Write(Update(new FunctionCallContent("3", "g")));

        Assert.Equal("""{"type":"tool_call","tool":{"name":"g","arguments":"{}"}}""", Assert.Single(Data()));
    }

    [Fact]
    public void WriteDone_Usage_AddsUp()
    {
        _writer.Write(Update(new UsageContent(new() { InputTokenCount = 1, OutputTokenCount = 2, CachedInputTokenCount = 1 })));
        _writer.Write(new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 10, OutputTokenCount = 20, ReasoningTokenCount = 5 })])
        {
            FinishReason = ChatFinishReason.Length,
        });

        _writer.WriteDone();

        Assert.Equal(
            """{"type":"done","usage":{"promptTokens":11,"completionTokens":22,"cachedTokens":1,"reasoningTokens":5},"finishReason":"length"}""",
            Assert.Single(Data()));
    }

    [Fact]
    public void WriteDone_NothingKnown_SaysOnlyThat()
    {
        _writer.WriteDone();

        Assert.Equal("id: R-1\ndata: {\"type\":\"done\"}\n\n", Assert.Single(_events));
    }

    [Fact]
    public void Write_WhatTheProtocolCannotCarry_IsLeftOutAndLoggedOnce()
    {
        _writer.Write(Update(new DataContent(new byte[] { 1 }, "image/png"), new TextContent("a"), new DataContent(new byte[] { 2 }, "image/png")));

        Assert.Equal("""{"type":"content","content":"a"}""", Assert.Single(Data()));
        Assert.Contains("DataContent", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EmptyTexts_AreNoEvents()
    {
        _writer.Write(Update(new TextContent(""), new TextReasoningContent("")));

        Assert.Empty(_events);
    }

    [Fact]
    public void Write_LineBreaksAndControls_NeverBreakAnEvent()
    {
        _writer.Write(Update(new TextContent("a\r\nb\n\ndata: c\0\u2028\ud800!")));

        Assert.Equal("id: R-1\ndata: {\"type\":\"content\",\"content\":\"a\\r\\nb\\n\\ndata: c\\u0000\\u2028\\uFFFD!\"}\n\n", Assert.Single(_events));
    }

    [Fact]
    public void Write_PairSplitOverTwoUpdates_StaysOneCharacter()
    {
        _writer.Write(Update(new TextContent("a\ud83d")));
        _writer.Write(new ChatResponseUpdate());
        _writer.Write(Update(new TextContent("")));
        _writer.Write(Update(new TextContent("\ude00b\ud83d")));
        _writer.Write(Update(new TextContent("\ude00")));

        Assert.Equal(
            ["""{"type":"content","content":"a"}""",
             """{"type":"content","content":"\uD83D\uDE00b"}""",
             """{"type":"content","content":"\uD83D\uDE00"}"""],
            Data());
    }

    [Fact]
    public void Write_HalfAPairAndThenSomethingElse_ComesFirst()
    {
        _writer.Write(Update(new TextContent("\ud83d"), new TextReasoningContent("\ud83d"), new TextContent("\ude00")));
        _writer.Write(Update(new TextContent("\ud83d"), new FunctionCallContent("1", "f"), new TextContent("\ud83d")));
        _writer.WriteDone();

        Assert.Equal(
            ["content \ufffd", "reasoning \ufffd", "content \ufffd", "content \ufffd", "tool_call ", "content \ufffd", "done "],
            Data().Select(data => new ServerEvent("", data)).Select(e => $"{e.Type} {e.Text}"));
    }

    public void Dispose() => _writer.Dispose();

    private static ChatResponseUpdate Update(params IList<AIContent> contents) => new(ChatRole.Assistant, contents);

    private IEnumerable<string> Data() => _events.Select(e => e[(e.IndexOf("data: ", StringComparison.Ordinal) + 6)..^2]);
}
