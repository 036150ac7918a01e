using System.Buffers;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Protocol;

public class PooledBufferTests
{
    [Fact]
    public void Write_MoreThanItHolds_KeepsWhatWasWritten()
    {
        var random = new Random(1);
        var expected = new byte[300_000];
        random.NextBytes(expected);
        using var buffer = new PooledBuffer<byte>();

        for (var rest = expected.AsSpan(); rest.Length > 0;)
        {
            var part = rest[..Math.Min(rest.Length, random.Next(1, 5_000))];
            buffer.Write(part);
            rest = rest[part.Length..];
        }

        Assert.Equal(expected.Length, buffer.Length);
        Assert.Equal(expected, buffer.WrittenMemory.ToArray());
    }

    [Fact]
    public void GetMemory_MoreThanIsFree_AtLeastDoubles()
    {
        using var buffer = new PooledBuffer<byte>();
        var first = buffer.GetMemory().Length;
        buffer.Advance(first);

        var second = buffer.GetSpan(1).Length;

        Assert.True(second >= first, $"{second} bytes more, of {first}");
        Assert.True(buffer.GetMemory(100_000).Length >= 100_000);
    }

    [Fact]
    public void Clear_Written_StartsAnew()
    {
        using var buffer = new PooledBuffer<byte>();
        buffer.Write("abc"u8);
        buffer.Clear();
        buffer.Write("d"u8);

        Assert.Equal("d"u8.ToArray(), buffer.Written.ToArray());
    }

    [Fact]
    public void Advance_BeyondWhatIsThere_Throws()
    {
        using var buffer = new PooledBuffer<byte>();

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(buffer.GetMemory().Length + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.GetMemory(-1));
    }

    [Fact]
    public void GetMemory_MoreThanAnArrayHolds_ThrowsAndKeepsWhatWasWritten()
    {
        using var buffer = new PooledBuffer<byte>();
        buffer.Write("abc"u8);

        Assert.Throws<InvalidOperationException>(() => buffer.GetMemory(Array.MaxLength));
        Assert.Equal("abc"u8.ToArray(), buffer.Written.ToArray());
    }

    [Fact]
    public void Dispose_Twice_ReturnsOnce()
    {
        var first = new PooledBuffer<byte>();
        first.Write("first"u8);
        first.Dispose();
        first.Dispose();

        // An array that was returned twice would now be given out twice.
        using var second = new PooledBuffer<byte>();
        using var third = new PooledBuffer<byte>();
        second.Write("second"u8);
        third.Write("third"u8);

        Assert.Equal("second"u8.ToArray(), second.Written.ToArray());
        Assert.Throws<ObjectDisposedException>(() => first.WrittenMemory);
        Assert.Throws<ObjectDisposedException>(() => first.GetMemory());
    }
}
