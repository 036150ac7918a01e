using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class CallPairingTests
{
    private static ChatMessage User(params AIContent[] contents) => new(ChatRole.User, contents);

    private static ChatMessage Assistant(params AIContent[] contents) => new(ChatRole.Assistant, contents);

    private static ChatMessage Tool(params AIContent[] contents) => new(ChatRole.Tool, contents);

    private static TextContent Text(string text) => new(text);

    private static FunctionCallContent Call(string id, string name = "f") => new(id, name);

    private static FunctionResultContent Result(string id, string result) => new(id, result);

    /// <summary>The messages of the wire in short: <c>assistant "text" [id:name]</c> or <c>id:name="result"</c>.</summary>
    private static string Wire(bool canonical, params ChatMessage[] messages)
    {
        Assert.Equal(canonical, CallPairing.IsCanonical(messages));
        return RequestBody.OfMessages(messages)
            .Replace("""{"role":"tool","toolCallId":""", "{", StringComparison.Ordinal)
            .Replace(""","arguments":"{}"}""", "}", StringComparison.Ordinal)
            .Replace("\"role\":", "", StringComparison.Ordinal).Replace("\"content\":", "", StringComparison.Ordinal)
            .Replace("\"toolCalls\":", "", StringComparison.Ordinal).Replace("\"id\":", "", StringComparison.Ordinal)
            .Replace("\"name\":", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Write_CanonicalHistory_AsItStands() =>
        Assert.Equal(
            "{user,go},{assistant,so,[{a,f},{b,g}]},{a,f,1},{b,g,2},{assistant,done}",
            Wire(true, User(Text("go")), Assistant(Text("so"), Call("a"), Call("b", "g")), Tool(Result("a", "1"), Result("b", "2")), Assistant(Text("done"))));

    [Fact]
    public void Write_ResultsOverSeveralMessages_AsTheyStand() =>
        Assert.Equal(
            "{assistant,[{a,f},{b,g}]},{a,f,1},{b,g,2}",
            Wire(true, Assistant(Call("a"), Call("b", "g")), Tool(Result("a", "1")), User(Result("b", "2"))));

    [Fact]
    public void Write_ResultsBesideTheirCalls_AfterTheMessage() =>
        Assert.Equal(
            "{assistant,xy,[{a,f},{b,g}]},{a,f,1},{b,g,2}",
            Wire(true, Assistant(Text("x"), Call("a"), Result("a", "1"), Text("y"), Call("b", "g"), Result("b", "2"))));

    [Fact]
    public void Write_ResultsInOtherOrder_InTheOrderOfTheCalls() =>
        Assert.Equal(
            "{assistant,[{a,f},{b,g}]},{a,f,1},{b,g,2}",
            Wire(false, Assistant(Call("a"), Call("b", "g")), Tool(Result("b", "2"), Result("a", "1"))));

    [Fact]
    public void Write_MidStreamResponse_ResultsDirectlyAfterTheirCalls() =>
        Assert.Equal(
            "{assistant,so,[{a,f},{b,g}]},{a,f,1},{b,g,2},{assistant,more},{user,next}",
            Wire(false, Assistant(Text("so"), Call("a"), Call("b", "g")), Tool(Result("a", "1")), Assistant(Text("more")), Tool(Result("b", "2")), User(Text("next"))));

    [Fact]
    public void Write_MidStreamStreamCollected_ResultsDirectlyAfterTheirCalls()
    {
        ChatResponseUpdate Update(ChatRole role, string id, AIContent content) => new(role, [content]) { MessageId = id };
        ChatResponse response = new[]
        {
            Update(ChatRole.Assistant, "m1", Text("so ")), Update(ChatRole.Assistant, "m1", Call("a")), Update(ChatRole.Assistant, "m1", Call("b", "g")),
            Update(ChatRole.Tool, "m2", Result("a", "1")), Update(ChatRole.Assistant, "m3", Text("more")), Update(ChatRole.Tool, "m4", Result("b", "2")),
        }.ToChatResponse();

        Assert.Equal("{assistant,so ,[{a,f},{b,g}]},{a,f,1},{b,g,2},{assistant,more}", Wire(false, [.. response.Messages]));
    }

    [Fact]
    public void Write_ResultsBeforeTheirCalls_AfterThem() =>
        Assert.Equal(
            "{user,go},{assistant,[{a,f},{b,g}]},{a,f,1},{b,g,2}",
            Wire(false, Tool(Result("b", "2")), User(Text("go")), Tool(Result("a", "1")), Assistant(Call("a"), Call("b", "g"))));

    [Fact]
    public void Write_ResultBeforeItsCallInOneMessage_AfterIt() =>
        Assert.Equal("{assistant,[{a,f}]},{a,f,1}", Wire(false, Assistant(Result("a", "1"), Call("a"))));

    [Fact]
    public void Write_ResultBesideAUsersText_LeavesTheText() =>
        Assert.Equal(
            "{assistant,[{a,f}]},{a,f,1},{user,and?}",
            Wire(false, Assistant(Call("a")), User(Text("and?"), Result("a", "1"))));

    [Fact]
    public void Write_IdRepeatedInEveryTurn_EachTurnItsOwn() =>
        Assert.Equal(
            "{assistant,[{call_0,f}]},{call_0,f,1},{assistant,[{call_0,g}]},{call_0,g,2}",
            Wire(true, Assistant(Call("call_0")), Tool(Result("call_0", "1")), Assistant(Call("call_0", "g")), Tool(Result("call_0", "2"))));

    [Fact]
    public void Write_IdRepeatedAndInterleaved_NearestOpenCall() =>
        Assert.Equal(
            "{assistant,[{call_0,f}]},{call_0,f,2},{user,u},{assistant,[{call_0,g}]},{call_0,g,1}",
            Wire(false, Assistant(Call("call_0")), User(Text("u")), Assistant(Call("call_0", "g")), Tool(Result("call_0", "1")), Tool(Result("call_0", "2"))));

    [Fact]
    public void Write_HeadCutOff_OrphanLeavesTheLaterTurnItsResult() =>
        Assert.Equal(
            "{call_0,old},{assistant,[{call_0,f}]},{call_0,f,new}",
            Wire(false, Tool(Result("call_0", "old")), Assistant(Call("call_0")), Tool(Result("call_0", "new"))));

    [Fact]
    public void Write_IdTwiceInOneMessage_InTheOrderOfTheCalls() =>
        Assert.Equal(
            "{assistant,[{x,f},{x,g}]},{x,f,1},{x,g,2},{user,u}",
            Wire(false, Assistant(Call("x"), Call("x", "g")), Tool(Result("x", "1")), User(Text("u")), Tool(Result("x", "2"))));

    [Fact]
    public void Write_IdTwiceInOneMessageAroundAnAnsweredCall_FirstCall() =>
        Assert.Equal(
            "{assistant,[{x,f},{y,g},{x,h}]},{x,f,rx},{y,g,ry}",
            Wire(canonical: false, Assistant(Call("x", "f"), Call("y", "g"), Call("x", "h")), Tool(Result("y", "ry"), Result("x", "rx"))));

    [Fact]
    public void Write_EarlierOpenCallAndCallAfterTheResult_TheEarlierOne() =>
        Assert.Equal(
            "{assistant,[{x,f}]},{x,f,1},{assistant,[{x,g}]}",
            Wire(false, Assistant(Call("x")), Assistant(Result("x", "1"), Call("x", "g"))));

    [Fact]
    public void Write_OrphansAndOpenCalls_StayWhereTheyAre() =>
        Assert.Equal(
            "{o1,1},{assistant,[{a,f},{b,g}]},{b,g,2},{o2,3},{user,u},{o3,4}",
            Wire(false, Tool(Result("o1", "1")), Assistant(Call("a"), Call("b", "g"), Result("o2", "3")), User(Text("u")), Tool(Result("b", "2"), Result("o3", "4"))));

    [Fact]
    public void Write_ResultTwice_SecondStays() =>
        Assert.Equal(
            "{assistant,[{a,f}]},{a,f,1},{user,u},{a,2}",
            Wire(false, Assistant(Call("a")), Tool(Result("a", "1")), User(Text("u")), Tool(Result("a", "2"))));

    [Fact]
    public void Write_ResultsWithUsageAndEmptyText_OnlyTheResults() =>
        Assert.Equal(
            "{assistant,[{a,f}]},{a,f,1},{assistant,end}",
            Wire(true, Assistant(Call("a")), Assistant(Result("a", "1"), new UsageContent(), Text("")), Assistant(Text("end"))));

    [Fact]
    public void IsCanonical_LongHistory_AllocatesNothing()
    {
        List<ChatMessage> messages = [];
        for (var i = 0; i < 100; i++)
            messages.AddRange([User(Text("u")), Assistant(Text("t"), Call("a"), Call("b")), Tool(Result("a", "1"), Result("b", "2"))]);
        Assert.True(CallPairing.IsCanonical(messages));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var canonical = CallPairing.IsCanonical(messages);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(canonical);
        Assert.Equal(0, allocated);
    }
}
