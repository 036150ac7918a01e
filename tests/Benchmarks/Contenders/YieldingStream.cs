using System.Runtime.CompilerServices;

namespace Websopy.SemanticKernel.Benchmarks.Contenders;

/// <summary>A body that brings one event a read, and each read only after a turn through the thread pool, as from a network.</summary>
internal sealed class YieldingStream(IReadOnlyList<byte[]> events) : Stream
{
    private int _next;
    private int _offset;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Pooled, so that the stream adds no bytes to those of its readers.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (_next == events.Count) return 0;
        var left = events[_next].AsMemory(_offset);
        var read = Math.Min(left.Length, buffer.Length); // at the end of a reader's buffer, a part of an event
        left[..read].CopyTo(buffer);
        _offset = read == left.Length ? 0 : _offset + read;
        _next += _offset == 0 ? 1 : 0;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
