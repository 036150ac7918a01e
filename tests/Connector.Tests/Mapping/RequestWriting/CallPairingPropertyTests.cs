using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

/// <summary>Histories made at random, shuffled at random; the order on the wire is checked against the bytes alone.</summary>
public class CallPairingPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Write_ShuffledResults_SameBytesAsTheCanonicalHistory(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var canonical = Canonical(random);
            var expected = RequestBody.OfMessages([.. canonical]);

            var shuffled = Shuffled(random, canonical);

            Assert.Equal(expected, RequestBody.OfMessages([.. shuffled]));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Write_AnyHistory_CanonicalAndNothingLost(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var messages = Any(random);

            var wire = RequestBody.Json(RequestBody.Of(messages)).GetProperty("messages");

            AssertNothingLostOrDoubled(messages, wire);
            AssertCanonical(messages, wire);
        }
    }

    /// <summary>Turns with unique ids; every call may have its result.</summary>
    private static List<ChatMessage> Canonical(Random random)
    {
        List<ChatMessage> messages = [];
        var id = 0;
        for (var turn = random.Next(1, 6); turn > 0; turn--)
        {
            messages.Add(new(ChatRole.User, $"u{turn}"));
            var calls = Enumerable.Range(0, random.Next(0, 5)).Select(_ => new FunctionCallContent($"id{id++}", $"f{id}")).ToArray();
            messages.Add(new(ChatRole.Assistant, [new TextContent($"t{turn}"), .. calls]));
            messages.AddRange(calls.Where(_ => random.Next(5) > 0).Select(c => new ChatMessage(ChatRole.Tool, [new FunctionResultContent(c.CallId, $"r{c.CallId}")])));
        }

        return messages;
    }

    /// <summary>The same messages with every result taken out and put somewhere else: alone, or into any other message.</summary>
    private static List<ChatMessage> Shuffled(Random random, List<ChatMessage> canonical)
    {
        var results = canonical.SelectMany(m => m.Contents.OfType<FunctionResultContent>()).ToArray();
        var shuffled = canonical.Where(m => m.Role != ChatRole.Tool).Select(m => new ChatMessage(m.Role, m.Contents.ToList())).ToList();
        foreach (var result in results)
        {
            if (random.Next(2) == 0)
            {
                shuffled.Insert(random.Next(shuffled.Count + 1), new(ChatRole.Tool, new List<AIContent> { result }));
            }
            else
            {
                var contents = shuffled[random.Next(shuffled.Count)].Contents;
                contents.Insert(random.Next(contents.Count + 1), result);
            }
        }

        return shuffled;
    }

    /// <summary>Anything at all: few ids that repeat, orphans, open calls, results before calls; every result text is unique.</summary>
    private static List<ChatMessage> Any(Random random)
    {
        List<ChatMessage> messages = [];
        var serial = 0;
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var role = random.Next(3) switch { 0 => ChatRole.User, 1 => ChatRole.Assistant, _ => ChatRole.Tool };
            List<AIContent> contents = [];
            if (role != ChatRole.Tool && random.Next(2) == 0) contents.Add(new TextContent($"t{serial++}"));
            for (var n = random.Next(4); n > 0; n--)
            {
                var id = $"call_{random.Next(3)}";
                if (role == ChatRole.Assistant && random.Next(2) == 0) contents.Add(new FunctionCallContent(id, $"f{serial++}"));
                else if (role != ChatRole.Assistant || random.Next(3) == 0) contents.Add(new FunctionResultContent(id, $"r{serial++}"));
            }

            if (role == ChatRole.Tool && contents.Count == 0) contents.Add(new FunctionResultContent("call_0", $"r{serial++}"));
            messages.Add(new(role, contents));
        }

        return messages;
    }

    private static void AssertNothingLostOrDoubled(List<ChatMessage> messages, JsonElement wire)
    {
        var contents = messages.SelectMany(m => m.Contents).ToArray();
        var tools = wire.EnumerateArray().Where(m => Role(m) == "tool").ToArray();

        Assert.Equal(
            contents.OfType<FunctionResultContent>().Select(r => $"{r.CallId} {r.Result}").Order(StringComparer.Ordinal),
            tools.Select(m => $"{m.GetProperty("toolCallId")} {m.GetProperty("content")}").Order(StringComparer.Ordinal));
        Assert.Equal(
            contents.OfType<FunctionCallContent>().Select(c => $"{c.CallId} {c.Name}"),
            wire.EnumerateArray().SelectMany(Calls).Select(c => $"{c.Id} {c.Name}"));
        Assert.Equal(
            contents.OfType<TextContent>().Select(t => t.Text),
            wire.EnumerateArray().Where(m => Role(m) != "tool" && m.TryGetProperty("content", out var c) && c.GetString() != "").Select(m => m.GetProperty("content").GetString()));
    }

    /// <summary>
    /// Results with a name follow their calls' message, in the order of its calls; a result without one is an orphan, and then
    /// no call of its id is left open anywhere where it could belong.
    /// </summary>
    private static void AssertCanonical(List<ChatMessage> messages, JsonElement wire)
    {
        var open = new List<(string Id, string Name)>();
        var orphans = new List<string>();
        Queue<(string Id, string Name)> expected = new();
        foreach (var message in wire.EnumerateArray())
        {
            if (Role(message) != "tool")
            {
                open.AddRange(expected);
                expected = new(Calls(message));
            }
            else if (!message.TryGetProperty("name", out var name))
            {
                orphans.Add(message.GetProperty("toolCallId").GetString()!);
            }
            else
            {
                var call = (message.GetProperty("toolCallId").GetString()!, name.GetString()!);
                while (expected.TryDequeue(out var next) && next != call) open.Add(next);
                Assert.Contains(messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>(), c => (c.CallId, c.Name) == call);
            }
        }

        open.AddRange(expected);
        Assert.Empty(orphans.Intersect(open.Select(c => c.Id)));
        var paired = wire.EnumerateArray().Count(m => Role(m) == "tool" && m.TryGetProperty("name", out _));
        Assert.Equal(messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Count(), paired + open.Count);
    }

    private static string Role(JsonElement message) => message.GetProperty("role").GetString()!;

    private static IEnumerable<(string Id, string Name)> Calls(JsonElement message) =>
        message.TryGetProperty("toolCalls", out var calls)
            ? calls.EnumerateArray().Select(c => (c.GetProperty("id").GetString()!, c.GetProperty("name").GetString()!))
            : [];
}
