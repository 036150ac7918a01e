using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>The options of each round, and who keeps the history.</summary>
public abstract class OptionsContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static Round CallIn(string? conversation, string id) => Calls(Call(id, "Echo", ("text", id))) with { ConversationId = conversation };

    [Fact]
    public async Task Ask_NothingToChange_EveryRequestHasTheOptionsOfTheCaller()
    {
        var options = With(Echo());
        options.ToolMode = ChatToolMode.Auto;
        using var model = new ScriptedChatClient(CallIn(null, "c1"), CallIn(null, "c2"), Says("world"));

        await AskAsync(Client(model), options);

        Assert.Equal(3, model.Requests.Count);
        Assert.All(model.Requests, request => Assert.Same(options, request.OptionsInstance));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Echo")]
    public async Task Ask_FunctionRequired_OnlyTheFirstRequestRequiresIt(string? name)
    {
        var options = With(Echo());
        options.ToolMode = name is null ? ChatToolMode.RequireAny : ChatToolMode.RequireSpecific(name);
        options.Temperature = 0.5f;
        using var model = new ScriptedChatClient(CallIn(null, "c1"), CallIn(null, "c2"), Says("world"));

        await AskAsync(Client(model), options);

        Assert.Equal([options.ToolMode, null, null], model.Requests.Select(request => request.Options?.ToolMode));
        Assert.All(model.Requests, request => Assert.Equal((0.5f, "Echo"), (request.Options?.Temperature, request.ToolNames.Single())));
        Assert.IsType<RequiredChatToolMode>(options.ToolMode);
    }

    [Fact]
    public async Task Ask_NoneMode_StaysInEveryRound()
    {
        var options = With(Echo());
        options.ToolMode = ChatToolMode.None;
        using var model = new ScriptedChatClient(CallIn(null, "c1"), Says("world"));

        await AskAsync(Client(model), options);

        Assert.Equal([ChatToolMode.None, ChatToolMode.None], model.Requests.Select(request => request.Options?.ToolMode));
    }

    [Fact]
    public async Task Ask_NoOptionsAndNoConversation_EveryRequestHasNone()
    {
        using var model = new ScriptedChatClient(CallIn(null, "c1"), Says("world"));
        var client = Client(model);
        client.AdditionalTools = [Echo()];

        await AskAsync(client);

        Assert.Equal([null, null], model.Requests.Select(request => request.OptionsInstance));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_ModelKeepsTheConversation_OnlyResultsAreSentUnderItsId(bool withOptions)
    {
        var options = withOptions ? With(Echo()) : null;
        using var model = new ScriptedChatClient(CallIn("conv", "c1"), CallIn("conv", "c2"), Says("world") with { ConversationId = "conv" });
        var client = Client(model);
        client.AdditionalTools = [Echo()];

        var turn = await AskAsync(client, options);

        Assert.Equal([null, "conv", "conv"], model.Requests.Select(request => request.Options?.ConversationId));
        Assert.Equal(["tool: result(c1 echo c1)"], model.Requests[1].Messages);
        Assert.Equal(["tool: result(c2 echo c2)"], model.Requests[2].Messages);
        Assert.Equal("conv", turn.Succeeded().Response.ConversationId);
        Assert.Null(options?.ConversationId);
    }

    [Fact]
    public async Task Ask_ConversationGoesOn_FirstRequestHasItsIdAndTheNewMessagesAlone()
    {
        var options = With(Echo());
        options.ConversationId = "conv";
        using var model = new ScriptedChatClient(CallIn("conv", "c1"), Says("world") with { ConversationId = "conv" });

        await AskAsync(Client(model), options);

        Assert.Equal(["user: hello"], model.Requests[0].Messages);
        Assert.Equal(["tool: result(c1 echo c1)"], model.Requests[1].Messages);
        Assert.All(model.Requests, request => Assert.Same(options, request.OptionsInstance));
    }

    [Fact]
    public async Task Ask_ConversationIdChanges_TheNewOneIsUsed()
    {
        var options = With(Echo());
        options.ConversationId = "old";
        using var model = new ScriptedChatClient(CallIn("new", "c1"), CallIn("newer", "c2"), Says("world") with { ConversationId = "newer" });

        await AskAsync(Client(model), options);

        Assert.Equal(["old", "new", "newer"], model.Requests.Select(request => request.Options?.ConversationId));
        Assert.Equal("old", options.ConversationId);
    }

    [Fact]
    public async Task Ask_ModelStopsKeepingTheConversation_WholeHistoryIsSent()
    {
        using var model = new ScriptedChatClient(CallIn("conv", "c1"), CallIn(null, "c2"), CallIn(null, "c3"), Says("world"));

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal([null, "conv", null, null], model.Requests.Select(request => request.Options?.ConversationId));
        Assert.Equal(["tool: result(c1 echo c1)"], model.Requests[1].Messages);
        Assert.Equal(
            [
                "user: hello", "assistant: call(c1 Echo text=c1)", "tool: result(c1 echo c1)",
                "assistant: call(c2 Echo text=c2)", "tool: result(c2 echo c2)",
            ],
            model.Requests[2].Messages);
        Assert.Equal("tool: result(c3 echo c3)", model.Requests[3].Messages[^1]);
        Assert.Equal(7, model.Requests[3].Messages.Count);
    }

    [Fact]
    public async Task Ask_ContinuationToken_IsSentOnceOnly()
    {
        var options = With(Echo());
        options.ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1, 2, 3 });
        using var model = new ScriptedChatClient(CallIn(null, "c1"), CallIn(null, "c2"), Says("world"));

        await AskAsync(Client(model), options);

        Assert.Equal([true, false, false], model.Requests.Select(request => request.Options?.ContinuationToken is not null));
        Assert.NotNull(options.ContinuationToken);
    }
}
