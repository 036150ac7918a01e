using System.Buffers;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>A growing buffer on the shared pool. It rents when something is first written and returns once, at <see cref="Dispose"/>.</summary>
internal sealed class PooledBuffer<T> : IBufferWriter<T>, IDisposable
{
    private const int SmallestRent = 256;

    private T[] _buffer = [];

    public int Length { get; private set; }

    public ReadOnlySpan<T> Written => _buffer.AsSpan(0, Length);

    public ReadOnlyMemory<T> WrittenMemory => _buffer.AsMemory(0, Length);

    public void Clear() => Length = 0;

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
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        Return(buffer);
    }

    private static void Return(T[] buffer)
    {
        if (buffer.Length > 0) ArrayPool<T>.Shared.Return(buffer);
    }

    private void Reserve(int sizeHint)
    {
        var needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed <= _buffer.Length) return;
        var grown = ArrayPool<T>.Shared.Rent(Math.Max(Math.Max(needed, SmallestRent), (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
        Written.CopyTo(grown);
        Return(_buffer);
        _buffer = grown;
    }
}
