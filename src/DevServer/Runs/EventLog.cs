using System.Buffers;

namespace Websopy.SemanticKernel.DevServer.Runs;

/// <summary>
/// Numbered events in one ring of bytes, which grows with what it holds. Knows no bounds and no threads: <see cref="ReplayBuffer"/> does.
/// </summary>
internal sealed class EventLog
{
    private byte[] _bytes = new byte[512];
    private long[] _ends = new long[8];
    private long _start;

    /// <summary>The number of the oldest event that is still held; where none is, of the next one to come.</summary>
    public long First { get; private set; } = 1;

    /// <summary>The number that the next event will get.</summary>
    public long Next { get; private set; } = 1;

    public long Count => Next - First;

    /// <summary>The size of all events from this one on.</summary>
    public long BytesFrom(long number) => StartOf(Next) - StartOf(number);

    public void Append(ReadOnlySpan<byte> data)
    {
        var end = StartOf(Next);
        var needed = end - _start + data.Length;
        if (needed > _bytes.Length)
            GrowBytes((int)Math.Max(needed, Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        if (Count == _ends.Length)
            GrowEnds();

        CopyIn(end, data);
        _ends[Next++ % _ends.Length] = end + data.Length;
    }

    public void DiscardFirst()
    {
        _start = _ends[First % _ends.Length];
        First++;
    }

    /// <summary>Copies whole events from this one on, as many as fit in so many bytes but at least one.</summary>
    /// <returns>The copy, in an array of the shared pool; <paramref name="next"/> is the number after its last event.</returns>
    public ArraySegment<byte> Copy(long from, int maxBytes, out long next)
    {
        var start = StartOf(from);
        next = from + 1;
        while (next < Next && StartOf(next + 1) - start <= maxBytes)
            next++;

        var length = (int)(StartOf(next) - start);
        var copy = new ArraySegment<byte>(ArrayPool<byte>.Shared.Rent(length), 0, length);
        CopyOut(start, copy);
        return copy;
    }

    private long StartOf(long number) => number == First ? _start : _ends[(number - 1) % _ends.Length];

    private void CopyIn(long offset, ReadOnlySpan<byte> data)
    {
        var position = (int)(offset % _bytes.Length);
        var head = Math.Min(data.Length, _bytes.Length - position);
        data[..head].CopyTo(_bytes.AsSpan(position));
        data[head..].CopyTo(_bytes);
    }

    private void CopyOut(long offset, Span<byte> target)
    {
        var position = (int)(offset % _bytes.Length);
        var head = Math.Min(target.Length, _bytes.Length - position);
        _bytes.AsSpan(position, head).CopyTo(target);
        _bytes.AsSpan(0, target.Length - head).CopyTo(target[head..]);
    }

    private void GrowBytes(int size)
    {
        var held = new byte[(int)(StartOf(Next) - _start)];
        CopyOut(_start, held);
        _bytes = new byte[size];
        CopyIn(_start, held);
    }

    private void GrowEnds()
    {
        var larger = new long[_ends.Length * 2];
        for (var number = First; number < Next; number++)
            larger[number % larger.Length] = _ends[number % _ends.Length];
        _ends = larger;
    }
}
