using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What becomes of the messages that the caller gives.</summary>
public abstract class CallerHistoryContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    [Fact]
    public async Task Ask_CallsOverSeveralTurns_CallerCanSendTheAnswerBack()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a"))), Says("one"),
            Calls(Call("c2", "Echo", ("text", "b"))), Says("two"));
        var client = Client(model);
        List<ChatMessage> history = [new(ChatRole.User, "hello")];

        history.AddRange((await AskAsync(client, history, With(Echo()))).Succeeded().Response.Messages);
        history.Add(new ChatMessage(ChatRole.User, "again"));
        await AskAsync(client, history, With(Echo()));

        Assert.Equal(
            [
                "user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: one",
                "user: again", "assistant: call(c2 Echo text=b)", "tool: result(c2 echo b)",
            ],
            model.Requests[3].Messages);
    }

    [Fact]
    public async Task Ask_AnyRequest_LeavesTheMessagesOfTheCallerAsTheyWere()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));
        List<ChatMessage> messages = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "hello")];

        (await AskAsync(Client(model), messages, With(Echo()))).Succeeded();

        Assert.Equal(["system: Be brief.", "user: hello"], messages.Select(RecordedRequest.Describe));
        Assert.Equal(["system: Be brief.", "user: hello"], model.Requests[1].Messages.Take(2));
    }

    [Fact]
    public async Task Ask_CallThatTheCallerAnswersTurnsLater_TurnsInBetweenStayInTheirOrder()
    {
        using var model = new ScriptedChatClient(Says("world"));
        ChatMessage[] history =
        [
            new(ChatRole.User, "hello"), new(ChatRole.Assistant, [Call("c1", "Slow"), Call("c2", "Fast")]), Result("c2"),
            new(ChatRole.User, "and?"), new(ChatRole.Assistant, [Call("c3", "Fast")]), Result("c3"), new(ChatRole.Assistant, "Soon."),
            new(ChatRole.User, "Here it is."), Result("c1"),
        ];

        await AskAsync(Client(model), history);

        Assert.Equal(history.Select(RecordedRequest.Describe), model.Requests[0].Messages);

        static ChatMessage Result(string id) => new(ChatRole.Tool, [new FunctionResultContent(id, "r")]);
    }

    [Fact]
    public async Task Ask_MessagesThatCanBeReadOnce_AreReadOnce()
    {
        var reads = 0;
        IEnumerable<ChatMessage> Messages()
        {
            reads++;
            yield return new ChatMessage(ChatRole.User, "hello");
        }

        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        (await AskAsync(Client(model), Messages(), With(Echo()))).Succeeded();

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Ask_NoMessagesGiven_ArgumentNullException()
    {
        using var model = new ScriptedChatClient();

        var turn = await AskAsync(Client(model), messages: null!);

        Assert.Equal("messages", Assert.IsType<ArgumentNullException>(turn.Failure).ParamName);
    }
}
