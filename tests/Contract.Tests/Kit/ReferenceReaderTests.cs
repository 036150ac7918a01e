using System.Net.ServerSentEvents;
using System.Text;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Contract.Tests.Kit;

/// <summary>The tests rely on it, so it is tested itself.</summary>
public sealed class ReferenceReaderTests
{
    [Theory]
    [InlineData("data: a\n\n", "a")]
    [InlineData("data:a\r\rdata:  b\r\r", "a", " b")]
    [InlineData("data\r\n\r\n", "")]
    [InlineData("data: a\ndata: b\ndata:\n\n", "a\nb\n")]
    [InlineData(": c\n\nevent: x\n\ndata: a\n\ndata: cut\n", "a")]
    [InlineData("\uFEFFdata: a\n\n", "a")]
    [InlineData("id: 1\ndatum: x\n\n")]
    public void Read_AnyForm_AsTheStandardAndTheFrameworkSay(string stream, params string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        Assert.Equal(expected, ReferenceReader.Read(bytes).Select(item => item.Data));
        Assert.Equal(expected, SseParser.Create(new MemoryStream(bytes)).Enumerate().Select(item => item.Data));
    }

    [Fact]
    public void Read_Ids_StayInForce()
    {
        var events = ReferenceReader.Read("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"u8);
        Assert.Equal(["1", "1", ""], events.Select(item => item.LastEventId));
        Assert.Equal([15, 24, 36], events.Select(item => item.End));
    }

    [Fact]
    public void Read_EveryGoldenReply_ItsChunks()
    {
        foreach (var reply in GoldenReplies.All)
        {
            foreach (var ending in LineEndings.All)
                Assert.Equal(reply.Chunks, ReferenceReader.Read(reply.ToBytes(ending)).Select(item => item.Data));
        }
    }
}
