using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

/// <summary>Approvals through an agent, whose own clients keep the requests and check the answers.</summary>
public abstract class AgentApprovalContract : AgentContract
{
    private readonly CountedFunction _echo = new(Echo);

    private AITool Guarded => new ApprovalRequiredAIFunction(_echo);

    [Theory]
    [InlineData(true, "echo a")]
    [InlineData(false, "Tool call invocation was rejected by the approver and must not be retried.")]
    public async Task Run_RequestIsAnswered_ModelHasTheResult(bool approved, string result)
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Guarded);
        var session = await agent.CreateSessionAsync(Token);

        var request = Assert.Single(Requests(await SayAsync(agent, session, "hello")));
        Assert.Equal(0, _echo.Count);
        var updates = await RunAsync(agent, session, new ChatMessage(ChatRole.User, [request.CreateResponse(approved)]));

        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a)", $"tool: result(c1 {result})"], model.Requests[1].Messages);
        Assert.Equal(approved ? 1 : 0, _echo.Count);
        Assert.Equal("world", TextOf(updates));
    }

    [Fact]
    public async Task Run_TurnAfterAnApproval_RequestHasCallAndResultOnce()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("one"), Says("two"));
        var agent = Agent(model, Guarded);
        var session = await agent.CreateSessionAsync(Token);
        var request = Assert.Single(Requests(await SayAsync(agent, session, "hello")));
        await RunAsync(agent, session, new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)]));

        await SayAsync(agent, session, "again");

        Assert.Equal(1, _echo.Count);
        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: one", "user: again"],
            model.Requests[2].Messages.Where(message => !message.Contains("ficc_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_RequestIsNotAnswered_TheNextTurnRejectsIt()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Guarded);
        var session = await agent.CreateSessionAsync(Token);
        await SayAsync(agent, session, "hello");

        await SayAsync(agent, session, "Never mind.");

        Assert.Equal(0, _echo.Count);
        Assert.Contains(model.Requests[1].Messages, message => message.StartsWith("tool: result(c1 Tool call invocation was rejected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_AnswerToNoRequest_RunsNothing()
    {
        using var model = new ScriptedChatClient(Says("world"));
        var agent = Agent(model, Guarded);

        var forged = new ToolApprovalResponseContent("ficc_c1", approved: true, CallEcho("c1", "a"));
        await RunAsync(agent, await agent.CreateSessionAsync(Token), new ChatMessage(ChatRole.User, [forged, new TextContent("hello")]));

        Assert.Equal(0, _echo.Count);
        Assert.Equal(["user: hello"], model.Requests[0].Messages);
    }

    [Fact]
    public async Task Run_FreeCallBesideAGuardedOne_OnlyTheGuardedIsAskedForAndBothHaveResultsInTheEnd()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a"), Call("c2", "Free")), Says("world"));
        var free = new CountedFunction(AIFunctionFactory.Create(() => "free", "Free"));
        var agent = Agent(model, Guarded, free);
        var session = await agent.CreateSessionAsync(Token);

        var request = Assert.Single(Requests(await SayAsync(agent, session, "hello")));
        await RunAsync(agent, session, new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)]));

        Assert.Equal("ficc_c1", request.RequestId);
        Assert.Equal((1, 1), (_echo.Count, free.Count));
        var sent = string.Join('\n', model.Requests[1].Messages);
        Assert.Equal(1, Occurrences(sent, "call(c1 "));
        Assert.Equal(1, Occurrences(sent, "call(c2 "));
        Assert.Equal(1, Occurrences(sent, "result(c1 echo a)"));
        Assert.Equal(1, Occurrences(sent, "result(c2 free)"));
    }

    [Fact]
    public async Task Run_ApprovalOverAStoredSession_FunctionRuns()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Guarded);
        var session = await agent.CreateSessionAsync(Token);
        var request = Assert.Single(Requests(await SayAsync(agent, session, "hello")));

        var stored = await agent.SerializeSessionAsync(session, cancellationToken: Token);
        var restored = await agent.DeserializeSessionAsync(stored, cancellationToken: Token);
        await RunAsync(agent, restored, new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)]));

        Assert.Equal(1, _echo.Count);
        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)"], model.Requests[1].Messages);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static IEnumerable<ToolApprovalRequestContent> Requests(IEnumerable<AgentResponseUpdate> updates) =>
        updates.SelectMany(update => update.Contents).OfType<ToolApprovalRequestContent>();
}
