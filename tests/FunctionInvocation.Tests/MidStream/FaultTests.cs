using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>A turn that does not come to its end: nothing goes on running, and every call that was begun has a result.</summary>
public sealed class FaultTests : MidStreamTest
{
    private const int Updates = 8;

    public static TheoryData<int, bool> EveryUpdate
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var after = 0; after <= Updates; after++)
            {
                data.Add(after, false);
                data.Add(after, true);
            }

            return data;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StreamFails_FunctionsAreCancelledAndAnsweredBeforeTheException(bool concurrent)
    {
        var (first, second) = (new GatedFunction("First"), new GatedFunction("Second"));
        var failure = new InvalidOperationException("The connection broke.");
        using var model = new ScriptedChatClient(
            new Round(Text("a"), Update(Call("c1", "First"), Call("c2", "Second")), first.Started, Text("b"), failure));

        var turn = await AskAsync(Client(model, concurrent), With(first, second));

        Assert.Same(failure, turn.Failure);
        Assert.Equal((0, 0, 0), (first.Running, second.Running, model.OpenStreams));
        Assert.True(first.WasCancelled);
        Assert.Equal(["c1: Error: Function was cancelled.", "c2: Error: Function was cancelled."], turn.ResultTexts);
        Assert.Equal("ab", turn.Text);
    }

    [Fact]
    public async Task StreamFails_ResultThatIsThereIsNotLost()
    {
        var tool = new GatedFunction("Tool") { IgnoresCancellation = true, Result = "booked" };
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), tool.Started, new InvalidOperationException("broke")));

        var turn = await AskAsync(Client(model), With(tool));

        Assert.Equal(["c1: booked"], turn.ResultTexts);
        Assert.Equal("broke", turn.Failure?.Message);
    }

    [Fact]
    public async Task StreamFails_WithoutCalls_ExceptionComesAsItIs()
    {
        var failure = new InvalidOperationException("broke");
        using var model = new ScriptedChatClient(new Round(Text("a"), failure));

        var turn = await AskAsync(Client(model));

        Assert.Same(failure, turn.Failure);
        Assert.Equal(["a"], Lines(turn));
    }

    [Fact]
    public async Task SecondRequestFails_FirstRoundIsWhole()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo")), new Round(new InvalidOperationException("broke")));

        var turn = await AskAsync(Client(model), With(AIFunctionFactory.Create(() => "echo", "Echo")));

        Assert.Equal("broke", turn.Failure?.Message);
        Assert.Equal(["call(c1 Echo)", "result(c1 echo)"], Lines(turn));
    }

    [Theory]
    [MemberData(nameof(EveryUpdate))]
    public async Task Cancelled_AtAnyUpdate_EverythingEndsAndEveryCallHasItsResult(int after, bool concurrent)
    {
        var (tool, free) = (new GatedFunction("Tool"), new GatedFunction("Free"));
        free.End();
        using var model = Model();
        using var cancellation = new CancellationTokenSource();
        var updates = new List<ChatResponseUpdate>();
        if (after == 0) await cancellation.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Client(model, concurrent).GetStreamingResponseAsync("hello", With(tool, free), cancellation.Token))
            {
                updates.Add(update);
                if (updates.Count == 5) tool.End();
                if (updates.Count == after) await cancellation.CancelAsync();
            }

            // The turn may have been whole when it was cancelled.
            Assert.Equal(Updates, after);
            cancellation.Token.ThrowIfCancellationRequested();
        });

        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        AssertQuiet(model, tool, free);
        AssertEveryCallIsAnswered(updates);
    }

    [Theory]
    [MemberData(nameof(EveryUpdate))]
    public async Task Disposed_AtAnyUpdate_EverythingEnds(int after, bool concurrent)
    {
        var (tool, free) = (new GatedFunction("Tool"), new GatedFunction("Free"));
        free.End();
        using var model = Model();

        await using (var updates = Open(Client(model, concurrent), With(tool, free)))
        {
            for (var i = 0; i < after && await updates.MoveNextAsync(); i++)
            {
                if (i == 4) tool.End();
            }
        }

        AssertQuiet(model, tool, free);
    }

    [Fact]
    public async Task Cancelled_WhileBothAreSilent_ComesBackAtOnce()
    {
        var tool = new GatedFunction("Tool");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), new TaskCompletionSource().Task));
        using var cancellation = new CancellationTokenSource();
        await using var updates = Open(Client(model), With(tool), cancellation.Token);
        await NextAsync(updates);

        var next = updates.MoveNextAsync().AsTask();
        await tool.Started.WaitAsync(Token);
        await cancellation.CancelAsync();

        Assert.True(await next.WaitAsync(Token));
        Assert.Equal("result(c1 Error: Function was cancelled.)", Describe(updates.Current));
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await updates.MoveNextAsync());
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        AssertQuiet(model, tool);
    }

    [Fact]
    public async Task Cancelled_ThroughTheEnumeratorsToken_IsTheSame()
    {
        var tool = new GatedFunction("Tool");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), new TaskCompletionSource().Task));
        using var cancellation = new CancellationTokenSource();
        var stream = Client(model).GetStreamingResponseAsync("hello", With(tool), Token).WithCancellation(cancellation.Token);

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in stream) await cancellation.CancelAsync();
        });

        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        AssertQuiet(model, tool);
    }

    [Fact]
    public async Task Disposed_WhileAReadIsUnderWay_WaitsForItsEnd()
    {
        var tool = new GatedFunction("Tool");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), new TaskCompletionSource().Task));
        var updates = Open(Client(model), With(tool));
        await NextAsync(updates);
        tool.End();
        await NextAsync(updates); // the result: the read of the stream goes on behind it

        await updates.DisposeAsync().AsTask().WaitAsync(Token);

        AssertQuiet(model, tool);
    }

    [Fact]
    public async Task FunctionThrowsCancellation_ThoughNobodyCancelled_IsAFailureOfTheFunction()
    {
        var fails = AIFunctionFactory.Create(string () => throw new OperationCanceledException("timed out"), "Fails");
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fails")), Says("Sorry."));

        var turn = await AskAsync(Client(model), With(fails));

        Assert.Equal("Sorry.", turn.Succeeded().Text);
        Assert.Equal(["c1: Error: Function failed."], turn.ResultTexts);
    }

    private static ScriptedChatClient Model() => new(
        new Round(Text("a"), Update(Call("c1", "Free")), Text("b"), Update(Call("c2", "Tool")), Text("c")), Says("d"));

    private static void AssertQuiet(ScriptedChatClient model, params GatedFunction[] functions)
    {
        Assert.Equal(0, model.OpenStreams);
        Assert.All(functions, function => Assert.Equal(0, function.Running));
    }

    private static void AssertEveryCallIsAnswered(IReadOnlyList<ChatResponseUpdate> updates)
    {
        var contents = updates.SelectMany(update => update.Contents).ToList();
        Assert.Equal(
            contents.OfType<FunctionCallContent>().Select(call => call.CallId).Order(),
            contents.OfType<FunctionResultContent>().Select(result => result.CallId).Order());
    }
}
