using System.Buffers;
using System.Text;
using Websopy.SemanticKernel.DevServer.Runs;

namespace Websopy.SemanticKernel.DevServer.Tests.Runs;

public sealed class EventLogTests
{
    [Fact]
    public void Copy_AfterManyAppendsAndDiscards_GivesWhatWasAppended()
    {
        var log = new EventLog();
        for (var number = 1; number <= 5000; number++)
        {
            log.Append(Event(number));
            if (number % 3 != 0)
                log.DiscardFirst();

            var from = log.First + (log.Count > 2 ? log.Count / 2 : 0);
            if (from < log.Next)
                Assert.Equal(Expected(from, log.Next), Copy(log, from, int.MaxValue, out _));
        }

        Assert.Equal(1667, log.Count + 1);
        Assert.Equal(Expected(log.First, log.Next).Length, log.BytesFrom(log.First));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(20, 2)]
    [InlineData(29, 2)]
    [InlineData(1000, 3)]
    public void Copy_Limit_GivesWholeEventsAndAtLeastOne(int maxBytes, int events)
    {
        var log = new EventLog();
        for (var i = 0; i < 3; i++)
            log.Append("0123456789"u8);

        Assert.Equal(events * 10, Copy(log, 1, maxBytes, out var next).Length);
        Assert.Equal(1 + events, next);
    }

    [Fact]
    public void Append_EventOfAMegabyte_IsKeptWhole()
    {
        var log = new EventLog();
        log.Append("small"u8);
        var large = new byte[1 << 20];
        Array.Fill(large, (byte)'x');
        log.Append(large);

        Assert.Equal(large.Length, Copy(log, 2, 100, out _).Length);
        Assert.Equal("small", Copy(log, 1, 100, out _));
    }

    private static byte[] Event(long number) => Encoding.ASCII.GetBytes($"<{number}:{new string('x', (int)(number % 17))}>");

    private static string Expected(long from, long to)
    {
        var text = new StringBuilder();
        for (; from < to; from++)
            text.Append(Encoding.ASCII.GetString(Event(from)));
        return text.ToString();
    }

    private static string Copy(EventLog log, long from, int maxBytes, out long next)
    {
        var copy = log.Copy(from, maxBytes, out next);
        var text = Encoding.ASCII.GetString(copy);
        ArrayPool<byte>.Shared.Return(copy.Array!);
        return text;
    }
}
