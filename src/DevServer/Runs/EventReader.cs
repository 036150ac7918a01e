using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Websopy.SemanticKernel.DevServer.Runs;

/// <summary>One connection's view of a run's events. It holds bytes only while there are some to send.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and a close may come at any time.")]
internal sealed class EventReader(ReplayBuffer buffer)
{
    /// <summary>Events that are ready together share a write up to this size, which is well below what a client reads at once.</summary>
    private const int BatchBytes = 16 * 1024;

    private readonly AsyncSignal _signal = new();
    private readonly CancellationTokenSource _closed = new();
    private ArraySegment<byte> _batch = ArraySegment<byte>.Empty;

    /// <summary>Set when another connection took over or the run was cancelled.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Takes the events that are ready, which ends the use of those taken before.</summary>
    /// <param name="isEnd">Whether none is left and none will come.</param>
    public ReadOnlyMemory<byte> Take(out bool isEnd)
    {
        if (_batch.Count > 0)
            ArrayPool<byte>.Shared.Return(_batch.Array!);
        _batch = buffer.Take(this, BatchBytes, out isEnd);
        return _batch;
    }

    /// <summary>Completes when there may be something to take or to do.</summary>
    public ValueTask WaitAsync() => _signal.WaitAsync();

    public void Wake() => _signal.Set();

    public void Close()
    {
        _closed.Cancel();
        _signal.Set();
    }
}
