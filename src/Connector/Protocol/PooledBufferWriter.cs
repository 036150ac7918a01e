using System.Buffers;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>
/// A growing buffer on <see cref="ArrayPool{T}.Shared"/>. Whoever creates one disposes it, after the last use of what it
/// wrote: the array goes back to the pool and others write into it. Not for several threads at once.
/// </summary>
internal sealed class PooledBufferWriter : IBufferWriter<byte>, IDisposable
{
    public const int DefaultCapacity = 4096;

    private byte[] _buffer;
    private int _written;
    private bool _disposed;

    public PooledBufferWriter(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    public int WrittenCount => _written;

    /// <summary>What was written; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> WrittenMemory
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer.AsMemory(0, _written);
        }
    }

    /// <summary>What was written; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => WrittenMemory.Span;

    /// <summary>Forgets what was written and keeps the array.</summary>
    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _written = 0;
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _written);
        _written += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_written);
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        var buffer = _buffer;
        _buffer = [];
        _written = 0;
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Reserve(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var needed = Math.Max(sizeHint, 1);
        if (_buffer.Length - _written >= needed) return;
        Grow(needed);
    }

    private void Grow(int needed)
    {
        var least = (long)_written + needed;
        if (least > Array.MaxLength)
            throw new InvalidOperationException($"The text to send has more than {Array.MaxLength} bytes; one request cannot hold it.");

        var capacity = Math.Min(Math.Max(least, 2L * _buffer.Length), Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent((int)capacity);
        _buffer.AsSpan(0, _written).CopyTo(larger);
        var smaller = _buffer;
        _buffer = larger;
        ArrayPool<byte>.Shared.Return(smaller);
    }
}
