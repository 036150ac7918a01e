using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Calls that wait until someone agrees: what the caller is asked.</summary>
public abstract class ApprovalRequestContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private readonly CountedFunction _echo = new(Echo());

    private ChatOptions Options => With(new ApprovalRequiredAIFunction(_echo));

    [Fact]
    public async Task Ask_FunctionNeedsApproval_CallBecomesARequest()
    {
        using var model = new ScriptedChatClient(new Round(Text("May I?"), Update(Call("c1", "Echo", ("text", "a")))));

        var turn = await AskAsync(Client(model), Options);

        var request = Assert.Single(turn.Succeeded().ApprovalRequests);
        Assert.Equal("ficc_c1", request.RequestId);
        Assert.True(request.RequiresConfirmation);
        Assert.Equal(("c1", false), (request.ToolCall.CallId, Assert.IsType<FunctionCallContent>(request.ToolCall).InformationalOnly));
        Assert.Empty(turn.Calls);
        Assert.Empty(turn.Results);
        Assert.Equal("May I?", turn.Text);
        Assert.Equal((1, 0), (model.Requests.Count, _echo.Count));
    }

    [Fact]
    public async Task Ask_AdditionalToolNeedsApproval_CallBecomesARequest()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));
        var client = Client(model);
        client.AdditionalTools = [new ApprovalRequiredAIFunction(_echo)];

        Assert.Single((await AskAsync(client)).Succeeded().ApprovalRequests);
        Assert.Equal(0, _echo.Count);
    }

    [Fact]
    public async Task Ask_AdditionalToolNeedsApprovalAfterTheLimitOfRounds_CallBecomesARequestAllTheSame()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Free")), Calls(Call("c2", "Echo", ("text", "a"))));
        var client = Client(model);
        client.MaximumIterationsPerRequest = 1;
        client.AdditionalTools = [new ApprovalRequiredAIFunction(_echo)];

        var turn = await AskAsync(client, With(Returns("Free", "ran")));

        Assert.Equal("ficc_c2", Assert.Single(turn.Succeeded().ApprovalRequests).RequestId);
    }

    [Fact]
    public async Task Ask_SameNameNeedsApprovalAmongTheAdditionalToolsOnly_CallBecomesARequest()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));
        var client = Client(model);
        client.AdditionalTools = [new ApprovalRequiredAIFunction(_echo)];

        Assert.Single((await AskAsync(client, With(_echo))).Succeeded().ApprovalRequests);
        Assert.Equal(0, _echo.Count);
    }

    [Fact]
    public async Task Ask_SeveralCallsNeedApproval_EachHasItsRequest()
    {
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Echo", ("text", "a"))), Text("And "), Update(Call("c2", "Echo", ("text", "b")))));

        var turn = await AskAsync(Client(model), Options);

        Assert.Equal(["ficc_c1", "ficc_c2"], turn.Succeeded().ApprovalRequests.Select(request => request.RequestId));
        Assert.Equal(0, _echo.Count);
    }

    [Fact]
    public async Task Ask_ToolsNeedApprovalButOthersAreCalled_FunctionsRunAtOnce()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Free")), Says("world"));

        var turn = await AskAsync(Client(model), With(new ApprovalRequiredAIFunction(_echo), Returns("Free", "ran")));

        Assert.Equal(["c1: ran"], turn.Succeeded().ResultTexts);
        Assert.Empty(turn.ApprovalRequests);
    }

    [Fact]
    public async Task Ask_FunctionAroundOneThatNeedsApproval_NeedsItToo()
    {
        var around = new CountedFunction(new ApprovalRequiredAIFunction(_echo));
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));

        Assert.Single((await AskAsync(Client(model), With(around))).Succeeded().ApprovalRequests);
        Assert.Equal((0, 0), (_echo.Count, around.Count));
    }
}
