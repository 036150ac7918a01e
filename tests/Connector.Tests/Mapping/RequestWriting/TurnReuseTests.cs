using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

/// <summary>The requests of a turn are the same bytes as without a memory of what was sent.</summary>
public class TurnReuseTests
{
    private static readonly Dictionary<string, Action<List<ChatMessage>>> Change = new()
    {
        ["nothing"] = _ => { },
        ["text"] = turn => Text(turn[1]).Text = "changed",
        ["text of the same letters"] = turn => Text(turn[1]).Text = new string(Text(turn[1]).Text),
        ["reasoning"] = turn => ((TextReasoningContent)turn[2].Contents[0]).Text = "changed",
        ["role"] = turn => turn[1].Role = ChatRole.System,
        ["role of other letters"] = turn => turn[1].Role = new ChatRole("USER"),
        ["author"] = turn => turn[1].AuthorName = "changed",
        ["arguments"] = turn => ((FunctionCallContent)turn[2].Contents[1]).Arguments = new Dictionary<string, object?> { ["x"] = 2 },
        ["result"] = turn => ((FunctionResultContent)turn[3].Contents[0]).Result = "changed",
        ["no result"] = turn => ((FunctionResultContent)turn[3].Contents[0]).Result = null,
        ["exception"] = turn => ((FunctionResultContent)turn[4].Contents[0]).Exception = new InvalidOperationException(),
        ["address"] = turn => ((UriContent)turn[0].Contents[1]).Uri = new Uri("https://h/changed.png"),
        ["message replaced"] = turn => turn[1] = new(ChatRole.User, "another"),
        ["first message replaced"] = turn => turn[0] = new(ChatRole.User, "another"),
        ["contents replaced"] = turn => turn[1].Contents = [new TextContent("another")],
        ["equal contents in another list"] = turn => turn[2].Contents = [.. turn[2].Contents],
        ["content replaced"] = turn => turn[1].Contents[0] = new TextContent("another"),
        ["content added to the front"] = turn => turn[0].Contents.Insert(0, new TextContent("more")),
        ["content added to the end"] = turn => turn[^2].Contents.Add(new TextContent("more")),
        ["usage added"] = turn => turn[1].Contents.Add(new UsageContent(new UsageDetails())),
        ["call added to an old message"] = turn => turn[2].Contents.Add(new FunctionCallContent("late", "f")),
        ["contents removed"] = turn => turn[0].Contents.RemoveAt(1),
        ["message removed"] = turn => turn.RemoveAt(1),
        ["first message removed"] = turn => turn.RemoveAt(0),
        ["last message removed"] = turn => turn.RemoveAt(turn.Count - 1),
        ["result removed"] = turn => turn.RemoveAt(3),
        ["call removed"] = turn => turn.RemoveAt(2),
        ["all removed"] = turn => turn.Clear(),
        ["all replaced"] = turn => { turn.Clear(); turn.Add(new(ChatRole.User, "another")); },
        ["message inserted"] = turn => turn.Insert(1, new(ChatRole.User, "inserted")),
        ["results swapped"] = turn => (turn[3], turn[4]) = (turn[4], turn[3]),
        ["result without a call"] = turn => turn.Add(new(ChatRole.Tool, [new FunctionResultContent("nobody", "r")])),
        ["result for an old call"] = turn => turn.Add(new(ChatRole.Tool, [new FunctionResultContent("open", "r")])),
    };

