using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A model that fails or breaks the rules, and callers that go away.</summary>
public abstract class FaultContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static readonly IOException Broken = new("broken");

    [Fact]
    public async Task Ask_ModelGivesNull_InvalidOperation()
    {
        using var model = new ScriptedChatClient(new Round(Text("a"), (ChatResponseUpdate?)null, Text("b")));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Contains("null", Assert.IsType<InvalidOperationException>(turn.Failure).Message, StringComparison.Ordinal);
        Assert.Equal(0, model.OpenStreams);
    }

    [Fact]
    public async Task Ask_ModelFailsAtOnce_ItsExceptionIsThrown()
    {
        using var model = new ScriptedChatClient(new Round(Broken));

        Assert.Same(Broken, (await AskAsync(Client(model), With(Echo()))).Failure);
    }

    [Fact]
    public async Task Ask_ModelFailsAfterACall_ItsExceptionIsThrownAndNoFurtherRequestMade()
    {
        using var model = new ScriptedChatClient(new Round(Text("a"), Update(Call("c1", "Echo", ("text", "a"))), Broken));

        Assert.Same(Broken, (await AskAsync(Client(model), With(Echo()))).Failure);
        Assert.Equal((1, 0), (model.Requests.Count, model.OpenStreams));
    }

    [Fact]
    public async Task Ask_ModelFailsInTheSecondRound_ItsExceptionIsThrown()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), new Round(Text("a"), Broken));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Same(Broken, turn.Failure);
        Assert.Equal((2, 0), (model.Requests.Count, model.OpenStreams));
    }

    [Fact]
    public async Task Ask_ModelFailsBeforeItStreams_ItsExceptionIsThrown()
    {
        using var model = new ScriptedChatClient();
        var client = Client(model.AsBuilder().Use((_, _, _, _) => throw Broken, (_, _, _, _) => throw Broken).Build());

        Assert.Same(Broken, (await AskAsync(client, With(Echo()))).Failure);
    }

    [Fact]
    public async Task Ask_ModelGivesUpByItself_ItsCancellationIsThrownAsItIs()
    {
        var timeout = new TaskCanceledException("timeout");
        using var model = new ScriptedChatClient(new Round(Text("a"), Update(Call("c1", "Echo", ("text", "a"))), timeout));

        Assert.Same(timeout, (await AskAsync(Client(model), With(Echo()))).Failure);
    }

    [Fact]
    public async Task Ask_CancelledBefore_OperationCanceled()
    {
        using var model = new ScriptedChatClient(new Round(new TaskCompletionSource().Task));

        var turn = await AskAsync(
            Client(model), [new ChatMessage(ChatRole.User, "hello")], With(Echo()), new CancellationToken(canceled: true));

        Assert.IsAssignableFrom<OperationCanceledException>(turn.Failure);
    }

    [Fact]
    public async Task Ask_CancelledWhileTheModelThinks_ReachesTheModel()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var model = new ScriptedChatClient(new Round(new TaskCompletionSource().Task));

        var asked = AskAsync(Client(model), [new ChatMessage(ChatRole.User, "hello")], With(Echo()), cancellation.Token);
        Assert.False(asked.IsCompleted);
        await cancellation.CancelAsync();

        var failure = Assert.IsAssignableFrom<OperationCanceledException>((await asked).Failure);
        Assert.Equal(cancellation.Token, failure.CancellationToken);
        Assert.True(model.LastToken.IsCancellationRequested);
        Assert.Equal(0, model.OpenStreams);
    }

    [Fact]
    public async Task Ask_AnyCall_FunctionsTokenIsCancelledWithTheRequests()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var started = new TaskCompletionSource();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Wait")));
        var wait = AIFunctionFactory.Create(
            async (CancellationToken token) =>
            {
                var cancelled = new TaskCompletionSource();
                await using var registration = token.Register(cancelled.SetResult);
                started.SetResult();
                await cancelled.Task;
                token.ThrowIfCancellationRequested();
            },
            "Wait");

        var asked = AskAsync(Client(model), [new ChatMessage(ChatRole.User, "hello")], With(wait), cancellation.Token);
        await started.Task.WaitAsync(Token);
        await cancellation.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await asked).Failure);
    }

    [Fact]
    public async Task Ask_SameClientTwiceAtOnce_TurnsDoNotMix()
    {
        var firstAsks = new TaskCompletionSource();
        var secondDone = new TaskCompletionSource();
        using var model = new ScriptedChatClient
        {
            Otherwise = index => index < 2 ? Calls(Call($"c{index}", "Meet", ("turn", index))) : Says("world"),
        };
        var client = Client(model);
        var meet = AIFunctionFactory.Create(
            async (int turn) =>
            {
                if (turn == 0)
                {
                    firstAsks.SetResult();
                    await secondDone.Task;
                }

                return turn;
            },
            "Meet");

        var first = AskAsync(client, With(meet));
        await firstAsks.Task.WaitAsync(Token);
        var second = await AskAsync(client, With(meet));
        secondDone.SetResult();

        Assert.Equal(["c1: 1"], second.Succeeded().ResultTexts);
        Assert.Equal(["c0: 0"], (await first).Succeeded().ResultTexts);
    }
}
