using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>Functions, model clients and listeners that do what they should not.</summary>
public sealed class HostileTests : MidStreamTest
{
    [Fact]
    public async Task StreamFails_WhatAFunctionRegisteredThrows_FunctionIsWaitedForAndAnswered()
    {
        using var logs = new RecordedLogs(LogLevel.Error);
        var ended = false;
        var started = new TaskCompletionSource();
        var tool = AIFunctionFactory.Create(async (CancellationToken token) =>
        {
            var cancelled = new TaskCompletionSource();
            using var waiting = token.Register(cancelled.SetResult);
            using var throwing = token.Register(() => throw new InvalidOperationException("callback"));
            started.SetResult();
            await cancelled.Task;
            await Task.Yield();
            ended = true;
            return "booked";
        }, "Tool");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), started.Task, new InvalidOperationException("broke")));

        var turn = await AskAsync(Client(model, loggers: logs), With(tool));

        Assert.True(ended);
        Assert.Equal("broke", turn.Failure?.Message);
        Assert.Equal(["c1: booked"], turn.ResultTexts);
        Assert.Equal(0, model.OpenStreams);
        Assert.Contains(logs.Entries, entry => entry.Exception is AggregateException failure && failure.Flatten().InnerException?.Message == "callback");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ServerAnswers_WhatTheFunctionRegisteredBlocksAndThrows_TextFlowsOn(bool throws)
    {
        using var logs = new RecordedLogs(LogLevel.Error);
        var (started, passed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var flowed = false;
        var tool = AIFunctionFactory.Create(async (CancellationToken token) =>
        {
            var cancelled = new TaskCompletionSource();
            using var registration = token.Register(() =>
            {
                flowed = passed.Task.Wait(TimeSpan.FromSeconds(20), CancellationToken.None);
                cancelled.SetResult();
                if (throws) throw new InvalidOperationException("callback");
            });
            started.SetResult();
            await cancelled.Task;
        }, "Tool");
        using var model = new ScriptedChatClient(new Round(
            Update(Call("c1", "Tool")), started.Task, Update(new FunctionResultContent("c1", "of the server")), Text("a"), passed.Task));
        var lines = new List<string>();

        await foreach (var update in Client(model, loggers: logs).GetStreamingResponseAsync("hello", With(tool), Token))
        {
            lines.Add(Describe(update));
            if (update.Text == "a") passed.SetResult();
        }

        Assert.True(flowed);
        Assert.Equal(["call(c1 Tool)", "result(c1 of the server)", "a"], lines);
        Assert.Equal(throws ? 1 : 0, logs.Entries.Count);
    }

    [Fact]
    public async Task StreamFailsAndSoDoesItsDisposal_ResultsComeBeforeTheException()
    {
        var tool = new GatedFunction("Tool");
        using var model = new ManualModel((read, _) => read == 0 ? Update(Call("c1", "Tool")) : throw new InvalidOperationException("broke"))
        {
            DisposeFailure = new InvalidOperationException("not closed"),
        };

        var turn = await AskAsync(Client(model), With(tool));

        Assert.Equal("not closed", turn.Failure?.Message); // as with await foreach
        Assert.Equal(["c1: Error: Function was cancelled."], turn.ResultTexts);
        Assert.Equal(0, tool.Running);
    }

    [Fact]
    public async Task RoundsOfATurn_EachResponseIsClosed()
    {
        using var model = new ManualModel((read, _) => read switch { 0 => Update(Call("c1", "Tool")), 2 => Text("a"), _ => null });

        (await AskAsync(Client(model), With(AIFunctionFactory.Create(() => "done", "Tool")))).Succeeded();

        Assert.Equal(2, model.Disposals);
    }

    [Fact]
    public async Task DisposeAsync_AsFunctionsRun_NothingFollows()
    {
        var tool = new GatedFunction("Tool");
        using var model = new ScriptedChatClient(Calls(Call("c1", "Tool")));
        var updates = Open(Client(model), With(tool));
        await NextAsync(updates);

        await updates.DisposeAsync();
        Assert.False(await updates.MoveNextAsync());
        await updates.DisposeAsync();
        Assert.Equal(0, tool.Running);
    }

    [Fact]
    public async Task DisposeAsync_BeforeTheFirstRead_NothingIsAsked()
    {
        using var model = new ScriptedChatClient(Says("a"));
        var updates = Open(Client(model));

        await updates.DisposeAsync();

        Assert.False(await updates.MoveNextAsync());
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task DisposeAsync_AfterTheEnd_LetsGoOfTheCallersToken()
    {
        using var cancellation = new CancellationTokenSource();
        using var model = new ScriptedChatClient(Says("a"));

        (await AskAsync(Client(model), token: cancellation.Token)).Succeeded();
        await cancellation.CancelAsync();

        Assert.False(model.LastToken.IsCancellationRequested);
    }

    [Fact]
    public async Task DisposeAsync_AListenerThrows_LetsGoOfTheCallersToken()
    {
        using var source = new ActivitySource($"tests.{Guid.NewGuid():N}");
        using var listener = new ActivityListener
        {
            ShouldListenTo = other => other == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "orchestrate_tools") throw new InvalidOperationException("listener");
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var cancellation = new CancellationTokenSource();
        var seen = CancellationToken.None;
        var options = With(new ApprovalRequiredAIFunction(AIFunctionFactory.Create((CancellationToken token) => seen = token, "Tool")));
        using var model = new ScriptedChatClient(Says("a")) { ActivitySource = source };
        var request = new ToolApprovalRequestContent("r1", Call("c1", "Tool"));
        ChatMessage[] history = [new(ChatRole.Assistant, [request]), new(ChatRole.User, [request.CreateResponse(approved: true)])];
        var updates = Client(model).GetStreamingResponseAsync(history, options, cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        await NextAsync(updates);
        await NextAsync(updates); // the base's: no round is there to be cancelled

        var failure = await Record.ExceptionAsync(async () => await updates.DisposeAsync());
        await cancellation.CancelAsync();

        Assert.Equal("listener", failure?.Message);
        Assert.True(seen.CanBeCanceled);
        Assert.False(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task Trace_ResultCannotBeWritten_ResultIsNotLost()
    {
        using var logs = new RecordedLogs(LogLevel.Trace);
        using var model = new ScriptedChatClient(Calls(Call("c1", "Tool")), Says("a"));
        using var client = Client(model, loggers: logs);
        var result = new Unwritable();
        client.FunctionInvoker = (_, _) => new ValueTask<object?>(result);

        var turn = (await AskAsync(client, With(new GatedFunction("Tool")))).Succeeded();

        Assert.Same(result, turn.Result("c1").Result);
        Assert.Contains("returned {}", logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllowConcurrentInvocation_ChangedInMidTurn_RoundGoesOnAsItBegan()
    {
        MidStreamFunctionInvokingChatClient client = null!;
        var second = new CountedFunction(AIFunctionFactory.Create(() => "second", "Second"));
        var first = AIFunctionFactory.Create(string () =>
        {
            client.AllowConcurrentInvocation = true;
            throw new InvalidOperationException("boom");
        }, "First");
        using var model = new ScriptedChatClient(Calls(Call("c1", "First"), Call("c2", "Second")));
        client = Client(model);
        client.MaximumConsecutiveErrorsPerRequest = 0;

        var turn = await AskAsync(client, With(first, second));

        Assert.Equal("boom", turn.Failure?.Message);
        Assert.Equal(0, second.Count);
        Assert.Equal(["c1: Error: Function failed.", "c2: Error: Function was not invoked."], turn.ResultTexts);
    }

    private sealed class Unwritable
    {
        public string Value => throw new ArgumentException("no");
    }
}
