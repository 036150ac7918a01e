using System.Text.Json;
using SentRequest = Websopy.SemanticKernel.TestKit.Http.RecordedRequest;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.Wire;

/// <summary>The messages of a request on the wire, and whether a service would take them.</summary>
internal static class SentHistory
{
    /// <summary>For example <c>assistant c1 c2</c> and <c>tool c1</c>.</summary>
    public static List<string> Of(SentRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return [.. body.RootElement.GetProperty("messages").EnumerateArray().Select(Describe)];
    }

    /// <summary>Asserts that the results of each message's calls follow it directly, each once, and that there are no others.</summary>
    public static void AssertValid(SentRequest request)
    {
        var open = new Queue<string>();
        foreach (var message in Of(request))
        {
            var (role, ids) = (message.Split(' ')[0], message.Split(' ')[1..]);
            if (role == "tool")
            {
                Assert.True(open.TryDequeue(out var expected), $"The result {ids[0]} has no call.");
                Assert.Equal(expected, ids[0]);
                continue;
            }

            Assert.Empty(open);
            foreach (var id in ids) open.Enqueue(id);
        }

        Assert.Empty(open);
    }

    private static string Describe(JsonElement message)
    {
        var role = message.GetProperty("role").GetString()!;
        if (role == "tool") return $"tool {message.GetProperty("toolCallId").GetString()}";
        return message.TryGetProperty("toolCalls", out var calls)
            ? string.Join(' ', [role, .. calls.EnumerateArray().Select(call => call.GetProperty("id").GetString()!)])
            : role;
    }
}
