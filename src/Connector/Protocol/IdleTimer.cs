namespace Websopy.SemanticKernel.Protocol;

/// <summary>
/// Cancels <see cref="Token"/> when one wait takes longer than the idle timeout. Only waiting counts: a consumer that is
/// slow to ask for more never times out.
/// </summary>
/// <remarks>
/// The timer is not set anew for each read, which would cost more than the read itself: it runs out, looks when the present
/// wait began, and runs on for what is left.
/// </remarks>
internal sealed class IdleTimer : IDisposable
{
    private const long NotWaiting = long.MinValue;

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _cancellation;
    private readonly ITimer? _timer;
    private long _waitingSince = NotWaiting;
    private volatile bool _expired;

    public IdleTimer(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        _time = time;
        _timeout = timeout;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout == Timeout.InfiniteTimeSpan) return;
        _timer = time.CreateTimer(static self => ((IdleTimer)self!).Check(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(timeout, Timeout.InfiniteTimeSpan); // not before the field is set: Check uses it
    }

    /// <summary>Cancelled by the caller's token, by <see cref="Cancel"/>, and when the time is out.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether it was this timer that cancelled.</summary>
    public bool Expired => _expired;

    public void WaitBegins() => Volatile.Write(ref _waitingSince, _time.GetTimestamp());

    public void WaitEnds() => Volatile.Write(ref _waitingSince, NotWaiting);

    /// <summary>Ends whatever waits on <see cref="Token"/>.</summary>
    public void Cancel() => _cancellation.Cancel();

    public void Dispose()
    {
        _timer?.Dispose();
        _cancellation.Dispose();
    }

    private void Check()
    {
        var since = Volatile.Read(ref _waitingSince);
        var left = since == NotWaiting ? _timeout : _timeout - _time.GetElapsedTime(since);
        if (left > TimeSpan.Zero)
        {
            _timer!.Change(left, Timeout.InfiniteTimeSpan);
            return;
        }

        _expired = true;
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer was disposed while the timer was running out: nothing waits any more.
        }
    }
}
