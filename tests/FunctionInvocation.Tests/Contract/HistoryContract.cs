using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What the model is sent in each round, and what the caller has in the end.</summary>
public abstract class HistoryContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    [Fact]
    public async Task Ask_OneCall_SecondRequestHasTheCallThenItsResult()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Equal(["user: hello"], model.Requests[0].Messages);
        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)"], model.Requests[1].Messages);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal("world", turn.Succeeded().Text);
        Assert.Equal(["c1: echo a"], turn.ResultTexts);
    }

    [Fact]
    public async Task Ask_SeveralRounds_HistoryGrowsByCallAndResult()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "One")),
            Calls(Call("c2", "Echo", ("text", "42"))),
            Calls(Call("c3", "Nothing")),
            Says("world"));
        var options = With(Returns("One", "1"), Echo(), AIFunctionFactory.Create(() => { }, "Nothing"));

        var turn = await AskAsync(Client(model), options);

        Assert.Equal(
            [
                "user: hello",
                "assistant: call(c1 One)", "tool: result(c1 1)",
                "assistant: call(c2 Echo text=42)", "tool: result(c2 echo 42)",
                "assistant: call(c3 Nothing)", "tool: result(c3 Success: Function completed.)",
            ],
            model.Requests[3].Messages);
        Assert.Equal(["c1: 1", "c2: echo 42", "c3: Success: Function completed."], turn.Succeeded().ResultTexts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_SeveralCallsInOneUpdate_ResultsInOneMessageInTheOrderOfTheCalls(bool concurrent)
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a")), Call("c2", "Echo", ("text", "b")), Call("c3", "Echo", ("text", "c"))),
            Says("world"));
        var client = Client(model);
        client.AllowConcurrentInvocation = concurrent;

        await AskAsync(client, With(Echo()));

        Assert.Equal(
            [
                "user: hello",
                "assistant: call(c1 Echo text=a) call(c2 Echo text=b) call(c3 Echo text=c)",
                "tool: result(c1 echo a) result(c2 echo b) result(c3 echo c)",
            ],
            model.Requests[1].Messages);
    }

    [Fact]
    public async Task Ask_ConcurrentFunctionsEndInReverse_ResultsInTheOrderOfTheCalls()
    {
        var secondEnded = new TaskCompletionSource();
        using var model = new ScriptedChatClient(Calls(Call("c1", "First"), Call("c2", "Second")), Says("world"));
        var client = Client(model);
        client.AllowConcurrentInvocation = true;
        var first = AIFunctionFactory.Create(async () => { await secondEnded.Task; return "1"; }, "First");
        var second = AIFunctionFactory.Create(() => { secondEnded.SetResult(); return "2"; }, "Second");

        await AskAsync(client, With(first, second));

        Assert.Equal("tool: result(c1 1) result(c2 2)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Ask_ConcurrencyNotAllowed_OneFunctionAtATime()
    {
        var running = 0;
        var most = 0;
        using var model = new ScriptedChatClient(Calls(Call("c1", "Count"), Call("c2", "Count"), Call("c3", "Count")), Says("world"));
        var count = AIFunctionFactory.Create(
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
                return Interlocked.Decrement(ref running);
            },
            "Count");

        var turn = await AskAsync(Client(model), With(count));

        Assert.Equal(3, turn.Succeeded().Results.Count());
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Ask_TextAroundCallsInSeveralUpdates_OneAssistantMessageThenTheResults()
    {
        using var model = new ScriptedChatClient(
            new Round(
                Text("Let me "), Text("see. "), Update(Call("c1", "Echo", ("text", "a"))), Text("And "), Text("then. "),
                Update(Call("c2", "Echo", ("text", "b"))), Text("Wait.")),
            Says(" Done."));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Equal(
            [
                "user: hello",
                "assistant: Let me see.  call(c1 Echo text=a) And then.  call(c2 Echo text=b) Wait.",
                "tool: result(c1 echo a) result(c2 echo b)",
            ],
            model.Requests[1].Messages);
        Assert.Equal("Let me see. And then. Wait. Done.", turn.Succeeded().Text);
    }

    [Fact]
    public async Task Ask_SeveralAssistantMessagesInOneRound_StaySeparateBeforeTheResults()
    {
        var thought = Text("Let me see.");
        thought.MessageId = "m-a";
        var call = Update(Call("c1", "Echo", ("text", "a")));
        call.MessageId = "m-b";
        using var model = new ScriptedChatClient(new Round(thought, call), Says("Done."));

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal(
            ["user: hello", "assistant: Let me see.", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)"],
            model.Requests[1].Messages);
    }

    [Fact]
    public async Task Ask_ReasoningBesideCalls_IsSentBackInItsPlace()
    {
        using var model = new ScriptedChatClient(
            new Round(Update(new TextReasoningContent("hm")), Update(Call("c1", "Echo", ("text", "a")))),
            Says("Done."));

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal("assistant: thinks(hm) call(c1 Echo text=a)", model.Requests[1].Messages[1]);
    }

    [Fact]
    public async Task Ask_UsageBesideCalls_IsNotSentBack()
    {
        var sent = new List<AIContent>();
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Echo", ("text", "a"))), Usage(1, 1)),
            Says("Done."));
        var client = Client(model.AsBuilder().Use((messages, options, next, token) =>
        {
            sent.AddRange(messages.SelectMany(message => message.Contents));
            return next(messages, options, token);
        }).Build());

        await AskAsync(client, With(Echo()));

        Assert.DoesNotContain(sent, content => content is UsageContent);
        Assert.Contains(sent, content => content is FunctionResultContent);
    }

    [Fact]
    public async Task Ask_SameCallIdInEveryRound_EachCallIsInvoked()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("same", "Echo", ("text", "a"))), Calls(Call("same", "Echo", ("text", "a"))), Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Equal(["same: echo a", "same: echo a"], turn.Succeeded().ResultTexts);
        Assert.Equal(
            [
                "user: hello", "assistant: call(same Echo text=a)", "tool: result(same echo a)",
                "assistant: call(same Echo text=a)", "tool: result(same echo a)",
            ],
            model.Requests[2].Messages);
    }

    [Fact]
    public async Task Ask_CallsThatDifferWithoutIds_EachIsInvoked()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("", "Echo", ("text", "a")), Call("", "Echo", ("text", "b"))), Says("world"));

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal("tool: result( echo a) result( echo b)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Ask_TextWithSomethingOfTheModelsOwn_IsSentBackWithIt()
    {
        var own = new object();
        AIContent? sent = null;
        using var model = new ScriptedChatClient(
            new Round(Update(new TextContent("Hm.") { RawRepresentation = own }), Update(Call("c1", "Echo", ("text", "a")))), Says("world"));
        var client = Client(model.AsBuilder().Use((messages, options, next, token) =>
        {
            sent = messages.FirstOrDefault(message => message.Role == ChatRole.Assistant)?.Contents[0];
            return next(messages, options, token);
        }).Build());

        await AskAsync(client, With(Echo()));

        Assert.Same(own, sent?.RawRepresentation);
    }
}
