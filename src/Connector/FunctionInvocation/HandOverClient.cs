using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// Stands between the base class and the inner client. Where the base would stream a response, it is handed over to the turn
/// instead (<see cref="TurnFrame"/>); all else goes to the inner client.
/// </summary>
internal sealed class HandOverClient(IChatClient innerClient) : DelegatingChatClient(innerClient)
{
    public IChatClient Inner => InnerClient;

    /// <summary>Two updates: what the base has prepared, and at the end of the turn its usage, which the base puts on its span.</summary>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var handOver = new HandOver(messages as IReadOnlyList<ChatMessage> ?? [.. messages], options, Activity.Current);
        yield return new ChatResponseUpdate { RawRepresentation = handOver };
        await Task.CompletedTask.ConfigureAwait(false);
        if (handOver.Usage is { } usage) yield return new ChatResponseUpdate { Contents = [new UsageContent(usage)] };
    }
}

/// <summary>What the base class has prepared for the first request of a turn.</summary>
/// <param name="Messages">The history, with the answers to approval requests already worked into it.</param>
/// <param name="Options">The caller's options.</param>
/// <param name="Activity">The span that the request belongs under.</param>
internal sealed record HandOver(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, Activity? Activity)
{
    /// <summary>The usage of the whole turn, set at its end.</summary>
    public UsageDetails? Usage { get; set; }
}
