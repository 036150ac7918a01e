using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Websopy.SemanticKernel.DevServer.Runs;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Runs;

public sealed class ChatRunTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly ChatResponseUpdate Piece = new(ChatRole.Assistant, "x");

    [Fact]
    public async Task Cancel_ModelIgnoresItsToken_IsStoppedAtTheNextUpdate()
    {
        using var gate = new SemaphoreSlim(1);
        var taken = 0;
        async IAsyncEnumerable<ChatResponseUpdate> Answer()
        {
            while (true)
            {
                await gate.WaitAsync(CancellationToken.None);
                taken++;
                yield return Piece;
            }
        }

        var runs = Create(new FunctionModel(_ => Answer()));
        var run = runs.TryStart(null, TestRuns.Question, out var reader)!;
        while (reader!.Take(out _).IsEmpty)
            await reader.WaitAsync();

        run.Detach(reader);
        gate.Release(1000);
        await run.Completion.EndAsync();

        Assert.Equal(2, taken);
        Assert.NotNull(runs.TryStart(null, TestRuns.Question, out _));
    }

    [Fact]
    public async Task Cancel_ModelOfEndlessEmptyUpdates_FreesItsSlot()
    {
        var (begun, stop) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        async IAsyncEnumerable<ChatResponseUpdate> Answer()
        {
            while (!Volatile.Read(ref stop))
            {
                begun.TrySetResult();
                await Task.CompletedTask;
                yield return new ChatResponseUpdate();
            }
        }

        var runs = Create(new FunctionModel(_ => Answer()));
        var run = runs.TryStart(null, TestRuns.Question, out var reader)!;
        await begun.Task.EndAsync();
        try
        {
            run.Detach(reader!);
            await run.Completion.EndAsync();

            Assert.NotNull(runs.TryStart(null, TestRuns.Question, out _));
        }
        finally
        {
            Volatile.Write(ref stop, true);
        }
    }

    [Fact]
    public async Task Expire_CallbackOfTheModelThrows_EndsTheRunAndIsLogged()
    {
        var (time, log, begun) = (new FakeTimeProvider(), new CollectingLogger(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        async IAsyncEnumerable<ChatResponseUpdate> Answer([EnumeratorCancellation] CancellationToken token = default)
        {
            token.Register(() => throw new InvalidOperationException("a bad callback"));
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            yield return Piece;
        }

        var runs = Create(new FunctionModel(token => Answer(token)), Window, time, log);
        var run = runs.TryStart(null, TestRuns.Question, out var reader)!;
        await begun.Task.EndAsync();
        run.Detach(reader!);

        // The clock's thread is the timer's: what the callback throws there would end a process.
        time.Advance(Window);
        await run.Completion.EndAsync();

        Assert.Null(runs.Find(run.Id, null));
        SpinWait.SpinUntil(() => log.Lines.Any(line => line.Contains("a bad callback", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
        Assert.Contains(log.Lines, line => line.Contains("a bad callback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expire_TakenOverWhileAttaching_StillEndsTheRun()
    {
        var time = new FakeTimeProvider();
        var watch = new TimerWatch(time);
        var model = CancellableModel.Silent;
        var runs = Create(model, Window, watch);
        var run = runs.TryStart(null, TestRuns.Question, out var first)!;
        await model.Started;
        run.Detach(first!);

        // Another connection takes over and breaks just where the one before it might reset the window.
        var took = false;
        void TakeOver(TimeSpan dueTime)
        {
            if (took || dueTime != Timeout.InfiniteTimeSpan)
                return;
            took = true;
            run.Detach(run.TryAttach(0)!);
        }

        watch.Changing = TakeOver;
        var stale = run.TryAttach(0)!;
        TakeOver(Timeout.InfiniteTimeSpan);
        run.Detach(stale);
        time.Advance(Window);

        await run.Completion.EndAsync();
        Assert.True(await model.Cancelled);
    }

    [Fact]
    public async Task Detach_ModelStillAtWork_KeepsItsSlotForTheWindow()
    {
        var time = new FakeTimeProvider();
        var model = CancellableModel.Silent;
        var runs = Create(model, Window, time);
        var run = runs.TryStart(null, TestRuns.Question, out var reader)!;
        await model.Started;

        run.Detach(reader!);

        Assert.Null(runs.TryStart(null, TestRuns.Question, out _));
        time.Advance(Window);
        await run.Completion.EndAsync();
        Assert.NotNull(runs.TryStart(null, TestRuns.Question, out _));
    }

    [Fact]
    public async Task Completion_LoggerThrows_StreamStillEndsWithTheError()
    {
        var log = new FullDiskLogger();
        var runs = Create(new FunctionModel(_ => throw new InvalidOperationException("x")), logger: log);
        var run = runs.TryStart(null, TestRuns.Question, out var reader)!;

        await run.Completion.EndAsync();

        Assert.True(run.Events.IsComplete);
        Assert.Contains("model_error", Text(reader!), StringComparison.Ordinal);
        Assert.Contains("IOException", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_ExceptionCannotBeRead_StreamStillEndsWithTheError()
    {
        var runs = Create(new FunctionModel(_ => throw new UnreadableException()));
        var run = runs.TryStart(null, TestRuns.Question, out var reader)!;

        await run.Completion.EndAsync();

        Assert.True(run.Events.IsComplete);
        Assert.Contains("(UnreadableException): its message cannot be read (NotSupportedException).", Text(reader!), StringComparison.Ordinal);
    }

    private static RunRegistry Create(IChatClient model, TimeSpan window = default, TimeProvider? time = null, ILogger? logger = null) => TestRuns.Create(
        model, o => (o.MaxConcurrentStreams, o.ResumeWindow, o.IncludeErrorDetails) = (1, window, true), time, logger);

    private static string Text(EventReader reader) => Encoding.UTF8.GetString(reader.Take(out _).Span);

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }

    /// <summary>Fails at errors, and keeps what is worse.</summary>
    private sealed class FullDiskLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
                throw new IOException("The disk is full.");
            Lines.Add(formatter(state, exception));
        }
    }
}
