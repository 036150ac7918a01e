namespace Websopy.SemanticKernel.DevServer.Runs;

/// <summary>
/// The events of one run, between the model that makes them and the connection of the moment that takes them. Half of the
/// bounds is for events that no connection has taken: beyond it the model waits. The rest holds taken ones, for replay.
/// </summary>
internal sealed class ReplayBuffer(int maxEvents, int maxBytes)
{
    private readonly Lock _gate = new();
    private readonly EventLog _log = new();
    private readonly AsyncSignal _room = new();
    private EventReader? _reader;
    private long _cursor = 1;
    private bool _isComplete;
    private bool _isClosed;

    public bool IsAttached => Read(static b => b._reader is not null);

    /// <summary>Whether no more events will come.</summary>
    public bool IsComplete => Read(static b => b._isComplete);

    /// <summary>Whether no connection may attach any more.</summary>
    public bool IsClosed => Read(static b => b._isClosed);

    public void Append(ReadOnlySpan<byte> data)
    {
        EventReader? reader;
        lock (_gate)
        {
            _log.Append(data);
            while ((_log.Count > maxEvents || _log.BytesFrom(_log.First) > maxBytes) && _log.First < _cursor)
                _log.DiscardFirst();
            reader = _reader;
        }

        reader?.Wake();
    }

    /// <summary>Completes once the events that no connection has taken are few enough.</summary>
    public ValueTask WaitForRoomAsync(CancellationToken cancellationToken) =>
        Read(static b => b.HasRoom) ? ValueTask.CompletedTask : WaitAsync(cancellationToken);

    public void Complete()
    {
        EventReader? reader;
        lock (_gate)
        {
            _isComplete = true;
            reader = _reader;
        }

        reader?.Wake();
    }

    /// <summary>Goes on after an event, in place of whoever was attached.</summary>
    /// <returns><see langword="null"/> where the event is unknown, what follows it is discarded, or the buffer is closed.</returns>
    public EventReader? TryAttach(long after)
    {
        EventReader? previous;
        EventReader reader;
        lock (_gate)
        {
            if (_isClosed || after < _log.First - 1 || after >= _log.Next)
                return null;
            previous = _reader;
            reader = _reader = new EventReader(this);
            _cursor = after + 1;
        }

        _room.Set();
        previous?.Close();
        return reader;
    }

    /// <summary>Whether this was the reader of the moment, and now none is.</summary>
    public bool Detach(EventReader reader)
    {
        lock (_gate)
        {
            if (_reader != reader)
                return false;
            _reader = null;
            return true;
        }
    }

    /// <summary>Lets nobody attach any more, unless somebody is.</summary>
    public bool TryClose()
    {
        lock (_gate)
            return _isClosed = _isClosed || _reader is null;
    }

    /// <summary>Lets nobody attach any more, and sends away who is.</summary>
    public void Close()
    {
        EventReader? reader;
        lock (_gate)
        {
            _isClosed = true;
            reader = _reader;
        }

        reader?.Close();
    }

    /// <summary>Takes what is there for the reader of the moment, in an array of the shared pool.</summary>
    /// <returns>Whole events; none where nothing is there, or the reader was replaced.</returns>
    internal ArraySegment<byte> Take(EventReader reader, int maxBytes, out bool isEnd)
    {
        ArraySegment<byte> events;
        lock (_gate)
        {
            isEnd = _reader != reader || (_isComplete && _cursor == _log.Next);
            if (_reader != reader || _cursor == _log.Next)
                return ArraySegment<byte>.Empty;
            events = _log.Copy(_cursor, maxBytes, out _cursor);
        }

        _room.Set();
        return events;
    }

    private bool HasRoom => _log.Next - _cursor < Math.Max(1, maxEvents / 2) && _log.BytesFrom(_cursor) < maxBytes / 2;

    private T Read<T>(Func<ReplayBuffer, T> read)
    {
        lock (_gate)
            return read(this);
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static room => ((AsyncSignal)room!).Set(), _room);
        while (!Read(static b => b.HasRoom))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _room.WaitAsync().ConfigureAwait(false);
        }
    }
}
