namespace Websopy.SemanticKernel.DevServer.Hosting;

/// <summary>Tells when a stream has been silent for too long. An event costs a time stamp, not a timer.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _interval;
    private readonly Action _wake;
    private readonly ITimer? _timer;
    private long _lastSent;

    public Heartbeat(TimeProvider timeProvider, TimeSpan interval, Action wake)
    {
        (_timeProvider, _interval, _wake) = (timeProvider, interval, wake);
        _lastSent = timeProvider.GetTimestamp();
        if (interval == Timeout.InfiniteTimeSpan)
            return;
        _timer = timeProvider.CreateTimer(static beat => ((Heartbeat)beat!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(interval, Timeout.InfiniteTimeSpan);
    }

    public bool IsDue => _timer is not null && Remaining <= TimeSpan.Zero;

    private TimeSpan Remaining => _interval - _timeProvider.GetElapsedTime(Volatile.Read(ref _lastSent));

    /// <summary>Something was sent.</summary>
    public void OnSent() => Volatile.Write(ref _lastSent, _timeProvider.GetTimestamp());

    /// <summary>A heartbeat was sent: the next one is a whole interval away.</summary>
    public void Restart()
    {
        OnSent();
        _timer?.Change(_interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();

    private void OnTimer()
    {
        // Set again also when it is due: an event that comes just now takes the place of the heartbeat.
        var remaining = Remaining;
        _timer!.Change(remaining > TimeSpan.Zero ? remaining : _interval, Timeout.InfiniteTimeSpan);
        if (remaining <= TimeSpan.Zero)
            _wake();
    }
}
