using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

/// <summary>Function middleware of agents: it finds its context through the client that invokes.</summary>
public abstract class AgentMiddlewareContract : AgentContract
{
    [Fact]
    public async Task Middleware_EveryCall_SeesItsContextOnce()
    {
        var seen = new List<string>();
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a"), CallEcho("c2", "b")), Calls(CallEcho("c3", "c")), Says("world"));
        var agent = Agent(model, Echo).AsBuilder().Use(async (agent, context, next, token) =>
        {
            Assert.True(context.IsStreaming);
            Assert.Equal("user: hello", RecordedRequest.Describe(context.Messages[0]));
            Assert.Equal(ChatRole.Assistant, context.Messages[^1].Role);
            seen.Add($"{agent.Name} {context.CallContent.CallId} {context.Function.Name} round {context.Iteration} index {context.FunctionCallIndex}");
            return await next(context, token);
        }).Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Equal(["Helper c1 Echo round 0 index 0", "Helper c2 Echo round 0 index 1", "Helper c3 Echo round 1 index 0"], seen);
        Assert.Equal("tool: result(c3 echo c)", model.Requests[2].Messages[^1]);
    }

    [Fact]
    public async Task Middleware_ChangesArgumentsAndResult_FunctionAndModelSeeTheChange()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Echo).AsBuilder().Use(async (_, context, next, token) =>
        {
            context.Arguments["text"] = "changed";
            return $"wrapped {Plain(await next(context, token))}";
        }).Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Equal("tool: result(c1 wrapped echo changed)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Middleware_ReplacesTheFunction_TheOtherRuns()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var other = AIFunctionFactory.Create((string text) => $"other {text}", "Other");
        var agent = Agent(model, Echo).AsBuilder().Use((_, context, next, token) =>
        {
            context.Function = other;
            return next(context, token);
        }).Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Equal("tool: result(c1 other a)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Middleware_Terminates_TurnEndsAndTheNextRequestIsValid()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("two"));
        var agent = Agent(model, Echo).AsBuilder().Use((_, context, next, token) =>
        {
            context.Terminate = true;
            return next(context, token);
        }).Build();
        var session = await agent.CreateSessionAsync(Token);

        await SayAsync(agent, session, "hello");
        Assert.Single(model.Requests);
        await SayAsync(agent, session, "again");

        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "user: again"],
            model.Requests[1].Messages);
    }

    [Fact]
    public async Task Middleware_Fails_ModelIsToldAsOfAFailingFunction()
    {
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Echo).AsBuilder().Use((_, _, _, _) => throw new InvalidOperationException("boom")).Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Equal("tool: result(c1 Error: Function failed.)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Middleware_TwoOfThem_LastAddedRunsFirstWithTheSameContext()
    {
        var seen = new List<string>();
        var contexts = new HashSet<FunctionInvocationContext>(ReferenceEqualityComparer.Instance);
        using var model = new ScriptedChatClient(Calls(CallEcho("c1", "a")), Says("world"));
        var agent = Agent(model, Echo).AsBuilder()
            .Use((_, context, next, token) => Note("first", context, next, token))
            .Use((_, context, next, token) => Note("second", context, next, token))
            .Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Equal(["second", "first"], seen);
        Assert.Single(contexts);

        ValueTask<object?> Note(
            string name,
            FunctionInvocationContext context,
            Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> next,
            CancellationToken token)
        {
            seen.Add(name);
            contexts.Add(context);
            return next(context, token);
        }
    }

    [Fact]
    public async Task Middleware_FunctionAddsATool_ItIsCalledThroughTheMiddlewareToo()
    {
        var seen = new List<string>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Load")), Calls(CallEcho("c2", "a")), Says("world"));
        var load = AIFunctionFactory.Create(() => FunctionInvokingChatClient.CurrentContext!.Options!.Tools!.Add(Echo), "Load");
        var agent = Agent(model, load).AsBuilder().Use((_, context, next, token) =>
        {
            seen.Add(context.Function.Name);
            return next(context, token);
        }).Build();

        await SayAsync(agent, await agent.CreateSessionAsync(Token), "hello");

        Assert.Equal(["Load", "Echo"], seen);
        Assert.Equal("tool: result(c2 echo a)", model.Requests[2].Messages[^1]);
    }
}
