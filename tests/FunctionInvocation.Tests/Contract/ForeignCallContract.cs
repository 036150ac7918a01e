using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Calls that are not for this client: marked as informational, or answered by the model's side itself.</summary>
public abstract class ForeignCallContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static FunctionCallContent Informational(string id)
    {
        var call = Call(id, "Echo", ("text", id));
        call.InformationalOnly = true;
        return call;
    }

    [Fact]
    public async Task Ask_InformationalCall_IsPassedOnAndNotInvoked()
    {
        var echo = new CountedFunction(Echo());
        using var model = new ScriptedChatClient(new Round(Update(Informational("c1")), Text("world")));

        var turn = await AskAsync(Client(model), With(echo));

        Assert.Single(model.Requests);
        Assert.Single(turn.Succeeded().Calls);
        Assert.Empty(turn.Results);
        Assert.Equal((0, "world"), (echo.Count, turn.Text));
    }

    [Fact]
    public async Task Ask_InformationalCallBesideAnother_OnlyTheOtherIsInvokedAndBothAreSentBack()
    {
        var echo = new CountedFunction(Echo());
        using var model = new ScriptedChatClient(
            Calls(Informational("c1"), Call("c2", "Echo", ("text", "b"))), Says("world"));

        await AskAsync(Client(model), With(echo));

        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=c1) call(c2 Echo text=b)", "tool: result(c2 echo b)"],
            model.Requests[1].Messages);
        Assert.Equal(1, echo.Count);
    }

    [Fact]
    public async Task Ask_InformationalCallOfAFunctionThatNeedsApproval_AsksForNone()
    {
        using var model = new ScriptedChatClient(new Round(Update(Informational("c1")), Text("world")));

        var turn = await AskAsync(Client(model), With(new ApprovalRequiredAIFunction(Echo())));

        Assert.Empty(turn.Succeeded().ApprovalRequests);
        Assert.Single(turn.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_ModelsSideAnswersTheCall_ItsResultIsTheOnlyOneAndNoFurtherRequestIsMade(bool resultFirst)
    {
        var echo = new CountedFunction(Echo());
        ChatResponseUpdate[] updates = [Update(Call("c1", "Echo", ("text", "a"))), Update(new FunctionResultContent("c1", "of the server"))];
        using var model = new ScriptedChatClient(
            resultFirst ? new Round(updates[1], updates[0], Text("world")) : new Round(updates[0], updates[1], Text("world")));

        var turn = await AskAsync(Client(model), With(echo));

        Assert.Single(model.Requests);
        Assert.Equal(["c1: of the server"], turn.Succeeded().ResultTexts);
        Assert.True(turn.Calls.Single().InformationalOnly);
        Assert.Equal("world", turn.Text);
        Assert.True(Subject.StartsEarly || echo.Count == 0);
    }

    [Fact]
    public async Task Ask_CallAndItsAnswerInOneUpdate_IsNotInvoked()
    {
        var echo = new CountedFunction(Echo());
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Echo", ("text", "a")), new FunctionResultContent("c1", "of the server"))));

        var turn = await AskAsync(Client(model), With(echo));

        Assert.Equal(["c1: of the server"], turn.Succeeded().ResultTexts);
        Assert.Equal(0, echo.Count);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Ask_ModelsSideAnswersAnUnknownFunction_NoSecondResultIsMade()
    {
        using var model = new ScriptedChatClient(
            new Round(Update(new FunctionResultContent("c1", "of the server")), Update(Call("c1", "ServerTool")), Text("world")));
        var client = Client(model);
        client.TerminateOnUnknownCalls = true;

        var turn = await AskAsync(client, With(Echo()));

        Assert.Equal(["c1: of the server"], turn.Succeeded().ResultTexts);
        Assert.True(turn.Calls.Single().InformationalOnly);
    }

    [Fact]
    public async Task Ask_AnsweredCallBesideAnother_OnlyTheOtherIsInvokedAndAllIsSentBack()
    {
        var echo = new CountedFunction(Echo());
        using var model = new ScriptedChatClient(
            Calls(Call("c2", "Echo", ("text", "b"))) with
            {
                Steps =
                [
                    Update(new FunctionResultContent("c1", "of the server")),
                    Update(Call("c1", "Echo", ("text", "a"))),
                    Update(Call("c2", "Echo", ("text", "b"))),
                ],
            },
            Says("world"));

        var turn = await AskAsync(Client(model), With(echo));

        Assert.Equal(["c1: of the server", "c2: echo b"], turn.Succeeded().ResultTexts);
        Assert.Equal(1, echo.Count);
        Assert.Equal("tool: result(c2 echo b)", model.Requests[1].Messages[^1]);
        Assert.Equal(1, model.Requests[1].Messages.Count(message => message.Contains("result(c1 ", StringComparison.Ordinal)));
    }
}
