using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What becomes of a call once someone has agreed or refused, in the next turn.</summary>
public abstract class ApprovalAnswerContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private const string Rejected = "Tool call invocation was rejected by the approver and must not be retried.";

    private readonly CountedFunction _echo = new(Echo());

    private ChatOptions Options => With(new ApprovalRequiredAIFunction(_echo));

    [Fact]
    public async Task Ask_Approved_FunctionRunsOnceBeforeTheModelIsAsked()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        var turn = await AnswerAsync(Client(model), request => request.CreateResponse(approved: true));

        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)"], model.Requests[1].Messages);
        Assert.Equal((2, 1), (model.Requests.Count, _echo.Count));
        Assert.Equal(["c1: echo a"], turn.ResultTexts);
        Assert.True(Assert.Single(turn.Calls).InformationalOnly);
        Assert.Equal("world", turn.Text);
    }

    [Fact]
    public async Task Ask_Approved_CallThenResultThenTextAreGiven()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        var turn = await AnswerAsync(Client(model), request => request.CreateResponse(approved: true));

        Assert.Equal(
            ["assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: world"],
            turn.Response.Messages.Select(RecordedRequest.Describe));
    }

    [Theory]
    [InlineData(null, Rejected)]
    [InlineData(" ", Rejected)]
    [InlineData("Too dear.", Rejected + " Too dear.")]
    public async Task Ask_Rejected_ModelIsToldAndTheFunctionDoesNotRun(string? reason, string expected)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        var turn = await AnswerAsync(Client(model), request => request.CreateResponse(approved: false, reason));

        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a)", $"tool: result(c1 {expected})"], model.Requests[1].Messages);
        Assert.Equal([$"c1: {expected}"], turn.ResultTexts);
        Assert.Equal(0, _echo.Count);
    }

    [Fact]
    public async Task Ask_OneApprovedAndOneRejected_BothHaveResultsAndOneRuns()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a")), Call("c2", "Echo", ("text", "b"))), Says("world"));

        var turn = await AnswerAsync(Client(model), request => request.CreateResponse(approved: request.ToolCall.CallId == "c2"));

        Assert.Equal(
            [
                "user: hello", "assistant: call(c1 Echo text=a) call(c2 Echo text=b)",
                $"tool: result(c1 {Rejected})", "tool: result(c2 echo b)",
            ],
            model.Requests[1].Messages);
        Assert.Equal([$"c1: {Rejected}", "c2: echo b"], turn.ResultTexts);
        Assert.Equal(1, _echo.Count);
    }

    [Fact]
    public async Task Ask_ApprovedFunctionThenAnotherCall_IsAskedForAgain()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Calls(Call("c2", "Echo", ("text", "b"))));

        var turn = await AnswerAsync(Client(model), request => request.CreateResponse(approved: true));

        Assert.Equal("ficc_c2", Assert.Single(turn.ApprovalRequests).RequestId);
        Assert.Equal((2, 1), (model.Requests.Count, _echo.Count));
    }

    [Fact]
    public async Task Ask_ApprovedFunctionThenAFreeCall_TheLoopGoesOn()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Calls(Call("c2", "Free")), Says("world"));

        var turn = await AnswerAsync(
            Client(model), request => request.CreateResponse(approved: true), With(new ApprovalRequiredAIFunction(_echo), Returns("Free", "ran")));

        Assert.Equal(["c1: echo a", "c2: ran"], turn.ResultTexts);
        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: call(c2 Free)", "tool: result(c2 ran)"],
            model.Requests[2].Messages);
    }

    [Fact]
    public async Task Ask_ApprovalBesideTheNextQuestion_CallAndResultComeBeforeIt()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        await AnswerAsync(Client(model), request => request.CreateResponse(approved: true), andSays: "And then?");

        Assert.Equal(
            ["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "user: And then?"],
            model.Requests[1].Messages);
    }

    [Fact]
    public async Task Ask_ApprovedFunctionFailsBeyondTheLimit_ItsExceptionIsThrown()
    {
        var failure = new InvalidOperationException("boom");
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail")));
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 0;
        var (history, options) = await AskForApprovalAsync(client, With(new ApprovalRequiredAIFunction(Throws("Fail", failure))), _ => true);

        Assert.Same(failure, (await AskAsync(client, history, options)).Failure);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Ask_ApprovedFunctionFails_CountsTowardsTheLimitOfTheTurn()
    {
        var failure = new InvalidOperationException("boom");
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail")), Calls(Call("c2", "FailToo")), Says("world"));
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 1;
        var (history, options) = await AskForApprovalAsync(
            client, With(new ApprovalRequiredAIFunction(Throws("Fail", new NotSupportedException())), Throws("FailToo", failure)), _ => true);

        Assert.Same(failure, (await AskAsync(client, history, options)).Failure);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Ask_ApprovedFunctionTerminates_ModelIsNotAsked()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Stop")));
        var client = Client(model);
        var stop = AIFunctionFactory.Create(
            () =>
            {
                FunctionInvokingChatClient.CurrentContext!.Terminate = true;
                return "stopped";
            },
            "Stop");
        var (history, options) = await AskForApprovalAsync(client, With(new ApprovalRequiredAIFunction(stop)), _ => true);

        var turn = await AskAsync(client, history, options);

        Assert.Equal(["c1: stopped"], turn.Succeeded().ResultTexts);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Ask_RequestWithoutAnAnswer_InvalidOperation()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));
        var client = Client(model);
        var first = await AskAsync(client, Options);

        var turn = await AskAsync(client, [new(ChatRole.User, "hello"), .. first.Succeeded().Response.Messages], Options);

        Assert.Contains("c1", Assert.IsType<InvalidOperationException>(turn.Failure).Message, StringComparison.Ordinal);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Ask_ApprovalWhoseResultIsInTheHistory_DoesNotRunAgain()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"), Says("bye"));
        var client = Client(model);
        var (history, options) = await AskForApprovalAsync(client, Options, _ => true);
        history.AddRange((await AskAsync(client, history, options)).Succeeded().Response.Messages);
        history.Add(new ChatMessage(ChatRole.User, "again"));

        var turn = await AskAsync(client, history, options);

        Assert.Equal("bye", turn.Succeeded().Text);
        Assert.Equal(1, _echo.Count);
        Assert.Equal(
            [
                "user: hello", "assistant: asks(ficc_c1)", "user: answers(ficc_c1 True)",
                "assistant: call(c1 Echo text=a)", "tool: result(c1 echo a)", "assistant: world", "user: again",
            ],
            model.Requests[2].Messages);
    }

    [Fact]
    public async Task Ask_ApprovedInAConversationTheModelKeeps_OnlyTheResultIsSent()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a"))) with { ConversationId = "conv" },
            Says("world") with { ConversationId = "conv" });
        var client = Client(model);
        var first = (await AskAsync(client, Options)).Succeeded();
        var options = Options;
        options.ConversationId = first.Response.ConversationId;
        var answers = first.ApprovalRequests.Select(request => (AIContent)request.CreateResponse(approved: true)).ToList();

        var turn = await AskAsync(client, [new ChatMessage(ChatRole.User, answers)], options);

        Assert.Equal(["tool: result(c1 echo a)"], model.Requests[1].Messages);
        Assert.Equal("conv", model.Requests[1].Options?.ConversationId);
        Assert.Equal("world", turn.Succeeded().Text);
        Assert.Equal(1, _echo.Count);
    }

    private async Task<Turn> AnswerAsync(
        FunctionInvokingChatClient client,
        Func<ToolApprovalRequestContent, ToolApprovalResponseContent> answer,
        ChatOptions? options = null,
        string? andSays = null)
    {
        options ??= Options;
        var first = (await AskAsync(client, options)).Succeeded();
        List<AIContent> answers = [.. first.ApprovalRequests.Select(answer)];
        if (andSays is not null)
            answers.Add(new TextContent(andSays));

        ChatMessage[] history = [new(ChatRole.User, "hello"), .. first.Response.Messages, new(ChatRole.User, answers)];
        return (await AskAsync(client, history, options)).Succeeded();
    }

    private static async Task<(List<ChatMessage> History, ChatOptions Options)> AskForApprovalAsync(
        FunctionInvokingChatClient client,
        ChatOptions options,
        Func<ToolApprovalRequestContent, bool> approve)
    {
        var first = (await AskAsync(client, options)).Succeeded();
        AIContent[] answers = [.. first.ApprovalRequests.Select(request => request.CreateResponse(approve(request)))];
        return ([new(ChatRole.User, "hello"), .. first.Response.Messages, new(ChatRole.User, answers)], options);
    }
}