    public static TheoryData<string> Changes => [.. Change.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Write_ChangedBetweenRounds_SameBytesAsAnew(string change)
    {
        using var turn = new TurnMessages(History());
        AssertSame(turn);

        Change[change](turn);

        AssertSame(turn);
        AddRound(turn, 1);
        AssertSame(turn);
        AddRound(turn, 2);
        AssertSame(turn);
    }

    [Fact]
    public void Write_InstructionsComeChangeAndGo_SameBytesAsAnew()
    {
        using var turn = new TurnMessages(History());
        foreach (var instructions in new[] { "first", null, "second", "third", "", "first" })
        {
            AssertSame(turn, new ChatOptions { Instructions = instructions, Temperature = 0.5f });
            AddRound(turn, turn.Count);
        }
    }

    [Fact]
    public void Write_NoMessages_SameBytesAsAnew()
    {
        using var turn = new TurnMessages([]);
        AssertSame(turn);
        AssertSame(turn, new ChatOptions { Instructions = "i" });
        AddRound(turn, 1);
        AssertSame(turn, new ChatOptions { Instructions = "i" });
    }

    [Fact]
    public void Write_MessagesReplacedByHand_SameBytesAsAnew()
    {
        using var turn = new TurnMessages(History());
        AssertSame(turn);
        AssertSame(turn, new ChatOptions { AdditionalProperties = new() { ["messages"] = "mine" } });
        AddRound(turn, 1);
        AssertSame(turn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_Unsupported_SameExceptionAndThenSameBytesAsAnew(bool canonical)
    {
        using var turn = new TurnMessages(History());
        AssertSame(turn);
        AddRound(turn, 1);
        if (!canonical) turn.Add(new(ChatRole.Tool, [new FunctionResultContent("nobody", "r")]));
        turn.Add(new(ChatRole.User, [new TextContent("see"), new DataContent(new byte[] { 1 }, "audio/wav")]));

        var anew = Assert.Throws<NotSupportedException>(() => RequestBody.Of([.. turn]));
        var exception = Assert.Throws<NotSupportedException>(() => RequestBody.Of(turn));
        Assert.Equal(anew.Message, exception.Message);

        turn.RemoveAt(turn.Count - 1);
        AssertSame(turn);
        AddRound(turn, 2);
        AssertSame(turn);
    }

    [Fact]
    public void Write_OutputHoldsSomethingAlready_SameBytesAsAnew()
    {
        using var turn = new TurnMessages(History());
        for (var round = 0; round < 3; round++)
        {
            using var buffer = new PooledBuffer<byte>();
            buffer.GetSpan(1)[0] = (byte)'x';
            buffer.Advance(1);
            RequestWriter.Write(buffer, turn, null, null, RequestBody.Client);

            Assert.Equal("x" + RequestBody.Of([.. turn]), System.Text.Encoding.UTF8.GetString(buffer.Written));
            AddRound(turn, round);
        }
    }

    [Fact]
    public void Write_TwoTurnsAtOnceOverOneHistory_SameBytesAsAnew()
    {
        var history = History();
        using TurnMessages one = new(history), other = new(history);
        AssertSame(one);
        AssertSame(other);
        AddRound(one, 1);
        AssertSame(other);
        AssertSame(one);
    }

    /// <summary>What a history may hold: an image, a name, reasoning, two results, one of nothing, and a call without a result.</summary>
    internal static List<ChatMessage> History() =>
    [
        new(ChatRole.User, new List<AIContent>
        {
            new DataContent(new byte[] { 1, 2, 3 }, "image/png"), new UriContent(new Uri("https://h/a.png"), "image/png"),
        }),
        new(ChatRole.User, new List<AIContent> { new TextContent("说 \"hello\"") }) { AuthorName = "Ann" },
        new(ChatRole.Assistant, new List<AIContent>
        {
            new TextReasoningContent("hm"),
            new FunctionCallContent("a", "f", new Dictionary<string, object?> { ["x"] = 1 }),
            new FunctionCallContent("b", "g"),
        }),
        new(ChatRole.Tool, new List<AIContent> { new FunctionResultContent("a", new[] { 1, 2 }) }),
        new(ChatRole.Tool, new List<AIContent> { new FunctionResultContent("b", null) }),
        new(ChatRole.Assistant, new List<AIContent> { new FunctionCallContent("open", "h") }),
        new(ChatRole.User, new List<AIContent> { new TextContent("and?") }),
    ];

    internal static void AddRound(List<ChatMessage> messages, int round)
    {
        messages.Add(new(ChatRole.Assistant, [new TextContent($"t{round}"), new FunctionCallContent($"c{round}", "f")]));
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent($"c{round}", $"r{round}")]));
    }

    private static TextContent Text(ChatMessage message) => (TextContent)message.Contents[0];

    private static void AssertSame(TurnMessages turn, ChatOptions? options = null) =>
        Assert.Equal(RequestBody.Of([.. turn], options), RequestBody.Of(turn, options));
}
