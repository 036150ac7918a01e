using System.Threading.Channels;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>The calls of a round that have been taken on, and how they end: side by side, or one after the other.</summary>
/// <remarks>Calls are started and taken by the reader of the stream alone; the functions run on the thread pool.</remarks>
internal sealed class CallsUnderWay(bool concurrent, CancellationToken cancellationToken)
{
    /// <summary>As many entries at most as the response has calls.</summary>
    private readonly Channel<(RoundCall Call, CallOutcome Outcome)> _ended =
        Channel.CreateUnbounded<(RoundCall, CallOutcome)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly List<Task> _tasks = [];
    private Task _last = Task.CompletedTask;
    private Task<bool>? _waiting;
    private int _outstanding;
    private volatile bool _startsNoMore;

    /// <summary>Whether no call is running, waiting to run, or waiting to be taken.</summary>
    public bool IsIdle => _outstanding == 0;

    /// <summary>Whether the functions run side by side.</summary>
    public bool IsConcurrent => concurrent;

    /// <summary>Whether calls that come now, or wait for others to end, no longer begin.</summary>
    public bool StartsNoMore => _startsNoMore;

    /// <summary>Starts a function: at once, or when those before it have ended.</summary>
    /// <param name="call">Its call.</param>
    /// <param name="run">The run.</param>
    /// <param name="isFinal">Whether an outcome ends the turn, so that no more calls begin.</param>
    public void Start(RoundCall call, Func<CancellationToken, Task<CallOutcome>> run, Func<CallOutcome, bool> isFinal)
    {
        _outstanding++;
        var before = concurrent ? Task.CompletedTask : _last;
        call.Cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Not here: a function that computes, or blocks, before its first await would hold up the text.
        _last = Task.Run(() => RunAsync(call, run, isFinal, before), CancellationToken.None);
        _tasks.Add(_last);
    }

    /// <summary>Ends a call for which there is nothing to run.</summary>
    public void End(RoundCall call, CallOutcome outcome)
    {
        _outstanding++;
        _ended.Writer.TryWrite((call, outcome));
    }

    /// <summary>Takes a call that has ended.</summary>
    public bool TryTake(out (RoundCall Call, CallOutcome Outcome) ended)
    {
        if (!_ended.Reader.TryRead(out ended)) return false;
        _outstanding--;
        ended.Call.Cancellation?.Dispose();
        return true;
    }

    /// <summary>Waits until a call has ended. Not cancelled: the functions are, and then they end.</summary>
    public Task WhenOneEndsAsync() =>
        _waiting is { IsCompleted: false } waiting ? waiting : _waiting = _ended.Reader.WaitToReadAsync(CancellationToken.None).AsTask();

    /// <summary>Has something else of the round waited for as well.</summary>
    public void Add(Task task) => _tasks.Add(task);

    /// <summary>Waits until every call has ended, and whatever was added.</summary>
    public Task WhenAllEndAsync() => Task.WhenAll(_tasks);

    private async Task RunAsync(
        RoundCall call, Func<CancellationToken, Task<CallOutcome>> run, Func<CallOutcome, bool> isFinal, Task before)
    {
        await before.ConfigureAwait(false);
        var token = call.Cancellation!.Token;
        CallOutcome outcome;
        try
        {
            outcome = token.IsCancellationRequested ? new CallOutcome(CallStatus.Cancelled)
                : _startsNoMore && !concurrent ? new CallOutcome(CallStatus.Skipped)
                : await run(token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            outcome = new CallOutcome(CallStatus.Failed, Exception: exception); // or the round would wait for it forever
        }

        if (isFinal(outcome)) _startsNoMore = true;
        _ended.Writer.TryWrite((call, outcome));
    }
}
