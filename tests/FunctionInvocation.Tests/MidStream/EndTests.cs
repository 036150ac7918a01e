using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>How a turn ends: with an update of the assistant, and every call answered.</summary>
public sealed class EndTests : MidStreamTest
{
    private readonly CountedFunction _echo = new(AIFunctionFactory.Create((string text) => $"echo {text}", "Echo"));

    private readonly CountedFunction _stop = new(AIFunctionFactory.Create(
        () =>
        {
            FunctionInvokingChatClient.CurrentContext!.Terminate = true;
            return "stopped";
        }, "Stop"));

    [Fact]
    public async Task Terminate_LastUpdateIsTheAssistants()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop")));

        var turn = (await AskAsync(Client(model), With(_stop))).Succeeded();

        Assert.Equal(["call(c1 Stop)", "result(c1 stopped)", "-"], Lines(turn));
        Assert.Equal(ChatRole.Assistant, turn.Updates[^1].Role);
        Assert.Equal(turn.Updates[0].MessageId, turn.Updates[^1].MessageId);
    }

    [Fact]
    public async Task ApprovalBesideAResult_LastUpdateIsTheAssistants()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a")), Call("c2", "Stop")));

        var turn = (await AskAsync(Client(model), With(_echo, new ApprovalRequiredAIFunction(_stop)))).Succeeded();

        Assert.Equal(["call(c1 Echo) approve(c2)", "result(c1 echo a)", "-"], Lines(turn));
        Assert.Equal(ChatRole.Assistant, turn.Updates[^1].Role);
    }

    [Fact]
    public async Task ApprovedFunctionTerminates_LastUpdateIsTheAssistants()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop")));
        var client = Client(model);
        var options = With(new ApprovalRequiredAIFunction(_stop));
        var first = await AskAsync(client, options);
        ChatMessage[] history = [new(ChatRole.User, "hello"), .. first.Response.Messages, new(ChatRole.User, [first.ApprovalRequests.Single().CreateResponse(true)])];

        var turn = (await AskAsync(client, options, history)).Succeeded();

        Assert.Equal(["call(c1 Stop)", "result(c1 stopped)", "-"], Lines(turn));
        Assert.Equal(ChatRole.Assistant, turn.Updates[^1].Role);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task NothingSaid_NothingIsAdded()
    {
        using var model = new ScriptedChatClient(new Round());

        Assert.Empty((await AskAsync(Client(model), With(_echo))).Succeeded().Updates);
    }

    [Fact]
    public async Task Serial_FunctionTerminates_CallsThatHaveNotBegunAreAnsweredAndNotInvoked()
    {
        var first = new GatedFunction("First");
        var last = new TaskCompletionSource();
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "First"), Call("c2", "Stop"), Call("c3", "Echo", ("text", "a"))), last.Task, Update(Call("c4", "Echo", ("text", "b"))), Text("x")));
        await using var updates = Open(Client(model), With(first, _stop, _echo));

        await NextAsync(updates);
        first.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        Assert.Equal("result(c2 stopped)", await NextAsync(updates));
        Assert.Equal("result(c3 Error: Function was not invoked.)", await NextAsync(updates));
        last.SetResult();
        Assert.Equal("call(c4 Echo)", await NextAsync(updates));
        Assert.Equal("result(c4 Error: Function was not invoked.)", await NextAsync(updates));
        Assert.Equal("x", await NextAsync(updates));
        Assert.False(await updates.MoveNextAsync());
        Assert.Equal((0, 1), (_echo.Count, model.Requests.Count));
    }

    [Fact]
    public async Task Concurrent_FunctionTerminates_TheOthersEndAndTheTextIsWhole()
    {
        var other = new GatedFunction("Other");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Stop"), Call("c2", "Other")), Text("a"), Text("b")));
        await using var updates = Open(Client(model, concurrent: true), With(_stop, other));
        var lines = new List<string> { await NextAsync(updates) };

        await other.Started.WaitAsync(Token);
        while (lines.Count < 4) lines.Add(await NextAsync(updates));
        other.End();
        lines.Add(await NextAsync(updates));

        Assert.Equal(["a", "b", "call(c1 Stop) call(c2 Other)", "result(c1 stopped)", "result(c2 done)"], lines.Order(StringComparer.Ordinal));
        Assert.Equal("result(c2 done)", lines[^1]);
        Assert.Single(model.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ErrorLimit_Exceeded_ResultsAndTextComeBeforeTheException(bool concurrent)
    {
        var failure = new InvalidOperationException("boom");
        var fails = AIFunctionFactory.Create(string () => throw failure, "Fails");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Fails")), Text("a")));
        var client = Client(model, concurrent);
        client.MaximumConsecutiveErrorsPerRequest = 0;

        var turn = await AskAsync(client, With(fails));

        Assert.Same(failure, turn.Failure);
        Assert.Equal(["c1: Error: Function failed."], turn.ResultTexts);
        Assert.Equal("a", turn.Text);
    }

    [Fact]
    public async Task ErrorLimit_SerialFailure_LaterCallsAreAnsweredAndNotInvoked()
    {
        var fails = new GatedFunction("Fails") { Failure = new InvalidOperationException("boom") };
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fails"), Call("c2", "Echo", ("text", "a"))));
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 0;
        fails.End();

        var turn = await AskAsync(client, With(fails, _echo));

        Assert.Same(fails.Failure, turn.Failure);
        Assert.Equal(["c1: Error: Function failed.", "c2: Error: Function was not invoked."], turn.ResultTexts);
        Assert.Equal(0, _echo.Count);
    }

    [Fact]
    public async Task LastIteration_CallIsTheCallersAndTheStreamEndsWithTheAssistant()
    {
        using var model = new ScriptedChatClient { Otherwise = index => Calls(Call($"c{index}", "Echo", ("text", "a"))) };
        var client = Client(model);
        client.MaximumIterationsPerRequest = 2;

        var turn = (await AskAsync(client, With(_echo))).Succeeded();

        Assert.Equal(["call(c0 Echo)", "result(c0 echo a)", "call(c1 Echo)", "result(c1 echo a)", "open(c2 Echo)"], Lines(turn));
        Assert.Equal(2, _echo.Count);
    }
}
