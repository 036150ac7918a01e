using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>An answer's body with a bound on its bytes, whole and per event, since the event parser buffers without one.</summary>
/// <remarks>
/// It is the source of its own <see cref="ValueTask{TResult}"/>, as only one read is under way at a time: an async method here,
/// even a pooled one, would add a seventh to the time of an event that is read by itself.
/// </remarks>
/// <param name="inner">The body; disposed with the answer it belongs to, not here.</param>
/// <param name="idle">Bounds the silence between two reads.</param>
/// <param name="maxBytes">The most bytes in all.</param>
/// <param name="maxEventBytes">The most bytes without <see cref="EventCompleted"/>.</param>
/// <param name="bytesBefore">The bytes of earlier attempts at the same response, which count towards <paramref name="maxBytes"/>.</param>
internal sealed class BoundedStream(Stream inner, IdleTimer idle, long maxBytes, int maxEventBytes, long bytesBefore) : Stream, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _result;
    private ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter _read;
    private Action? _endWait;
    private long _bytes = bytesBefore;
    private long _bytesAtLastEvent = bytesBefore;

    /// <summary>How many bytes have come, those of earlier attempts among them.</summary>
    public long Bytes => _bytes;

    /// <summary>How many reads have brought bytes. Events that the same read brought can be told by it.</summary>
    public int Reads { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What the stream failed with; <see langword="null"/> where it ended in order, or has not ended.</summary>
    /// <remarks>
    /// To the parser a failure looks like the end. It may hold a whole event whose last line ends in CR, waiting to see whether
    /// LF follows, and hands that on at an end but not at an exception.
    /// </remarks>
    public Exception? Failure { get; private set; }

    /// <summary>Tells that an event is complete: the bytes after it count for the next one.</summary>
    public void EventCompleted() => _bytesAtLastEvent = _bytes;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Whoever asks for more has handed on every event that was whole: all bytes since the last one belong to one event.
        if (_bytes - _bytesAtLastEvent > maxEventBytes)
            return new(EndWith(Exceeded($"An event of the answer is larger than {nameof(WebsopyClientOptions.MaxEventBytes)}, {maxEventBytes} bytes.")));
        var read = inner.ReadAsync(buffer, cancellationToken);
        return read.IsCompletedSuccessfully ? new(Count(read.Result)) : WaitAsync(read);
    }

    private ValueTask<int> WaitAsync(ValueTask<int> read)
    {
        _result.Reset();
        var waited = new ValueTask<int>(this, _result.Version); // before the read can end, and the next one begin
        _read = read.ConfigureAwait(false).GetAwaiter();
        idle.WaitBegins();
        _read.UnsafeOnCompleted(_endWait ??= EndWait);
        return waited;
    }

    private void EndWait()
    {
        idle.WaitEnds();
        int count;
        try
        {
            count = Count(_read.GetResult());
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || (exception is OperationCanceledException && idle.Expired))
        {
            count = EndWith(exception);
        }
        catch (Exception exception)
        {
            _result.SetException(exception);
            return;
        }

        _result.SetResult(count); // runs the reader
    }

    int IValueTaskSource<int>.GetResult(short token) => _result.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);

    private int Count(int read)
    {
        if (read == 0) return 0;
        Reads++;
        _bytes += read;
        return _bytes <= maxBytes
            ? read
            : EndWith(Exceeded($"The answer is larger than {nameof(WebsopyClientOptions.MaxResponseBytes)}, {maxBytes} bytes."));
    }

    private int EndWith(Exception failure)
    {
        Failure = failure;
        return 0;
    }

    private static WebsopyException Exceeded(string message) => new(WebsopyErrorKind.LimitExceeded, message);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
