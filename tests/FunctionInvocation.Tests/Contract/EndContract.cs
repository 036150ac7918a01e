using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>When the loop ends by itself: the limits of rounds, and a function's own wish.</summary>
public abstract class EndContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static Round CallAgain(int index) => Calls(Call($"c{index}", "Echo", ("text", $"{index}")));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Ask_ModelNeverStopsCalling_EndsAfterTheLimitWithOneRequestWithoutFunctions(int limit)
    {
        using var model = new ScriptedChatClient { Otherwise = CallAgain };
        var client = Client(model);
        client.MaximumIterationsPerRequest = limit;
        var options = With(Echo(), new HostedWebSearchTool());
        options.ToolMode = ChatToolMode.Auto;

        var turn = await AskAsync(client, options);

        Assert.Equal(limit + 1, model.Requests.Count);
        Assert.All(model.Requests.Take(limit), request => Assert.Equal(["Echo", "web_search"], request.ToolNames));
        Assert.Equal(["web_search"], model.Requests[limit].ToolNames);
        Assert.Equal(ChatToolMode.Auto, model.Requests[limit].Options?.ToolMode);
        Assert.Equal(limit, turn.Succeeded().Results.Count());
        Assert.Equal(2, options.Tools?.Count);
    }

    [Fact]
    public async Task Ask_CallInTheRequestAfterTheLimit_IsLeftToTheCaller()
    {
        using var model = new ScriptedChatClient { Otherwise = CallAgain };
        var client = Client(model);
        client.MaximumIterationsPerRequest = 1;

        var turn = await AskAsync(client, With(Echo()));

        Assert.Equal(["c0: echo 0"], turn.Succeeded().ResultTexts);
        Assert.False(turn.Calls.Single(call => call.CallId == "c1").InformationalOnly);
    }

    [Fact]
    public async Task Ask_OnlyFunctionsAmongTheTools_LastRequestHasNoToolsAndNoMode()
    {
        using var model = new ScriptedChatClient { Otherwise = CallAgain };
        var client = Client(model);
        client.MaximumIterationsPerRequest = 1;
        var options = With(Echo());
        options.ToolMode = ChatToolMode.Auto;

        await AskAsync(client, options);

        Assert.Empty(model.Requests[1].ToolNames);
        Assert.Null(model.Requests[1].Options?.ToolMode);
        Assert.Equal(ChatToolMode.Auto, options.ToolMode);
    }

    [Fact]
    public void MaximumIterationsPerRequest_BelowOne_Throws()
    {
        using var model = new ScriptedChatClient();
        var client = Client(model);

        Assert.Throws<ArgumentOutOfRangeException>(() => client.MaximumIterationsPerRequest = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => client.MaximumConsecutiveErrorsPerRequest = -1);
    }

    [Fact]
    public async Task Ask_FunctionTerminates_NoFurtherRequestAndItsResultIsThere()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop")));

        var turn = await AskAsync(Client(model), With(Stop("Stop")));

        Assert.Single(model.Requests);
        Assert.Equal(["c1: stopped"], turn.Succeeded().ResultTexts);
        Assert.True(turn.Calls.Single().InformationalOnly);
    }

    [Fact]
    public async Task Ask_FunctionTerminates_TheNextTurnSendsNothingBesides()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop")), Says("world"));
        var client = Client(model);
        var turn = (await AskAsync(client, With(Stop("Stop")))).Succeeded();

        await AskAsync(client, [new(ChatRole.User, "hello"), .. turn.Response.Messages, new(ChatRole.User, "again")], With(Stop("Stop")));

        Assert.Equal(["user: hello", "assistant: call(c1 Stop)", "tool: result(c1 stopped)", "user: again"], model.Requests[1].Messages);
    }

    [Fact]
    public async Task Ask_FirstOfTwoSerialCallsTerminates_TheSecondDoesNotRun()
    {
        var ran = false;
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop"), Call("c2", "Second")));

        var turn = await AskAsync(Client(model), With(Stop("Stop"), AIFunctionFactory.Create(() => { ran = true; }, "Second")));

        Assert.Single(model.Requests);
        Assert.Equal("stopped", Plain(turn.Succeeded().Result("c1").Result));
        Assert.False(ran);
    }

    [Fact]
    public async Task Ask_OneOfSeveralConcurrentCallsTerminates_AllResultsAreThere()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop"), Call("c2", "Echo", ("text", "b"))));
        var client = Client(model);
        client.AllowConcurrentInvocation = true;

        var turn = await AskAsync(client, With(Stop("Stop"), Echo()));

        Assert.Single(model.Requests);
        Assert.Equal(["c1: stopped", "c2: echo b"], turn.Succeeded().ResultTexts);
    }

    [Fact]
    public async Task Ask_FunctionInvokerTerminates_NoFurtherRequest()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));
        var client = Client(model);
        client.FunctionInvoker = (context, token) =>
        {
            context.Terminate = true;
            return context.Function.InvokeAsync(context.Arguments, token);
        };

        var turn = await AskAsync(client, With(Echo()));

        Assert.Single(model.Requests);
        Assert.Equal(["c1: echo a"], turn.Succeeded().ResultTexts);
    }

    [Fact]
    public async Task Ask_FunctionTerminatesAndFails_EndsWithItsErrorAsTheResult()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop")));
        var stop = AIFunctionFactory.Create(
            string () =>
            {
                FunctionInvokingChatClient.CurrentContext!.Terminate = true;
                throw new InvalidOperationException("boom");
            },
            "Stop");

        var turn = await AskAsync(Client(model), With(stop));

        Assert.Single(model.Requests);
        Assert.Equal(["c1: Error: Function failed."], turn.Succeeded().ResultTexts);
    }

    [Fact]
    public async Task Ask_FunctionTerminatesInALaterRound_EarlierResultsStay()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Calls(Call("c2", "Stop")));

        var turn = await AskAsync(Client(model), With(Echo(), Stop("Stop")));

        Assert.Equal(2, model.Requests.Count);
        Assert.Equal(["c1: echo a", "c2: stopped"], turn.Succeeded().ResultTexts);
    }

    private static AIFunction Stop(string name) => AIFunctionFactory.Create(
        () =>
        {
            FunctionInvokingChatClient.CurrentContext!.Terminate = true;
            return "stopped";
        },
        name);
}
