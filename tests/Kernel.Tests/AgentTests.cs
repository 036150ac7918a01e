using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

/// <summary>What Semantic Kernel's agents rely on.</summary>
public sealed class AgentTests
{
    private static readonly object[] TwoCalls =
        ["Let me see. ", Model.Call("c1", "City-Weather", ("city", "Oslo")), Model.Call("c2", "City-Weather", ("city", "Rome"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Agent_OverTwoTurns_RemembersEverythingOnceAndInOrder(bool streaming)
    {
        var model = new Model(TwoCalls, ["It is ", "sunny."], ["You are welcome."]);
        var agent = new AgentDriver(Kernels.Over(model), Kernels.Auto());

        await agent.AskAsync("Weather?", streaming, Cancel);
        await agent.AskAsync("Thanks.", streaming, Cancel);

        Assert.Equal(["user", "assistant", "tool", "tool", "assistant", "user", "assistant"], agent.Thread.Select(message => message.Role.Label));
        Assert.Equal(["c1", "c2"], Items<FunctionCallContent>(agent).Select(call => call.Id!));
        Assert.Equal(["c1", "c2"], Items<FunctionResultContent>(agent).Select(result => result.CallId!));
        Assert.Equal(streaming ? "Let me see. It is sunny." : "It is sunny.", agent.Thread[4].Content); // an agent adds up all it streams
        Assert.Equal("You are welcome.", agent.Thread[6].Content);
        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "user"], Roles(model.Requests[2]).WithoutRepeats());
        if (streaming) Assert.Equal(["assistant", "tool", "assistant"], agent.Roles.Select(role => role.Label).WithoutRepeats());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Agent_WhoseFilterEndsTheTurn_RemembersTheResultOnce(bool streaming)
    {
        var model = new Model(TwoCalls, ["You are welcome."]);
        var kernel = Kernels.Over(model);
        var filter = new AutoFilter(async (context, next) =>
        {
            await next(context);
            context.Terminate = true;
        });
        kernel.AutoFunctionInvocationFilters.Add(filter);
        var agent = new AgentDriver(kernel, Kernels.Auto());

        await agent.AskAsync("Weather?", streaming, Cancel);

        Assert.Equal(["user", "assistant", "tool", "tool"], agent.Thread.Select(message => message.Role.Label));
        Assert.Equal(["c1", "c2"], Items<FunctionResultContent>(agent).Select(result => result.CallId!));
        if (streaming) Assert.Equal("tool", agent.Roles[^1].Label); // else the agent would remember the results as what the assistant said

        kernel.AutoFunctionInvocationFilters.Clear();
        await agent.AskAsync("Thanks.", streaming, Cancel);
        Assert.Equal("You are welcome.", agent.Thread[^1].Content);
    }

    [Fact]
    public async Task Agent_WhoseModelSaysNothingAfterTheResults_EndsAsAnAssistant()
    {
        var agent = new AgentDriver(Kernels.Over(new Model(TwoCalls, [])), Kernels.Auto());

        await agent.AskAsync("Weather?", streaming: true, Cancel);

        Assert.Equal("assistant", agent.Roles[^1].Label);
        Assert.Equal(["user", "assistant", "tool", "tool", "assistant"], agent.Thread.Select(message => message.Role.Label));
    }

    private static IEnumerable<T> Items<T>(AgentDriver agent) => agent.Thread.SelectMany(message => message.Items).OfType<T>();

    private static IEnumerable<string> Roles(Request request) => request.Messages.Select(message => message.Role.Value);
}

internal static class Runs
{
    /// <summary>Each run of equal values once.</summary>
    public static IEnumerable<string> WithoutRepeats(this IEnumerable<string> values)
    {
        string? last = null;
        foreach (var value in values)
        {
            if (value != last) yield return value;
            last = value;
        }
    }
}
