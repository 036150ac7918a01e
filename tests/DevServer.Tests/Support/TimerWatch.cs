using System.Threading.Channels;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

/// <summary>Another clock, and news of every timer that is set on it: so that a test moves the clock when there is something to fire.</summary>
internal sealed class TimerWatch(TimeProvider inner) : TimeProvider
{
    private readonly Channel<TimeSpan> _started = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Called before a timer is set anew.</summary>
    public Action<TimeSpan>? Changing { get; set; }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this, inner.CreateTimer(callback, state, dueTime, period));
        Report(dueTime);
        return timer;
    }

    /// <summary>Completes when a timer of this length was set.</summary>
    public async Task Started(TimeSpan dueTime)
    {
        while (await _started.Reader.ReadAsync(TestContext.Current.CancellationToken) != dueTime)
        {
        }
    }

    private void Report(TimeSpan dueTime) => Assert.True(_started.Writer.TryWrite(dueTime));

    private sealed class WatchedTimer(TimerWatch watch, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            watch.Changing?.Invoke(dueTime);
            var changed = inner.Change(dueTime, period);
            watch.Report(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
