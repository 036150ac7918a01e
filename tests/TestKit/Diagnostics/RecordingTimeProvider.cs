using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Websopy.SemanticKernel.TestKit.Diagnostics;

/// <summary>A clock that the test moves, and that remembers for how long timers were set.</summary>
public sealed class RecordingTimeProvider : FakeTimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>Whether a timer's time comes as soon as it is set: waits are recorded and cost nothing.</summary>
    public bool SkipsWaits { get; init; }

    /// <summary>The finite times that timers were created with, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _waits.Enqueue(dueTime);
            if (SkipsWaits)
                Advance(dueTime);
        }

        return timer;
    }

    /// <summary>
    /// Moves the clock on until the task has ended. For code whose timers the test cannot see being set: a step may come before
    /// the timer, so there are as many as it takes, with time for other threads between them.
    /// </summary>
    public async Task AdvanceUntilAsync(Task task, TimeSpan step, CancellationToken cancellationToken)
    {
        while (!task.IsCompleted)
        {
            Advance(step);
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
