using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestAllocationTests
{
    private const int Messages = 5_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_LongHistory_AtMost20BytesAMessage(bool withTools)
    {
        var history = History(withTools);
        var options = new ChatOptions { Instructions = "i", Temperature = 0.5f, StopSequences = ["x"] };
        var least = long.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            // The best of several runs: a collection in between may empty the pool.
            var before = GC.GetAllocatedBytesForCurrentThread();
            using (var buffer = new PooledBuffer<byte>()) RequestWriter.Write(buffer, history, options, "m", RequestBody.Client);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, 20 * Messages);
        // In truth it is a small sum for the whole request: nothing at all is allocated for a message.
        Assert.InRange(least, 1, 2_000);
    }

    private static List<ChatMessage> History(bool withTools)
    {
        var history = new List<ChatMessage>(Messages);
        for (var i = 0; history.Count < Messages; i++)
        {
            if (withTools && i % 9 == 4)
            {
                var arguments = new Dictionary<string, object?> { ["city"] = "Paris", ["days"] = 3, ["unit"] = RequestBody.Json("\"metric\"") };
                history.Add(new(ChatRole.Assistant, [new FunctionCallContent($"call_{i}", "weather", arguments)]));
                history.Add(new(ChatRole.Tool, [new FunctionResultContent($"call_{i}", "晴")]));
            }
            else
            {
                history.Add(new(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"Message {i} 说 \"hello\""));
            }
        }

        return history;
    }
}
