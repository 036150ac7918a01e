using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>Functions that fail.</summary>
public abstract class ErrorContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static readonly InvalidOperationException Boom = new("boom");

    [Theory]
    [InlineData(false, "Error: Function failed.")]
    [InlineData(true, "Error: Function failed. Exception: boom")]
    public async Task Ask_FunctionFails_ModelIsToldAndCallerHasTheException(bool detailed, string expected)
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail")), Says("world"));
        var client = Client(model);
        client.IncludeDetailedErrors = detailed;

        var turn = await AskAsync(client, With(Throws("Fail", Boom)));

        Assert.Equal($"tool: result(c1 {expected})", model.Requests[1].Messages[^1]);
        Assert.Same(Boom, turn.Succeeded().Result("c1").Exception);
        Assert.Equal("world", turn.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Ask_EveryRoundFails_TheExceptionItselfIsThrownAfterTheLimit(int limit)
    {
        using var model = new ScriptedChatClient { Otherwise = index => Calls(Call($"c{index}", "Fail")) };
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = limit;

        var turn = await AskAsync(client, With(Throws("Fail", Boom)));

        Assert.Same(Boom, turn.Failure);
        Assert.Equal(limit + 1, model.Requests.Count);
    }

    [Fact]
    public async Task Ask_ARoundSucceedsInBetween_TheCountStartsAnew()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Fail")), Calls(Call("c2", "Echo", ("text", "a"))), Calls(Call("c3", "Fail")),
            Says("world"));
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 1;

        Assert.Equal("world", (await AskAsync(client, With(Throws("Fail", Boom), Echo()))).Succeeded().Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_OneOfTwoCallsFails_TheRoundCountsAsFailed(bool concurrent)
    {
        using var model = new ScriptedChatClient
        {
            Otherwise = index => Calls(Call($"a{index}", "Echo", ("text", "a")), Call($"b{index}", "Fail")),
        };
        var client = Client(model);
        client.AllowConcurrentInvocation = concurrent;
        client.MaximumConsecutiveErrorsPerRequest = 1;

        var turn = await AskAsync(client, With(Throws("Fail", Boom), Echo()));

        Assert.Same(Boom, turn.Failure);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Ask_SeveralConcurrentCallsFailBeyondTheLimit_AllAreInOneAggregateExceptionInTheOrderOfTheCalls()
    {
        var other = new NotSupportedException("bang");
        var secondFails = new TaskCompletionSource();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail"), Call("c2", "FailToo"), Call("c3", "Echo", ("text", "a"))));
        var client = Client(model);
        client.AllowConcurrentInvocation = true;
        client.MaximumConsecutiveErrorsPerRequest = 0;
        var last = AIFunctionFactory.Create(
            async Task<string> () =>
            {
                await secondFails.Task;
                throw Boom;
            },
            "Fail");
        var first = AIFunctionFactory.Create(
            string () =>
            {
                secondFails.SetResult();
                throw other;
            },
            "FailToo");

        var turn = await AskAsync(client, With(last, first, Echo()));

        Assert.Equal([Boom, other], Assert.IsType<AggregateException>(turn.Failure).InnerExceptions);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Ask_FirstOfTwoSerialCallsFailsAtTheLimit_TheSecondDoesNotRun()
    {
        var ran = false;
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail"), Call("c2", "Second")));
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 0;

        var turn = await AskAsync(client, With(Throws("Fail", Boom), AIFunctionFactory.Create(() => { ran = true; }, "Second")));

        Assert.Same(Boom, turn.Failure);
        Assert.False(ran);
    }

    [Fact]
    public async Task Ask_FirstOfTwoSerialCallsFailsWithinTheLimit_TheSecondRuns()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail"), Call("c2", "Echo", ("text", "b"))), Says("world"));

        await AskAsync(Client(model), With(Throws("Fail", Boom), Echo()));

        Assert.Equal("tool: result(c1 Error: Function failed.) result(c2 echo b)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Ask_FunctionThrowsAggregateException_IsThrownAsItIs()
    {
        var failure = new AggregateException(Boom);
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail")));
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 0;

        Assert.Same(failure, (await AskAsync(client, With(Throws("Fail", failure)))).Failure);
    }

    [Fact]
    public async Task Ask_FunctionIsCancelledButTheRequestIsNot_CountsAsAnError()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail")), Says("world"));

        var turn = await AskAsync(Client(model), With(Throws("Fail", new OperationCanceledException())));

        Assert.Equal(["c1: Error: Function failed."], turn.Succeeded().ResultTexts);
        Assert.IsType<OperationCanceledException>(turn.Result("c1").Exception);
    }

    [Fact]
    public async Task Ask_RequestIsCancelledInAFunction_OperationCanceledAndNoFurtherRequest()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var model = new ScriptedChatClient(Calls(Call("c1", "Cancel")), Says("world"));
        var cancel = AIFunctionFactory.Create(
            async (CancellationToken token) =>
            {
                await cancellation.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
            "Cancel");

        var turn = await AskAsync(Client(model), [new ChatMessage(ChatRole.User, "hello")], With(cancel), cancellation.Token);

        Assert.IsAssignableFrom<OperationCanceledException>(turn.Failure);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Ask_FunctionReturnsAResultWithAnException_CountsAsAnError()
    {
        using var model = new ScriptedChatClient { Otherwise = _ => Calls(Call("c1", "F")) };
        var client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 1;
        var function = AIFunctionFactory.Create(FunctionResultContent () => new("c1", "bad") { Exception = Boom }, "F");

        Assert.Same(Boom, (await AskAsync(client, With(function))).Failure);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Ask_ArgumentMissing_IsAnErrorOfTheFunction()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo")), Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Equal(["c1: Error: Function failed."], turn.Succeeded().ResultTexts);
        Assert.IsType<ArgumentException>(turn.Result("c1").Exception);
    }
}
