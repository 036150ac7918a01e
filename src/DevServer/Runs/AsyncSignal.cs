using System.Threading.Tasks.Sources;

namespace Websopy.SemanticKernel.DevServer.Runs;

/// <summary>
/// Wakes its one waiter, now or at its next wait. Costs no allocation a wait, which a stream does once an event.
/// </summary>
internal sealed class AsyncSignal : IValueTaskSource
{
    private readonly Lock _gate = new();
    private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };
    private bool _isSet;
    private bool _isWaiting;

    public void Set()
    {
        lock (_gate)
        {
            if (!_isWaiting)
            {
                _isSet = true;
                return;
            }

            _isWaiting = false;
        }

        _source.SetResult(true);
    }

    /// <summary>Completes at the next <see cref="Set"/>, or at once where one came since the last wait.</summary>
    public ValueTask WaitAsync()
    {
        lock (_gate)
        {
            if (_isSet)
            {
                _isSet = false;
                return ValueTask.CompletedTask;
            }

            _source.Reset();
            _isWaiting = true;
            return new ValueTask(this, _source.Version);
        }
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
