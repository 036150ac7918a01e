using System.Text.Json;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>What is done with a call, where it is not what the base class does with a whole response.</summary>
public sealed class CallTests : MidStreamTest
{
    private readonly CountedFunction _echo = new(AIFunctionFactory.Create((string text) => $"echo {text}", "Echo"));

    [Fact]
    public async Task Call_InvokedHere_IsInformationalBeforeItsResultIsThere()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("b"));
        await using var updates = Open(Client(model), With(_echo));

        await NextAsync(updates);

        Assert.True(Assert.IsType<FunctionCallContent>(updates.Current.Contents[0]).InformationalOnly);
    }

    [Fact]
    public async Task TwoInvokers_OneOverTheOther_FunctionRunsOnce()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("b"));
        using var client = new FunctionInvokingChatClient(Client(model));

        var turn = await AskAsync(client, With(_echo));

        Assert.Equal((1, 2), (_echo.Count, model.Requests.Count));
        Assert.Equal(["c1: echo a"], turn.Succeeded().ResultTexts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Approval_BesideAFreeCall_FreeCallRunsAndOnlyTheOtherIsAskedFor(bool approvalFirst)
    {
        var free = Call("free", "Echo", ("text", "a"));
        var held = Call("held", "Delete");
        var delete = new CountedFunction(AIFunctionFactory.Create(() => "deleted", "Delete"));
        using var model = new ScriptedChatClient(
            new Round(Text("Hm."), Update(approvalFirst ? [held, free] : [free, held]), Text("Well?")), Says("Done."));
        var client = Client(model);
        var options = With(_echo, new ApprovalRequiredAIFunction(delete));

        var first = (await AskAsync(client, options)).Succeeded();

        Assert.Equal(["free: echo a"], first.ResultTexts);
        var request = Assert.Single(first.ApprovalRequests);
        Assert.Equal(("held", "ficc_held", true), (request.ToolCall.CallId, request.RequestId, request.RequiresConfirmation));
        Assert.Equal(["free"], first.Calls.Select(call => call.CallId));
        Assert.Equal((1, 0, 1), (_echo.Count, delete.Count, model.Requests.Count));
        Assert.Equal("Hm.Well?", first.Text);

        ChatMessage[] history =
            [new(ChatRole.User, "hello"), .. first.Response.Messages, new(ChatRole.User, [request.CreateResponse(approved: true)])];
        var second = (await AskAsync(client, options, history)).Succeeded();

        Assert.Equal((1, 1), (_echo.Count, delete.Count));
        Assert.Equal(["held: deleted"], second.ResultTexts);
        Assert.All(second.Calls, call => Assert.True(call.InformationalOnly));
        Assert.Equal("Done.", second.Text);
        AssertAnswered(model.Requests[1].Messages);
    }

    [Fact]
    public async Task Approval_ToolOfTheClientHasTheNameOfAnApprovedOne_IsAskedFor()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));
        var client = Client(model);
        client.AdditionalTools = [new ApprovalRequiredAIFunction(_echo)];

        var turn = await AskAsync(client, With(_echo));

        Assert.Single(turn.Succeeded().ApprovalRequests);
        Assert.Equal(0, _echo.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Declaration_BesideAFunction_FunctionRunsAndTheDeclaredCallIsTheCallers(bool terminatesOnUnknown)
    {
        var declared = terminatesOnUnknown ? null : AIFunctionFactory.CreateDeclaration("Mine", null, JsonElement.Parse("{}"));
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Mine")), Update(Call("c2", "Echo", ("text", "a"))), Text("b")));
        var client = Client(model);
        client.TerminateOnUnknownCalls = terminatesOnUnknown;

        var turn = await AskAsync(client, With([_echo, .. declared is null ? Array.Empty<AITool>() : [declared]]));

        Assert.Equal(["c2: echo a"], turn.Succeeded().ResultTexts);
        Assert.Equal([("c1", false), ("c2", true)], turn.Calls.Select(call => (call.CallId, call.InformationalOnly)));
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Arguments_CouldNotBeParsed_AreAnErrorForTheModelAndTheFunctionIsNotInvoked()
    {
        var broken = Call("c1", "Echo");
        broken.Exception = new InvalidOperationException("Bad JSON at 3.");
        using var model = new ScriptedChatClient(Calls(broken), Says("Sorry."));
        var client = Client(model);
        client.IncludeDetailedErrors = true;

        var turn = await AskAsync(client, With(_echo));

        Assert.Equal(["c1: Error: Function failed. Exception: Bad JSON at 3."], turn.Succeeded().ResultTexts);
        Assert.Same(broken.Exception, turn.Result("c1").Exception);
        Assert.Equal(0, _echo.Count);
        Assert.Equal("Sorry.", turn.Text);
    }

    [Fact]
    public async Task Arguments_CouldNotBeParsed_AreAnErrorWithoutStreamingAsWell()
    {
        var broken = Call("c1", "Echo");
        broken.Exception = new InvalidOperationException("Bad JSON at 3.");
        using var model = new ScriptedChatClient(Calls(broken), Says("Sorry."));

        var response = await Client(model).GetResponseAsync("hello", With(_echo), Token);

        var result = Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>());
        Assert.Equal("Error: Function failed.", result.Result);
        Assert.Equal(0, _echo.Count);
    }

    [Fact]
    public async Task Arguments_CouldNotBeParsed_NeedNoApproval()
    {
        var broken = Call("c1", "Echo");
        broken.Exception = new InvalidOperationException("Bad JSON.");
        using var model = new ScriptedChatClient(Calls(broken), Says("Sorry."));

        var turn = await AskAsync(Client(model), With(new ApprovalRequiredAIFunction(_echo)));

        Assert.Empty(turn.Succeeded().ApprovalRequests);
        Assert.Equal(["c1: Error: Function failed."], turn.ResultTexts);
    }

    [Fact]
    public async Task Call_SentAgain_RunsOnceAndIsPassedOnOnce()
    {
        using var model = new ScriptedChatClient(
            new Round(
                Update(Call("c1", "Echo", ("text", JsonElement.Parse("\"a\"")))), Text("x"),
                Update(Call("c1", "Echo", ("text", JsonElement.Parse("\"a\"")))), Text("y")),
            Says("z"));

        var turn = await AskAsync(Client(model), With(_echo));

        Assert.Equal(1, _echo.Count);
        Assert.Equal(["c1"], turn.Succeeded().Calls.Select(call => call.CallId));
        Assert.Equal(["c1: echo a"], turn.ResultTexts);
        Assert.Equal("xyz", turn.Text);
        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a) xy", "tool: result(c1 echo a)"], model.Requests[1].Messages);
    }

    [Theory]
    [InlineData("c1", "c2", "a")]
    [InlineData("c1", "c1", "b")]
    [InlineData("", "", "a")]
    public async Task Call_OtherIdOrOtherArguments_IsACallOfItsOwn(string first, string id, string text)
    {
        using var model = new ScriptedChatClient(Calls(Call(first, "Echo", ("text", "a")), Call(id, "Echo", ("text", text))), Says("z"));

        var turn = await AskAsync(Client(model), With(_echo));

        Assert.Equal(2, _echo.Count);
        Assert.Equal(2, turn.Succeeded().Results.Count());
    }

    [Fact]
    public async Task Call_IdUsedAgainInTheNextRound_RunsAgain()
    {
        using var model = new ScriptedChatClient(Calls(Call("call_0", "Echo", ("text", "a"))), Calls(Call("call_0", "Echo", ("text", "a"))), Says("z"));

        await AskAsync(Client(model), With(_echo));

        Assert.Equal(2, _echo.Count);
    }

    [Fact]
    public async Task Context_SecondCallOfAStream_CountsTheCallsSoFar()
    {
        var seen = new List<string>();
        var see = AIFunctionFactory.Create(() =>
        {
            var context = FunctionInvokingChatClient.CurrentContext!;
            seen.Add($"{context.FunctionCallIndex} of {context.FunctionCount}: {RecordedRequest.Describe(context.Messages[^1])}");
        }, "See");
        using var model = new ScriptedChatClient(new Round(Text("a"), Update(Call("c1", "See")), Text("b"), Update(Call("c2", "See"))), Says("c"));

        await AskAsync(Client(model), With(see));

        Assert.Equal(["0 of 1: assistant: a call(c1 See)", "1 of 2: assistant: a call(c1 See) b call(c2 See)"], seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_SentAgainThoughTheCallerIsToAnswerIt_IsPassedOnOnce(bool needsApproval)
    {
        AITool tool = needsApproval ? new ApprovalRequiredAIFunction(_echo) : _echo.AsDeclarationOnly();
        using var model = new BareModel([Update(Call("c1", "Echo", ("text", "a"))), Update(Call("c1", "Echo", ("text", "a")))]);

        var turn = (await AskAsync(Client(model), With(tool))).Succeeded();

        Assert.Equal(needsApproval ? (1, 0) : (0, 1), (turn.ApprovalRequests.Count(), turn.Calls.Count()));
    }

    [Fact]
    public async Task Arguments_ChangedByTheFunction_CallStaysWhatTheModelSaid()
    {
        var changed = new TaskCompletionSource();
        var calls = 0;
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Echo", ("text", "a"))), changed.Task, Update(Call("c1", "Echo", ("text", "a")))), Says("b"));
        var client = Client(model);
        client.FunctionInvoker = (context, _) =>
        {
            calls++;
            context.Arguments["text"] = "changed";
            context.Arguments["more"] = "added";
            changed.TrySetResult();
            return new ValueTask<object?>("x");
        };

        (await AskAsync(client, With(_echo))).Succeeded();

        Assert.Equal(1, calls);
        Assert.Equal(["user: hello", "assistant: call(c1 Echo text=a)", "tool: result(c1 x)"], model.Requests[1].Messages);
    }

    private static void AssertAnswered(IReadOnlyList<string> messages)
    {
        Assert.Contains(messages, message => message.Contains("call(free", StringComparison.Ordinal));
        var call = messages.ToList().FindIndex(message => message.Contains("call(held", StringComparison.Ordinal));
        var result = messages.ToList().FindIndex(message => message.Contains("result(held", StringComparison.Ordinal));
        Assert.InRange(result, call + 1, messages.Count - 1);
        Assert.All(messages.Skip(call + 1).Take(result - call - 1), message => Assert.StartsWith("tool:", message, StringComparison.Ordinal));
    }
}
