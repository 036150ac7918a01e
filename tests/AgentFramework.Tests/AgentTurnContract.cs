using System.Diagnostics;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

/// <summary>Turns of an agent, and the history that its session keeps of them.</summary>
public abstract class AgentTurnContract : AgentContract
{
    [Fact]
    public async Task Run_ClientInvokesFunctions_IsNotWrappedInAnotherThatDoes()
    {
        var echo = new CountedFunction(Echo);
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        using var client = Client(model);
        var agent = new ChatClientAgent(client, tools: [echo]);

        var updates = await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Same(client, agent.GetService<FunctionInvokingChatClient>());
        Assert.Equal((1, 2), (echo.Count, model.Requests.Count));
        Assert.Single(updates.SelectMany(update => update.Contents).OfType<FunctionResultContent>());
        Assert.Equal("world", TextOf(updates));
    }

    [Fact]
    public async Task Run_SecondTurn_RequestHasTheWholeFirstTurn()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("one"), Calls(CallEcho("c2", "b")), Says("two"));
        var agent = Agent(model, Echo);
        var session = await agent.CreateSessionAsync(Token);

        await SayAsync(agent, session, "hello");
        await SayAsync(agent, session, "again");

        string[] first = ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: one", "user: again"];
        Assert.Equal(first, model.Requests[2].Messages);
        Assert.Equal([.. first, "assistant: call(c2 Echo text=b)", "tool: result(c2 echo b)", "assistant: two"], History.Describe(StoredIn(session)));
    }

    [Fact]
    public async Task Run_SessionIsStoredAndRestored_RequestIsTheSame()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("one"), Says("two"));
        var agent = Agent(model, Echo);
        var session = await agent.CreateSessionAsync(Token);
        await SayAsync(agent, session, "hello");

        var stored = await agent.SerializeSessionAsync(session, cancellationToken: Token);
        await SayAsync(agent, await agent.DeserializeSessionAsync(stored, cancellationToken: Token), "again");

        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: one", "user: again"],
            model.Requests[2].Messages);
    }

    [Fact]
    public async Task Run_ResponsesOfAnAgent_HaveItsName()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Echo);

        var updates = await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.All(updates, update => Assert.Equal("Helper", update.AuthorName));
        Assert.Equal(ChatRole.Assistant, updates[^1].Role);
    }

    [Fact]
    public async Task Run_FunctionOfAnAgent_SeesTheRunAndItsSession()
    {
        AgentSession? seen = null;
        using var model = new ScriptedChatClient(Calls(Call("c1", "See")), Says("world"));
        var agent = Agent(model, AIFunctionFactory.Create(() => { seen = AIAgent.CurrentRunContext?.Session; }, "See"));
        var session = await agent.CreateSessionAsync(Token);

        await SayAsync(agent, session, "hello");

        Assert.Same(session, seen);
    }

    [Fact]
    public async Task Run_ModelFailsAfterACall_SessionKeepsNothingOfTheTurn()
    {
        using var model = new ScriptedChatClient(new Round(Update(CallEcho("c1", "a")), new IOException("broken")), Says("world"));
        var agent = Agent(model, Echo);
        var session = await agent.CreateSessionAsync(Token);

        await Assert.ThrowsAsync<IOException>(() => SayAsync(agent, session, "hello"));
        await SayAsync(agent, session, "again");

        Assert.Equal(["user: again"], model.Requests[1].Messages);
    }

    [Fact]
    public async Task Run_CallerStopsReading_StreamOfTheModelIsClosed()
    {
        using var model = new ScriptedChatClient(new Round(Text("Hm."), Update(CallEcho("c1", "a")), Text("So.")));
        var agent = Agent(model, Echo);
        var session = await agent.CreateSessionAsync(Token);

        await foreach (var update in agent.RunStreamingAsync("hello", session, cancellationToken: Token))
        {
            Assert.Equal("Hm.", update.Text);
            break;
        }

        Assert.Equal(0, model.OpenStreams);
        Assert.False(session.TryGetInMemoryChatHistory(out var stored) && stored.Count > 0);
    }

    [Fact]
    public async Task Run_AgentAllowsConcurrentInvocation_ClientDoesToo()
    {
        using var model = new ScriptedChatClient();
        using var client = Client(model);

        _ = new ChatClientAgent(client, new ChatClientAgentOptions { AllowConcurrentInvocation = true });

        Assert.True(client.AllowConcurrentInvocation);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Run_NotStreaming_SessionIsTheSame()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("one"));
        var agent = Agent(model, Echo);
        var session = await agent.CreateSessionAsync(Token);

        var response = await agent.RunAsync("hello", session, cancellationToken: Token);

        Assert.Equal("one", response.Text);
        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: one"],
            History.Describe(StoredIn(session)));
    }

    [Fact]
    public async Task Run_AnAgentIsTheToolOfAnother_BothInvokeTheirOwn()
    {
        using var innerModel = new ScriptedChatClient(Calls(CallEcho("i1", "inner")), Says("inner says"));
        using var model = new ScriptedChatClient(Calls(Call("c1", "Helper", ("query", "?"))), Says("world"));
        var outer = Agent(model, Agent(innerModel, Echo).AsAIFunction());

        var updates = await SayAsync(outer, await outer.CreateSessionAsync(Token), "hello");

        Assert.Equal(["user: hello", "assistant: call(c1 Helper query=?)", "tool: result(c1 inner says)"], model.Requests[1].Messages);
        Assert.Equal("tool: result(i1 echo inner)", innerModel.Requests[1].Messages[^1]);
        Assert.Equal("world", TextOf(updates));
    }

    [Fact]
    public async Task Run_UnderTheAgentsTelemetry_FunctionsAreUnderTheSpanOfTheRun()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Calls(CallEcho("c2", "b")), Says("world"))
        {
            ActivitySource = activities.Source,
        };
        var agent = Agent(model, Echo).AsBuilder().UseOpenTelemetry(activities.Source.Name).Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        var run = Assert.Single(activities.Ended, activity => activity.DisplayName.StartsWith("invoke_agent ", StringComparison.Ordinal));
        Assert.Equal(2, activities.Tools.Count());
        Assert.All(activities.Tools, tool => Assert.Contains(run, Ancestors(tool, activities.Ended)));
    }

    private static IEnumerable<Activity> Ancestors(Activity activity, IReadOnlyList<Activity> all)
    {
        for (var current = activity; current is not null; current = all.FirstOrDefault(other => other.SpanId == current.ParentSpanId))
            yield return current;
    }
}
