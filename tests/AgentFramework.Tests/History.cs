using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.AgentFramework.Tests;

/// <summary>What every model demands of a history.</summary>
internal static class History
{
    public static IReadOnlyList<string> Describe(IEnumerable<ChatMessage> messages) => [.. messages.Select(RecordedRequest.Describe)];

    /// <summary>Asserts that each call has one result, after it, and that no result lacks its call.</summary>
    public static void AssertPaired(IEnumerable<ChatMessage> messages)
    {
        var open = new HashSet<string>();
        foreach (var content in messages.SelectMany(message => message.Contents))
        {
            if (content is FunctionCallContent call)
                Assert.True(open.Add(call.CallId), $"Call {call.CallId} is there twice.");
            else if (content is FunctionResultContent result)
                Assert.True(open.Remove(result.CallId), $"Result {result.CallId} has no open call.");
        }

        Assert.Empty(open);
    }
}
