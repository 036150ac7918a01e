using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

/// <summary>What only functions that start during the stream bring to an agent.</summary>
public sealed class MidStreamAgentStreamTests : AgentContract
{
    [Fact]
    public async Task Run_FunctionIsStillRunning_TextOfTheModelGoesOn()
    {
        var released = new TaskCompletionSource();
        using var model = new ScriptedChatClient(new Round(Text("One moment. "), Update(Call("c1", "Wait")), Text("Still here. ")), Says("Done."));
        var agent = Agent(model, Wait(released.Task));
        await using var updates = agent.RunStreamingAsync("hello", cancellationToken: Token).GetAsyncEnumerator(Token);
        var text = "";

        while (!text.EndsWith("Still here. ", StringComparison.Ordinal) && await updates.MoveNextAsync())
            text += updates.Current.Text;
        Assert.Equal("One moment. Still here. ", text);
        released.SetResult();
        while (await updates.MoveNextAsync())
            text += updates.Current.Text;

        Assert.Equal("One moment. Still here. Done.", text);
        Assert.Equal("tool: result(c1 waited)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Run_TextAfterAResult_NextTurnSendsCallsAndResultsInOrder()
    {
        var between = new TaskCompletionSource();
        using var model = new ScriptedChatClient(
            new Round(Text("Hm. "), Update(CallEcho("c1", "a"), Call("c2", "Wait")), between.Task, Text("So. ")),
            Says("Done."),
            Says("Bye."));
        var client = Client(model);
        client.AllowConcurrentInvocation = true;
        var released = new TaskCompletionSource();
        var agent = new ChatClientAgent(client, tools: [Echo, Wait(released.Task)]);
        var session = await agent.CreateSessionAsync(Token);

        await foreach (var update in agent.RunStreamingAsync("hello", session, cancellationToken: Token))
        {
            if (update.Contents.Any(content => content is FunctionResultContent { CallId: "c1" })) between.SetResult();
            if (update.Text == "So. ") released.SetResult();
        }

        await SayAsync(agent, session, "again");

        Assert.Equal(
            [
                "user: hello", "assistant: Hm.  call(c1 Echo text=a) call(c2 Wait) So. ",
                "tool: result(c1 echo a)", "tool: result(c2 waited)", "assistant: Done.", "user: again",
            ],
            model.Requests[2].Messages);
        History.AssertPaired(StoredIn(session));
        Assert.Equal(
            [
                "user: hello", "assistant: Hm.  call(c1 Echo text=a) call(c2 Wait)", "tool: result(c1 echo a)", "assistant: So. ",
                "tool: result(c2 waited)", "assistant: Done.", "user: again", "assistant: Bye.",
            ],
            History.Describe(StoredIn(session)));
    }

    [Fact]
    public async Task Run_FreeCallBesideAGuardedOne_FreeOneRunsInTheFirstTurn()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a"), Call("c2", "Free")), Says("world"));
        var free = new CountedFunction(AIFunctionFactory.Create(() => "free", "Free"));
        var agent = Agent(model, new ApprovalRequiredAIFunction(Echo), free);
        var session = await agent.CreateSessionAsync(Token);

        var first = await SayAsync(agent, session, "hello");
        Assert.Equal(1, free.Count);
        var request = first.SelectMany(update => update.Contents).OfType<ToolApprovalRequestContent>().Single();
        await RunAsync(agent, session, new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)]));

        Assert.Equal(1, free.Count);
        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: call(c2 Free)", "tool: result(c2 free)"],
            model.Requests[1].Messages);
    }

    [Fact]
    public async Task Run_CallerStopsWhileAFunctionRuns_FunctionIsCancelledAndWaitedFor()
    {
        var ended = false;
        var begun = new TaskCompletionSource();
        using var model = new ScriptedChatClient(new Round(Text("Hm."), Update(Call("c1", "Wait")), begun.Task, Text("So.")));
        var wait = AIFunctionFactory.Create(
            async (CancellationToken token) =>
            {
                var cancelled = new TaskCompletionSource();
                await using var registration = token.Register(cancelled.SetResult);
                begun.SetResult();
                await cancelled.Task;
                await Task.Yield();
                ended = true;
                token.ThrowIfCancellationRequested();
            },
            "Wait");
        var agent = Agent(model, wait);
        var started = false;

        await foreach (var update in agent.RunStreamingAsync("hello", cancellationToken: Token))
        {
            started = update.Text == "So.";
            if (started) break;
        }

        Assert.True(started && ended);
        Assert.Equal(0, model.OpenStreams);
    }

    protected override FunctionInvokingChatClient Client(IChatClient inner) => new MidStreamFunctionInvokingChatClient(inner);

    private static AIFunction Wait(Task released) => AIFunctionFactory.Create(
        async (CancellationToken token) =>
        {
            await released.WaitAsync(token);
            return "waited";
        },
        "Wait");
}
