using System.Buffers;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>
/// A growing buffer on the shared pool. It rents when something is first written. Whoever creates one disposes it after the
/// last use of what it wrote: the array goes back to the pool and others write into it. Not for several threads at once.
/// </summary>
internal sealed class PooledBuffer<T> : IBufferWriter<T>, IDisposable
{
    private const int SmallestRent = 256;

    private T[] _buffer = [];
    private bool _disposed;

    public int Length { get; private set; }

    /// <summary>What was written; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<T> Written => WrittenMemory.Span;

    /// <inheritdoc cref="Written" />
    public ReadOnlyMemory<T> WrittenMemory
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer.AsMemory(0, Length);
        }
    }

    /// <summary>Forgets what was written and keeps the array.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets what was written behind the first <paramref name="length"/> elements.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - Length), nameof(count));
        Length += count;
    }

    public Memory<T> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(Length);
    }

    public Span<T> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(Length);
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    private static void Return(T[] buffer)
    {
        if (buffer.Length > 0) ArrayPool<T>.Shared.Return(buffer);
    }

    private void Reserve(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var needed = Length + (long)Math.Max(sizeHint, 1);
        if (needed > _buffer.Length) Grow(needed);
    }

    private void Grow(long needed)
    {
        if (needed > Array.MaxLength) throw new InvalidOperationException("The buffer would grow beyond what an array holds.");
        var size = Math.Max(Math.Max(needed, SmallestRent), Math.Min(2L * _buffer.Length, Array.MaxLength));
        var grown = ArrayPool<T>.Shared.Rent((int)size);
        Written.CopyTo(grown);
        Return(_buffer);
        _buffer = grown;
    }
}
