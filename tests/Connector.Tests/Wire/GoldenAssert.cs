using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>Holds what a client made of a reply against what the reply says.</summary>
internal static class GoldenAssert
{
    public static void Matches(GoldenReply reply, StreamOutcome outcome)
    {
        Assert.Equal(reply.Text, outcome.Text);
        Assert.Equal(reply.FinishReason, outcome.Updates[^1].FinishReason?.Value);
        Contents(reply, outcome.Contents, outcome.Usage);
    }

    public static void Matches(GoldenReply reply, ChatResponse response)
    {
        Assert.Equal(reply.Text, response.Text);
        Assert.Equal(reply.FinishReason, response.FinishReason?.Value);
        Contents(reply, [.. Assert.Single(response.Messages).Contents], response.Usage);
    }

    private static void Contents(GoldenReply reply, IReadOnlyList<AIContent> contents, UsageDetails? usage)
    {
        Assert.Equal(reply.Reasoning, string.Concat(contents.OfType<TextReasoningContent>().Select(reasoning => reasoning.Text)));
        Assert.Equal(reply.Usage, usage is null ? null : (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0, usage.TotalTokenCount ?? 0));
        var calls = contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal(reply.Calls.Select(call => (call.Name, call.Arguments)), calls.Select(call => (call.Name, UpdateLines.Arguments(call))));
        Assert.All(calls, call => Assert.Null(call.Exception));
        Assert.All(reply.Calls.Zip(calls), pair => Assert.Equal(pair.First.Id ?? pair.Second.CallId, pair.Second.CallId));
    }
}
