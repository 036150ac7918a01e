using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>A caller's history goes to the inner client in the order that every service takes.</summary>
public sealed class HistoryOrderTests : MidStreamTest
{
    [Fact]
    public async Task Send_CollectedTurnWithTextBetweenResults_AssistantIsOneMessageBeforeThem()
    {
        var sent = await SendAsync(
            Assistant(new TextContent("a"), Call("c1", "A"), Call("c2", "B")), Tool("c2"), Assistant(new TextContent("b"), Call("c3", "C")), Tool("c3"), Tool("c1"));

        Assert.Equal(["assistant: a call(c1 A) call(c2 B) b call(c3 C)", "tool: result(c2 of c2)", "tool: result(c3 of c3)", "tool: result(c1 of c1)"], sent);
    }

    [Fact]
    public async Task Send_TextAfterAllResults_StaysWhereItIs()
    {
        string[] expected = ["assistant: call(c1 A)", "tool: result(c1 of c1)", "assistant: b"];

        Assert.Equal(expected, await SendAsync(Assistant(Call("c1", "A")), Tool("c1"), Assistant(new TextContent("b"))));
    }

    [Fact]
    public async Task Send_CallThatIsNeverAnswered_ChangesNothing()
    {
        string[] expected = ["assistant: call(c1 A)", "user: never mind", "assistant: b", "assistant: call(c2 A)", "tool: result(c2 of c2)"];

        Assert.Equal(expected, await SendAsync(
            Assistant(Call("c1", "A")), new(ChatRole.User, "never mind"), Assistant(new TextContent("b")), Assistant(Call("c2", "A")), Tool("c2")));
    }

    [Fact]
    public async Task Send_IdsUsedAgainInEachRound_ChangesNothing()
    {
        string[] expected = ["assistant: call(c A)", "tool: result(c of c)", "assistant: call(c A)", "tool: result(c of c)", "assistant: b"];

        Assert.Equal(expected, await SendAsync(
            Assistant(Call("c", "A")), Tool("c"), Assistant(Call("c", "A")), Tool("c"), Assistant(new TextContent("b"))));
    }

    [Fact]
    public async Task Send_AnswerOfALaterTurn_ChangesNothing()
    {
        string[] expected = ["assistant: call(c1 A)", "user: hurry", "assistant: b", "tool: result(c1 of c1)"];

        Assert.Equal(expected, await SendAsync(Assistant(Call("c1", "A")), new(ChatRole.User, "hurry"), Assistant(new TextContent("b")), Tool("c1")));
    }

    [Fact]
    public async Task Send_AnswerOfALaterTurnAfterAReordering_JoinsTheRightMessages()
    {
        var sent = await SendAsync(
            Assistant(Call("c1", "A")), Assistant(new TextContent("a")), new(ChatRole.User, "hurry"),
            Assistant(Call("c2", "B")), Tool("c1"), Assistant(new TextContent("b")), Tool("c2"));

        Assert.Equal(
            ["assistant: call(c1 A) a", "user: hurry", "assistant: call(c2 B) b", "tool: result(c1 of c1)", "tool: result(c2 of c2)"], sent);
    }

    [Fact]
    public async Task Send_MessageWithoutContentBehindResults_IsLeftOut()
    {
        string[] expected = ["assistant: call(c1 A)", "tool: result(c1 of c1)", "user: go on"];

        Assert.Equal(expected, await SendAsync(Assistant(Call("c1", "A")), Tool("c1"), Assistant(), new(ChatRole.User, "go on")));
    }

    [Fact]
    public async Task Send_Reordered_CallersMessagesAreNotChanged()
    {
        var first = Assistant(Call("c1", "A"));

        await SendAsync(first, Assistant(new TextContent("b")), Tool("c1"));

        Assert.Equal("assistant: call(c1 A)", RecordedRequest.Describe(first));
    }

    [Fact]
    public async Task Send_TurnOfOurOwn_CollectedAndSentAgainIsValid()
    {
        var (slow, quick) = (new GatedFunction("Slow"), new GatedFunction("Quick"));
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Slow"), Call("c2", "Quick")), Text("a"), slow.Started, Text("b")), Says("c"), Says("d"));
        using var client = Client(model, concurrent: true);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync("hello", With(slow, quick), Token))
        {
            updates.Add(update);
            if (updates.Count == 1) quick.End();
            if (update.Text == "b") slow.End();
        }

        await AskAsync(client, With(slow, quick), [new(ChatRole.User, "hello"), .. updates.ToChatResponse().Messages, new(ChatRole.User, "again")]);

        var sent = model.Requests[2].Messages;
        Assert.Equal("assistant: call(c1 Slow) call(c2 Quick)", sent[1].Replace(" ab", "", StringComparison.Ordinal));
        Assert.Equal(["tool: result(c1 done)", "tool: result(c2 done)"], sent.Skip(2).Take(2).Order(StringComparer.Ordinal));
        Assert.Equal("user: again", sent[^1]);
    }

    private static ChatMessage Assistant(params AIContent[] contents) => new(ChatRole.Assistant, contents);

    private static ChatMessage Tool(string callId) => new(ChatRole.Tool, [new FunctionResultContent(callId, $"of {callId}")]);

    private static async Task<IReadOnlyList<string>> SendAsync(params ChatMessage[] history)
    {
        using var model = new ScriptedChatClient(Says("x"));
        (await AskAsync(Client(model), messages: history)).Succeeded();
        return model.Requests[0].Messages;
    }
}
