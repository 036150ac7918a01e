namespace Websopy.SemanticKernel.TestKit.Bytes;

/// <summary>Plays a <see cref="ByteScript"/> as a response body and remembers how it was read.</summary>
/// <param name="script">What to deliver.</param>
/// <param name="asynchronous">Whether every read completes later, on another turn of the scheduler, or at once.</param>
public sealed class ScriptedStream(ByteScript script, bool asynchronous = false) : Stream
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _step;
    private int _offset;
    private int _pending;
    private int _reads;
    private long _bytesRead;

    /// <summary>Completes when the reader has closed the stream.</summary>
    public Task Disposed => _disposed.Task;

    public bool IsDisposed => _disposed.Task.IsCompleted;

    /// <summary>Reads begun, the one that found the end included.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Reads begun and not ended.</summary>
    public int PendingReads => Volatile.Read(ref _pending);

    public long BytesRead => Volatile.Read(ref _bytesRead);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Interlocked.Increment(ref _reads);
        if (Interlocked.Increment(ref _pending) != 1)
            throw new InvalidOperationException("A read began before the last one had ended.");

        try
        {
            if (asynchronous)
                await Task.Yield();

            cancellationToken.ThrowIfCancellationRequested();
            return buffer.IsEmpty ? 0 : await NextAsync(buffer, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Not for a client of a network: a synchronous read blocks a thread.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A response body was read synchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }

    private async ValueTask<int> NextAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_step < script.Steps.Count)
        {
            switch (script.Steps[_step])
            {
                case ByteStep.Data data:
                    return Deliver(data.Bytes, buffer.Span);
                case ByteStep.Stall stall:
                    await StallAsync(stall.Gate, cancellationToken);
                    _step++;
                    break;
                case ByteStep.Fault fault:
                    throw fault.Exception;
            }
        }

        return 0;
    }

    private int Deliver(ReadOnlyMemory<byte> bytes, Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, bytes.Length - _offset);
        bytes.Span.Slice(_offset, count).CopyTo(buffer);
        _offset += count;
        if (_offset == bytes.Length)
            (_step, _offset) = (_step + 1, 0);

        Interlocked.Add(ref _bytesRead, count);
        return count;
    }

    private async Task StallAsync(Gate gate, CancellationToken cancellationToken)
    {
        // As with a socket, closing the stream ends a read that waits.
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pass = gate.PassAsync(leave.Token);
        if (await Task.WhenAny(pass, Disposed) == Disposed && !pass.IsCompleted)
        {
            await leave.CancelAsync();
            throw new IOException("The response was closed while it was read.");
        }

        await pass;
    }
}
