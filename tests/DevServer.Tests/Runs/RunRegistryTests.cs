using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Protocol;
using Websopy.SemanticKernel.DevServer.Runs;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Runs;

public sealed class RunRegistryTests
{
    private static readonly ChatRequest Question = ChatRequest.FromMessage("Hello");

    [Fact]
    public void TryStart_Ids_AreLongAndEachHisOwn()
    {
        var runs = Create(CancellableModel.Silent, max: 100);

        var ids = Enumerable.Range(0, 100).Select(_ => runs.TryStart(null, Question, out var _)!.Id).ToArray();

        Assert.Equal(100, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    [Fact]
    public async Task Detach_MoreFinishedRunsThanTheLimit_ForgetsTheOldest()
    {
        var runs = Create(ScriptedChatClient.Play(s => s.Text("a")), max: 2);
        List<string> ids = [];
        for (var i = 0; i < 4; i++)
        {
            var run = runs.TryStart(null, Question, out var reader)!;
            await run.Completion.WaitAsync(TestContext.Current.CancellationToken);
            run.Detach(reader!);
            ids.Add(run.Id);
        }

        Assert.Equal([false, false, true, true], ids.Select(id => runs.Find(id, null) is not null));
    }

    [Fact]
    public async Task TryStart_FinishedButStillRead_HoldsItsSlot()
    {
        var runs = Create(ScriptedChatClient.Play(s => s.Text("a")), max: 1);
        var run = runs.TryStart(null, Question, out var reader)!;
        await run.Completion.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Null(runs.TryStart(null, Question, out _));

        run.Detach(reader!);

        Assert.NotNull(runs.TryStart(null, Question, out _));
    }

    [Fact]
    public void Find_OtherOwner_IsNothing()
    {
        var runs = Create(CancellableModel.Silent, max: 10);
        var run = runs.TryStart([1, 2], Question, out _)!;

        Assert.Same(run, runs.Find(run.Id, [1, 2]));
        Assert.Null(runs.Find(run.Id, [1, 3]));
        Assert.Null(runs.Find(run.Id, null));
    }

    [Fact]
    public async Task Stop_CancelsAwaitsAndLetsNoneStart()
    {
        var model = CancellableModel.Silent;
        var runs = Create(model, max: 10);
        var run = runs.TryStart(null, Question, out var reader)!;
        await model.Started;

        await runs.StopAsync().WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(model.HasEnded);
        Assert.True(reader!.Closed.IsCancellationRequested);
        Assert.Null(runs.Find(run.Id, null));
        Assert.Null(runs.TryStart(null, Question, out _));
    }

    [Fact]
    public async Task Stop_CallbackOfAModelThrows_CancelsTheOthersToo()
    {
        var tokens = new ConcurrentQueue<CancellationToken>();
        using var begun = new CountdownEvent(3);
        async IAsyncEnumerable<ChatResponseUpdate> Answer([EnumeratorCancellation] CancellationToken token = default)
        {
            tokens.Enqueue(token);
            token.Register(() => throw new InvalidOperationException("a bad callback"));
            begun.Signal();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            yield return new ChatResponseUpdate();
        }

        var runs = Create(new FunctionModel(token => Answer(token)), max: 3);
        for (var i = 0; i < 3; i++)
            runs.TryStart(null, Question, out _);
        begun.Wait(TestContext.Current.CancellationToken);

        await runs.StopAsync().EndAsync();

        Assert.Equal([true, true, true], tokens.Select(token => token.IsCancellationRequested));
    }

    private static RunRegistry Create(IChatClient model, int max) => TestRuns.Create(model, o => o.MaxConcurrentStreams = max);
}
