using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>Calls that the inner client answers itself.</summary>
public sealed class ServerHandledTests : MidStreamTest
{
    private static ChatResponseUpdate ServerResult(string callId) => Update(new FunctionResultContent(callId, "of the server"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Result_WhileTheFunctionRuns_CountsAndTheFunctionIsCancelled(bool ignoresCancellation)
    {
        var tool = new GatedFunction("Tool") { IgnoresCancellation = ignoresCancellation };
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), tool.Started, ServerResult("c1"), Text("a")));

        var turn = (await AskAsync(Client(model), With(tool))).Succeeded();

        Assert.True(tool.WasCancelled);
        Assert.Equal(0, tool.Running);
        Assert.Equal(["c1: of the server"], turn.ResultTexts);
        Assert.Equal("a", turn.Text);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Result_OfACallThatWaitsItsTurn_ItNeverStarts()
    {
        var (first, second) = (new GatedFunction("First"), new GatedFunction("Second"));
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "First"), Call("c2", "Second")), first.Started, ServerResult("c2"), Text("a")), Says("b"));
        await using var updates = Open(Client(model), With(first, second));

        await NextAsync(updates);
        Assert.Equal("result(c2 of the server)", await NextAsync(updates));
        Assert.Equal("a", await NextAsync(updates));
        first.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        Assert.Equal("b", await NextAsync(updates));
        Assert.Equal(0, second.Starts);
        Assert.Equal(
            ["user: hello", "assistant: call(c1 First) call(c2 Second) result(c2 of the server) a", "tool: result(c1 done)"], model.Requests[1].Messages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Result_BeforeItsCall_FunctionDoesNotStart(bool inOneUpdate)
    {
        var tool = new GatedFunction("Tool");
        var (result, call) = (new FunctionResultContent("c1", "of the server"), Call("c1", "Tool"));
        using var model = new ScriptedChatClient(inOneUpdate ? new Round(Update(call, result)) : new Round(Update(result), Update(call)));

        var turn = (await AskAsync(Client(model), With(tool))).Succeeded();

        Assert.Equal(0, tool.Starts);
        Assert.True(Assert.Single(turn.Calls).InformationalOnly);
        Assert.Equal(["c1: of the server"], turn.ResultTexts);
    }

    [Fact]
    public async Task Result_AfterOursWasPassedOn_IsLeftOutSoThatTheCallHasOne()
    {
        var tool = new GatedFunction("Tool");
        var late = new TaskCompletionSource();
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), late.Task, ServerResult("c1"), Text("a")), Says("b"));
        await using var updates = Open(Client(model), With(tool));
        var lines = new List<string> { await NextAsync(updates) };

        tool.End();
        lines.Add(await NextAsync(updates));
        late.SetResult();
        while (await updates.MoveNextAsync()) lines.Add(Describe(updates.Current));

        Assert.Equal(["call(c1 Tool)", "result(c1 done)", "-", "a", "b"], lines);
        Assert.Equal(["user: hello", "assistant: call(c1 Tool) a", "tool: result(c1 done)"], model.Requests[1].Messages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Result_OfACallThatOnlyTheCallerCouldAnswer_TurnGoesOn(bool declared)
    {
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Theirs")), ServerResult("c1"), Update(Call("c2", "Ours"))), Says("b"));
        var client = Client(model);
        client.TerminateOnUnknownCalls = true;
        var ours = AIFunctionFactory.Create(() => "done", "Ours");
        var theirs = AIFunctionFactory.Create(() => "never", "Theirs").AsDeclarationOnly();

        var turn = (await AskAsync(client, declared ? With(ours, theirs) : With(ours))).Succeeded();

        Assert.Equal("b", turn.Text);
        Assert.Equal(["c1: of the server", "c2: done"], turn.ResultTexts);
        Assert.All(turn.Calls, call => Assert.True(call.InformationalOnly));
    }

    [Fact]
    public async Task Result_InTheLastIteration_CallIsNotTheCallers()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Ours")), new Round(Update(Call("c2", "Ours")), ServerResult("c2")));
        var client = Client(model);
        client.MaximumIterationsPerRequest = 1;

        var turn = (await AskAsync(client, With(AIFunctionFactory.Create(() => "done", "Ours")))).Succeeded();

        Assert.Equal(["c1: done", "c2: of the server"], turn.ResultTexts);
        Assert.All(turn.Calls, call => Assert.True(call.InformationalOnly));
    }
}
