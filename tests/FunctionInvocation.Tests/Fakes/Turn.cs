using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What a caller got for one request: the updates (none when not streaming), the whole answer, and the failure if there was one.</summary>
internal sealed record Turn(IReadOnlyList<ChatResponseUpdate> Updates, ChatResponse Response, Exception? Failure)
{
    public IEnumerable<AIContent> Contents => Response.Messages.SelectMany(message => message.Contents);

    public string Text => string.Concat(Contents.OfType<TextContent>());

    public IEnumerable<FunctionCallContent> Calls => Contents.OfType<FunctionCallContent>();

    public IEnumerable<FunctionResultContent> Results => Contents.OfType<FunctionResultContent>();

    /// <summary>The results in the order of their call ids, since that of their arrival is the client's own affair.</summary>
    public IEnumerable<string> ResultTexts =>
        Results.OrderBy(result => result.CallId, StringComparer.Ordinal).Select(result => $"{result.CallId}: {Round.Plain(result.Result)}");

    public IEnumerable<ToolApprovalRequestContent> ApprovalRequests => Contents.OfType<ToolApprovalRequestContent>();

    public FunctionResultContent Result(string callId) => Results.Single(result => result.CallId == callId);

    public Turn Succeeded()
    {
        if (Failure is not null)
            ExceptionDispatchInfo.Throw(Failure);

        return this;
    }
}
