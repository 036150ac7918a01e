using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>What the tests of the mid-stream client have in common.</summary>
public abstract class MidStreamTest
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static MidStreamFunctionInvokingChatClient Client(
        IChatClient inner, bool concurrent = false, ILoggerFactory? loggers = null, IServiceProvider? services = null) =>
        new(inner, loggers, services) { AllowConcurrentInvocation = concurrent };

    protected static ChatOptions With(params AITool[] tools) => new() { Tools = [.. tools] };

    protected static IAsyncEnumerator<ChatResponseUpdate> Open(IChatClient client, ChatOptions? options = null, CancellationToken? token = null) =>
        client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "hello")], options, token ?? Token).GetAsyncEnumerator(token ?? Token);

    private protected static async Task<Turn> AskAsync(
        IChatClient client, ChatOptions? options = null, IEnumerable<ChatMessage>? messages = null, CancellationToken? token = null)
    {
        var updates = new List<ChatResponseUpdate>();
        Exception? failure = null;
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages ?? [new ChatMessage(ChatRole.User, "hello")], options, token ?? Token))
                updates.Add(update);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return new Turn(updates, updates.ToChatResponse(), failure);
    }

    protected static async Task<string> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        Assert.True(await updates.MoveNextAsync().AsTask().WaitAsync(Token));
        return Describe(updates.Current);
    }

    protected static string Describe(ChatResponseUpdate update) =>
        string.Join(' ', update.Contents.Select(content => content switch
        {
            TextContent text => text.Text,
            FunctionCallContent call => $"{(call.InformationalOnly ? "call" : "open")}({call.CallId} {call.Name})",
            FunctionResultContent result => $"result({result.CallId} {Round.Plain(result.Result)})",
            ToolApprovalRequestContent request => $"approve({request.ToolCall.CallId})",
            UsageContent usage => $"usage({usage.Details.TotalTokenCount})",
            var other => other.GetType().Name,
        })) is { Length: > 0 } described ? described : "-";

    private protected static IEnumerable<string> Lines(Turn turn) => turn.Updates.Select(Describe);
}
