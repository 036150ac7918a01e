using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

/// <summary>Turns made at random and changed at random between their requests: what was sent before never shows in the bytes.</summary>
public class TurnReusePropertyTests
{
    private static readonly ChatRole[] Roles = [ChatRole.User, ChatRole.Assistant, ChatRole.System, ChatRole.Tool];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Write_AnyChangesBetweenRounds_SameAsAnew(int seed)
    {
        var random = new Random(seed);
        var bodies = 0;
        for (var turns = 0; turns < 300; turns++)
        {
            // Seldom any change at all, or much of it; so that both long and short beginnings stay.
            var changes = random.Next(4);
            using var turn = new TurnMessages(Enumerable.Range(0, random.Next(6)).SelectMany(_ => Round(random)));
            for (var round = 0; round < 12; round++)
            {
                for (var n = random.Next(changes + 1); n > 0; n--) Change(random, turn);
                if (random.Next(4) > 0) turn.AddRange(Round(random));
                var options = random.Next(3) > 0 ? null : new ChatOptions { Instructions = $"i{random.Next(3)}" };

                var anew = Outcome([.. turn], options);

                Assert.Equal(anew, Outcome(turn, options));
                if (anew.StartsWith('{')) bodies++;
            }
        }

        Assert.True(bodies > 1_000, $"Only {bodies} requests could be written at all.");
    }

    private static string Outcome(List<ChatMessage> messages, ChatOptions? options)
    {
        try
        {
            return RequestBody.Of(messages, options);
        }
        catch (NotSupportedException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Calls and their results, mostly in order; few ids, so that they repeat. Or a text.</summary>
    private static List<ChatMessage> Round(Random random)
    {
        if (random.Next(4) == 0) return [new(ChatRole.User, new List<AIContent> { new TextContent($"u{random.Next(100)}") })];
        var calls = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Call(random)).ToArray();
        var results = calls.Where(_ => random.Next(12) > 0).Select(call => (AIContent)Result(random, call.CallId)).ToArray();
        if (random.Next(12) == 0) random.Shuffle(results);
        List<ChatMessage> messages = [new(ChatRole.Assistant, new List<AIContent>(calls))];
        if (random.Next(2) == 0) messages[0].Contents.Insert(0, new TextContent($"a{random.Next(100)}"));
        if (results.Length == 0) return messages;
        if (random.Next(2) == 0) messages.Add(new(ChatRole.Tool, new List<AIContent>(results)));
        else messages.AddRange(results.Select(result => new ChatMessage(ChatRole.Tool, new List<AIContent> { result })));
        return messages;
    }

    private static void Change(Random random, TurnMessages turn)
    {
        if (turn.Count == 0) return;
        var index = random.Next(turn.Count);
        var message = turn[index];
        switch (random.Next(12))
        {
            case 0: turn.RemoveAt(index); break;
            case 1: turn.Insert(index, Any(random)); break;
            case 2: turn[index] = Any(random); break;
            case 3: turn.RemoveRange(index, turn.Count - index); break;
            case 4: message.Role = Roles[random.Next(10) > 0 ? random.Next(2) : random.Next(4)]; break;
            case 5: message.AuthorName = random.Next(2) == 0 ? null : $"n{random.Next(3)}"; break;
            case 6: message.Contents = [.. message.Contents]; break;
            case 7: message.Contents.Insert(random.Next(message.Contents.Count + 1), Content(random, message.Role)); break;
            case 8 when message.Contents.Count > 1: message.Contents.RemoveAt(random.Next(message.Contents.Count)); break;
            case 9: turn.Insert(index, turn[random.Next(turn.Count)]); break;
            default: ChangeContent(random, message); break;
        }
    }

    private static void ChangeContent(Random random, ChatMessage message)
    {
        if (message.Contents.Count == 0) return;
        var index = random.Next(message.Contents.Count);
        switch (message.Contents[index])
        {
            case TextContent text: text.Text = random.Next(4) == 0 ? "" : $"c{random.Next(100)}"; break;
            case TextReasoningContent reasoning: reasoning.Text = $"c{random.Next(100)}"; break;
            case FunctionCallContent call: call.Arguments = new Dictionary<string, object?> { ["x"] = random.Next(100) }; break;
            case FunctionResultContent result: result.Result = random.Next(4) == 0 ? null : random.Next(100); break;
            case UriContent uri: uri.Uri = new Uri($"https://h/{random.Next(100)}.png"); break;
            default: message.Contents[index] = Content(random, message.Role); break;
        }
    }

    private static ChatMessage Any(Random random)
    {
        var role = Roles[random.Next(Roles.Length)];
        return new(role, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Content(random, role)).ToList());
    }

    /// <summary>A content that mostly suits the role.</summary>
    private static AIContent Content(Random random, ChatRole role)
    {
        if (random.Next(30) == 0) return new DataContent(new byte[] { 1 }, "audio/wav");
        if (role == ChatRole.Tool) return Result(random, $"call_{random.Next(6)}");
        return (random.Next(8), role == ChatRole.Assistant) switch
        {
            (0, _) => new UsageContent(new UsageDetails()),
            (1, _) => Result(random, $"call_{random.Next(6)}"),
            (2 or 3, true) => Call(random),
            (4, true) => new TextReasoningContent($"r{random.Next(100)}"),
            (2, false) => new UriContent(new Uri("https://h/a.png"), "image/png"),
            (3, false) => new DataContent(new byte[] { 1, 2, (byte)random.Next(9) }, "image/png"),
            _ => new TextContent($"t{random.Next(100)}"),
        };
    }

    private static FunctionCallContent Call(Random random) => new($"call_{random.Next(6)}", $"f{random.Next(100)}");

    private static FunctionResultContent Result(Random random, string callId) =>
        new(callId, random.Next(5) == 0 ? null : $"r{random.Next(1000)}")
        {
            Exception = random.Next(5) == 0 ? new InvalidOperationException() : null,
        };
}
