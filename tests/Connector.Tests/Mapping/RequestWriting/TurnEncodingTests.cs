using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

/// <summary>What a turn has sent is not encoded again, shown by results that count how often they are read.</summary>
public class TurnEncodingTests
{
    private const int Rounds = 20;

    [Fact]
    public void Write_ManyRounds_EachResultEncodedOnce()
    {
        using var turn = new TurnMessages([new(ChatRole.User, "a")]);

        var results = WriteRounds(turn);

        Assert.All(results, result => Assert.Equal(1, result.Reads));
    }

    [Fact]
    public void Write_PlainList_EachResultEncodedEveryRound()
    {
        var results = WriteRounds([new(ChatRole.User, "a")]);

        Assert.Equal(Enumerable.Range(1, Rounds).Reverse(), results.Select(result => result.Reads));
    }

    [Fact]
    public void Write_InstructionsChangeEveryRound_EachResultEncodedOnce()
    {
        using var turn = new TurnMessages([new(ChatRole.User, "a")]);

        var results = WriteRounds(turn, round => new ChatOptions { Instructions = round % 3 == 0 ? null : $"i{round}" });

        Assert.All(results, result => Assert.Equal(1, result.Reads));
    }

    [Fact]
    public void Write_HeadOfTheHistoryCutOff_EachResultEncodedOnce()
    {
        // A result whose call is gone, and results in another order than their calls: such a history is sorted as a whole, once.
        var old = new Counted();
        using var turn = new TurnMessages(
        [
            new(ChatRole.Tool, [new FunctionResultContent("gone", old)]),
            new(ChatRole.Assistant, [new FunctionCallContent("a", "f"), new FunctionCallContent("b", "f")]),
            new(ChatRole.Tool, [new FunctionResultContent("b", "rb")]),
            new(ChatRole.Tool, [new FunctionResultContent("a", "ra")]),
            new(ChatRole.User, "a"),
        ]);

        var results = WriteRounds(turn);

        Assert.Equal(1, old.Reads);
        Assert.All(results, result => Assert.Equal(1, result.Reads));
    }

    [Fact]
    public void Write_CallOfTheIdThatAnOrphanWaitsFor_OrphanGoesToIt()
    {
        using var turn = new TurnMessages([new(ChatRole.Tool, [new FunctionResultContent("late", "early")]), new(ChatRole.User, "a")]);
        Assert.StartsWith("""{"role":"tool","toolCallId":"late","content":"early"}""", RequestBody.Messages(RequestBody.Of(turn)), StringComparison.Ordinal);

        turn.Add(new(ChatRole.Assistant, [new FunctionCallContent("late", "f")]));

        Assert.EndsWith(
            """{"role":"tool","toolCallId":"late","name":"f","content":"early"}""", RequestBody.Messages(RequestBody.Of(turn)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ResultsOfTheSameCallsComeInTwoRequests_EachResultEncodedOnce()
    {
        Counted first = new(), second = new();
        using var turn = new TurnMessages(
        [
            new(ChatRole.Assistant, [new FunctionCallContent("a", "f"), new FunctionCallContent("b", "g")]),
            new(ChatRole.Tool, [new FunctionResultContent("a", first)]),
        ]);
        RequestBody.Of(turn);
        turn.Add(new(ChatRole.Tool, [new FunctionResultContent("b", second)]));

        Assert.Contains("""{"role":"tool","toolCallId":"b","name":"g",""", RequestBody.Of(turn), StringComparison.Ordinal);
        Assert.Equal((1, 1), (first.Reads, second.Reads));
    }

    [Fact]
    public void Write_MessageChangedInTheMiddle_OnlyWhatFollowsIsEncodedAgain()
    {
        using var turn = new TurnMessages([new(ChatRole.User, "a")]);
        var results = WriteRounds(turn);

        ((TextContent)turn[1 + Rounds].Contents[0]).Text = "changed";
        RequestBody.Of(turn);
        RequestBody.Of(turn);

        Assert.Equal(
            Enumerable.Repeat(1, Rounds / 2).Concat(Enumerable.Repeat(2, Rounds / 2)), results.Select(result => result.Reads));
    }

    [Fact]
    public void Write_LaterRoundOfALongHistory_AllocatesNothingForAMessage()
    {
        using var turn = new TurnMessages(Enumerable.Range(0, 5_000).Select(i => new ChatMessage(ChatRole.User, $"message {i}")));
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            // The best of several rounds: a collection in between may empty the pool.
            var before = GC.GetAllocatedBytesForCurrentThread();
            using (var buffer = new PooledBuffer<byte>()) RequestWriter.Write(buffer, turn, null, null, RequestBody.Client);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            TurnReuseTests.AddRound(turn, round);
        }

        Assert.InRange(least, 1, 2_000);
    }

    private static List<Counted> WriteRounds(List<ChatMessage> messages, Func<int, ChatOptions>? options = null)
    {
        List<Counted> results = [];
        for (var round = 0; round < Rounds; round++)
        {
            var result = new Counted();
            results.Add(result);
            messages.Add(new(ChatRole.Assistant, [new TextContent("t"), new FunctionCallContent($"c{round}", "f")]));
            messages.Add(new(ChatRole.Tool, [new FunctionResultContent($"c{round}", result)]));
            RequestBody.Of(messages, options?.Invoke(round));
        }

        return results;
    }

    private sealed class Counted
    {
        private int _reads;

        [System.Text.Json.Serialization.JsonIgnore]
        public int Reads => _reads;

        public string Value
        {
            get
            {
                _reads++;
                return "v";
            }
        }
    }
}
