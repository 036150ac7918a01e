using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Which function a call means, and what happens when there is none to invoke.</summary>
public abstract class ToolContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private const string NotFound = "Error: Requested function \"Nope\" not found.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_UnknownFunction_ModelIsToldAndGoesOn(bool withTools)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Nope")), Says("world"));

        var turn = await AskAsync(Client(model), withTools ? With(Echo()) : null);

        Assert.Equal(["user: hello", "assistant: call(c1 Nope)", $"tool: result(c1 {NotFound})"], model.Requests[1].Messages);
        Assert.Null(turn.Succeeded().Result("c1").Exception);
        Assert.Equal("world", turn.Text);
    }

    [Fact]
    public async Task Ask_UnknownFunctionInEveryRound_DoesNotCountAsAnError()
    {
        using var model = new ScriptedChatClient { Otherwise = index => index < 5 ? Calls(Call($"c{index}", "Nope")) : Says("world") };
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 0;

        Assert.Equal("world", (await AskAsync(client, With(Echo()))).Succeeded().Text);
    }

    [Fact]
    public async Task Ask_UnknownBesideKnown_BothHaveResults()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Nope"), Call("c2", "Echo", ("text", "b"))), Says("world"));

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal($"tool: result(c1 {NotFound}) result(c2 echo b)", model.Requests[1].Messages[^1]);
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("Echo ")]
    public async Task Ask_NameDiffersInCaseOrSpace_IsUnknown(string name)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", name, ("text", "a"))), Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Equal([$"c1: Error: Requested function \"{name}\" not found."], turn.Succeeded().ResultTexts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_UnknownFunctionTerminates_CallIsLeftToTheCaller(bool withTools)
    {
        using var model = new ScriptedChatClient(new Round(Text("Hm. "), Update(Call("c1", "Nope")), Text("Well.")));
        var client = Client(model);
        client.TerminateOnUnknownCalls = true;

        var turn = await AskAsync(client, withTools ? With(Echo()) : null);

        Assert.Single(model.Requests);
        Assert.False(Assert.Single(turn.Succeeded().Calls).InformationalOnly);
        Assert.Empty(turn.Results);
        Assert.Equal("Hm. Well.", turn.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_UnknownBesideKnownTerminates_NoFurtherRequestAndTheUnknownIsLeftToTheCaller(bool unknownFirst)
    {
        FunctionCallContent[] calls = [Call("known", "Echo", ("text", "a")), Call("unknown", "Nope")];
        using var model = new ScriptedChatClient(Calls(unknownFirst ? [calls[1], calls[0]] : calls));
        var client = Client(model);
        client.TerminateOnUnknownCalls = true;

        var turn = await AskAsync(client, With(Echo()));

        Assert.Single(model.Requests);
        Assert.False(turn.Succeeded().Calls.Single(call => call.CallId == "unknown").InformationalOnly);
        Assert.DoesNotContain(turn.Results, result => result.CallId == "unknown");
        AssertNotRunOrAnswered(turn, "known");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_Declaration_CallIsLeftToTheCaller(bool terminateOnUnknown)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))));
        var client = Client(model);
        client.TerminateOnUnknownCalls = terminateOnUnknown;

        var turn = await AskAsync(client, With(Echo().AsDeclarationOnly()));

        Assert.Single(model.Requests);
        Assert.False(Assert.Single(turn.Succeeded().Calls).InformationalOnly);
        Assert.Empty(turn.Results);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_DeclarationBesideFunction_NoFurtherRequestAndTheDeclaredCallIsLeftToTheCaller(bool declaredFirst)
    {
        FunctionCallContent[] calls = [Call("invocable", "Echo", ("text", "a")), Call("declared", "Declared", ("text", "b"))];
        using var model = new ScriptedChatClient(Calls(declaredFirst ? [calls[1], calls[0]] : calls));

        var turn = await AskAsync(Client(model), With(Echo(), Echo("Declared").AsDeclarationOnly()));

        Assert.Single(model.Requests);
        Assert.False(turn.Succeeded().Calls.Single(call => call.CallId == "declared").InformationalOnly);
        Assert.DoesNotContain(turn.Results, result => result.CallId == "declared");
        AssertNotRunOrAnswered(turn, "invocable");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_AdditionalTools_AreInvokedButNotSent(bool withOptions)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));
        var client = Client(model);
        client.AdditionalTools = [Echo()];

        var turn = await AskAsync(client, withOptions ? With(Returns("Other", "no")) : null);

        Assert.Equal(["c1: echo a"], turn.Succeeded().ResultTexts);
        Assert.All(model.Requests, request => Assert.Equal(withOptions ? ["Other"] : [], request.ToolNames));
    }

    [Fact]
    public async Task Ask_SameNameInOptionsAndAdditionalTools_OptionsWin()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Which")), Says("world"));
        var client = Client(model);
        client.AdditionalTools = [Returns("Which", "additional")];

        Assert.Equal(["c1: of the options"], (await AskAsync(client, With(Returns("Which", "of the options")))).Succeeded().ResultTexts);
    }

    [Fact]
    public async Task Ask_FunctionAddsAToolToTheOptions_NextRoundHasAndInvokesIt()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Load")), Calls(Call("c2", "Loaded")), Says("world"));
        var load = AIFunctionFactory.Create(
            () =>
            {
                FunctionInvokingChatClient.CurrentContext!.Options!.Tools!.Add(Returns("Loaded", "new"));
                return "loaded";
            },
            "Load");

        var turn = await AskAsync(Client(model), With(load));

        Assert.Equal([["Load"], ["Load", "Loaded"], ["Load", "Loaded"]], model.Requests.Select(request => request.ToolNames));
        Assert.Equal(["c1: loaded", "c2: new"], turn.Succeeded().ResultTexts);
    }

    [Fact]
    public async Task Ask_OptionsAreChangedForOneTurn_OthersHaveTheirOwn()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Load")), Says("world"), Says("again"));
        var client = Client(model);
        var load = AIFunctionFactory.Create(() => FunctionInvokingChatClient.CurrentContext!.Options = null, "Load");
        var options = With(load);

        await AskAsync(client, options);
        await AskAsync(client, options);

        Assert.All(model.Requests, request => Assert.Same(options, request.OptionsInstance));
    }

    [Fact]
    public async Task Ask_FunctionRemovesATool_NextRoundDoesNotKnowIt()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Once")), Calls(Call("c2", "Once")), Says("world"));
        var once = AIFunctionFactory.Create(
            () =>
            {
                FunctionInvokingChatClient.CurrentContext!.Options!.Tools!.Clear();
                return "first";
            },
            "Once");

        var turn = await AskAsync(Client(model), With(once));

        Assert.Empty(model.Requests[1].ToolNames);
        Assert.Equal(["c1: first", "c2: Error: Requested function \"Once\" not found."], turn.Succeeded().ResultTexts);
    }

    [Fact]
    public async Task Ask_FunctionInvoker_IsCalledInsteadOfTheFunction()
    {
        var seen = new List<string>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));
        var client = Client(model);
        client.FunctionInvoker = (context, token) =>
        {
            seen.Add($"{context.Function.Name} {context.CallContent.CallId} {token.CanBeCanceled}");
            return new("instead");
        };

        Assert.Equal(["c1: instead"], (await AskAsync(client, With(Throws("Echo", new InvalidOperationException())))).Succeeded().ResultTexts);
        Assert.Equal([$"Echo c1 {Token.CanBeCanceled}"], seen);
    }

    [Fact]
    public async Task Ask_SubclassInvokes_EveryCallGoesThroughIt()
    {
        var seen = new List<string>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Calls(Call("c2", "Echo", ("text", "b"))), Says("world"));
        var client = Subject.CreateInvokingBy(model, async (context, token) =>
        {
            Assert.Same(context, FunctionInvokingChatClient.CurrentContext);
            seen.Add(context.CallContent.CallId);
            return $"wrapped {Plain(await context.Function.InvokeAsync(context.Arguments, token))}";
        });

        Assert.Equal(["c1: wrapped echo a", "c2: wrapped echo b"], (await AskAsync(client, With(Echo()))).Succeeded().ResultTexts);
        Assert.Equal(["c1", "c2"], seen);
    }

    /// <summary>A client that waits for the end of the stream runs none of such a response's calls; one that starts early may have, and then answers.</summary>
    private static void AssertNotRunOrAnswered(Turn turn, string callId)
    {
        var call = turn.Calls.Single(call => call.CallId == callId);
        var answered = turn.Results.Any(result => result.CallId == callId);
        Assert.Equal(call.InformationalOnly, answered);
        Assert.True(Subject.StartsEarly || !answered);
    }
}
