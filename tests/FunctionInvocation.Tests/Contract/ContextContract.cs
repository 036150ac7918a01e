using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What a function, or what stands around it, can learn of its invocation.</summary>
public abstract class ContextContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    [Fact]
    public async Task CurrentContext_InEachCall_TellsItsPlace()
    {
        var seen = new List<string>();
        var contexts = new HashSet<FunctionInvocationContext>(ReferenceEqualityComparer.Instance);
        using var model = new ScriptedChatClient(Calls(Call("c1", "See"), Call("c2", "See")), Calls(Call("c3", "See")), Says("world"));

        (await AskAsync(Client(model), With(Sees(context =>
        {
            contexts.Add(context);
            seen.Add($"{context.CallContent.CallId} {context.Function.Name} round {context.Iteration} index {context.FunctionCallIndex}");
            Assert.Equal(Subject.IsStreaming, context.IsStreaming);
            Assert.False(context.Terminate);
            Assert.InRange(context.FunctionCount, context.FunctionCallIndex + 1, 2);
        })))).Succeeded();

        Assert.Equal(["c1 See round 0 index 0", "c2 See round 0 index 1", "c3 See round 1 index 0"], seen);
        Assert.Equal(3, contexts.Count);
    }

    [Fact]
    public async Task CurrentContext_AllCallsInOneUpdate_CountIsTheirNumber()
    {
        var counts = new List<int>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "See"), Call("c2", "See")), Says("world"));

        await AskAsync(Client(model), With(Sees(context => counts.Add(context.FunctionCount))));

        Assert.Equal([2, 2], counts);
    }

    [Fact]
    public async Task CurrentContext_Messages_AreTheHistoryAndTheCallingMessageLast()
    {
        var seen = new List<List<string>>();
        using var model = new ScriptedChatClient(
            new Round(Text("Hm."), Update(Call("c1", "See"))), Calls(Call("c2", "See")), Says("world"));

        (await AskAsync(Client(model), With(Sees(context => seen.Add([.. context.Messages.Select(RecordedRequest.Describe)])))))
            .Succeeded();

        Assert.Equal(["user: hello", "assistant: Hm. call(c1 See)"], seen[0]);
        Assert.Equal(["user: hello", "assistant: Hm. call(c1 See)", "tool: result(c1 seen)", "assistant: call(c2 See)"], seen[1]);
    }

    [Fact]
    public async Task CurrentContext_Options_AreThoseOfTheRequest()
    {
        var seen = new List<ChatOptions?>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "See")), Calls(Call("c2", "See")), Says("world"));

        await AskAsync(Client(model), With(Sees(context => seen.Add(context.Options))));

        Assert.Equal(model.Requests.Take(2).Select(request => request.OptionsInstance), seen);
    }

    [Fact]
    public async Task CurrentContext_Arguments_AreTheCallsWithTheServices()
    {
        var services = new EmptyServices();
        AIFunctionArguments? arguments = null;
        FunctionCallContent? call = null;
        using var model = new ScriptedChatClient(Calls(Call("c1", "See", ("a", 1), ("b", "x"))), Says("world"));

        await AskAsync(Client(model, services: services), With(Sees(context => (arguments, call) = (context.Arguments, context.CallContent))));

        Assert.Same(services, arguments?.Services);
        Assert.Equal([new("a", 1), new("b", "x")], arguments!);
        Assert.Equal(call?.Arguments, arguments!);
    }

    [Fact]
    public async Task Arguments_NoServicesGiven_ServicesAreNull()
    {
        var services = new List<IServiceProvider?>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "See")), Says("world"));

        await AskAsync(Client(model), With(Sees(context => services.Add(context.Arguments.Services))));

        Assert.Equal([null], services);
    }

    [Fact]
    public async Task Arguments_CallWithoutAny_AreEmpty()
    {
        var count = -1;
        using var model = new ScriptedChatClient(Calls(new FunctionCallContent("c1", "See")), Says("world"));

        await AskAsync(Client(model), With(Sees(context => count = context.Arguments.Count)));

        Assert.Equal(0, count);
    }

    [Fact]
    public async Task CurrentContext_ChangedByTheInvoker_FunctionRunsWithTheChange()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));
        var client = Client(model);
        client.FunctionInvoker = (context, token) =>
        {
            context.Arguments["text"] = "changed";
            return context.Function.InvokeAsync(context.Arguments, token);
        };

        Assert.Equal(["c1: echo changed"], (await AskAsync(client, With(Echo()))).Succeeded().ResultTexts);
    }

    [Fact]
    public async Task CurrentContext_AfterAwaits_IsStillTheCalls()
    {
        var seen = new List<string>();
        using var model = new ScriptedChatClient(Calls(Call("c1", "See"), Call("c2", "See")), Says("world"));
        var client = Client(model);
        client.AllowConcurrentInvocation = true;
        var see = AIFunctionFactory.Create(
            async (CancellationToken token) =>
            {
                var before = FunctionInvokingChatClient.CurrentContext;
                await Task.Yield();
                var elsewhere = await Task.Run(() => FunctionInvokingChatClient.CurrentContext, token);
                Assert.Same(before, elsewhere);
                lock (seen)
                    seen.Add(elsewhere!.CallContent.CallId);
            },
            "See");

        var turn = await AskAsync(client, With(see));

        Assert.All(turn.Succeeded().Results, result => Assert.Null(result.Exception));
        Assert.Equal(["c1", "c2"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CurrentContext_FunctionAsksAModelItself_IsItsOwnAgainAfterwards()
    {
        using var inner = new ScriptedChatClient(Calls(Call("i1", "Echo", ("text", "i"))), Says("inner"));
        using var model = new ScriptedChatClient(Calls(Call("c1", "Ask")), Says("world"));
        var ask = AIFunctionFactory.Create(
            async () =>
            {
                var answer = await AskAsync(Client(inner), With(Echo()));
                return $"{answer.Succeeded().Text} {FunctionInvokingChatClient.CurrentContext?.CallContent.CallId}";
            },
            "Ask");

        Assert.Equal(["c1: inner c1"], (await AskAsync(Client(model), With(ask))).Succeeded().ResultTexts);
    }

    private static AIFunction Sees(Action<FunctionInvocationContext> see) => AIFunctionFactory.Create(
        () =>
        {
            see(FunctionInvokingChatClient.CurrentContext!);
            return "seen";
        },
        "See");

    private sealed class EmptyServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
