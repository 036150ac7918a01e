using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelConnector.Contents;
using FunctionResultContent = Microsoft.SemanticKernel.FunctionResultContent;

#pragma warning disable SKEXP0001 // for evaluation only: RetainArgumentTypes

namespace Websopy.SemanticKernel.KernelConnector.Invocation;

/// <summary>One question of Semantic Kernel's and all requests that it takes to answer it.</summary>
/// <param name="history">The caller's history. Calls and results are added to it, the answer is not.</param>
/// <param name="settings">What the caller has set, as it came.</param>
/// <param name="behavior">Which functions the model may call.</param>
/// <param name="kernel">The kernel whose functions are invoked, if any.</param>
/// <param name="isStreaming">Whether the caller streams, for filters.</param>
internal sealed class KernelTurn(
    ChatHistory history, PromptExecutionSettings? settings, FunctionChoiceBehavior? behavior, Kernel? kernel, bool isStreaming)
{
    // The caller may add to its own history while functions run.
    private readonly ChatHistory _messages = new(history);
    private string? _terminatedBy;

    public Kernel? Kernel => kernel;

    public PromptExecutionSettings? Settings => settings;

    public bool IsStreaming => isStreaming;

    /// <summary>The history so far, without the message that is being written.</summary>
    public IReadOnlyList<ChatMessageContent> Messages => _messages;

    /// <summary>Which request is under way, from 0.</summary>
    public int Round { get; private set; }

    /// <summary>Where a filter has ended the turn, the message with the result of the call that it did so at.</summary>
    public ChatMessageContent? LastMessage =>
        _terminatedBy is { } call ? _messages.LastOrDefault(message => message.Items.Any(item => item is FunctionResultContent result && result.CallId == call)) : null;

    /// <summary>Whether arguments keep the types of their JSON.</summary>
    public bool RetainsArgumentTypes { get; private set; }

    /// <summary>What the behaviour wants of the next request.</summary>
    public FunctionChoiceBehaviorConfiguration? Begin(int round)
    {
        Round = round;
        var configuration = FunctionChoices.Of(behavior, _messages, kernel, round);
        RetainsArgumentTypes = configuration?.Options.RetainArgumentTypes is true;
        return configuration;
    }

    /// <summary>A filter has ended the turn at a call. Of several at the same time the first counts.</summary>
    public void Terminated(string callId) => Interlocked.CompareExchange(ref _terminatedBy, callId, null);

    /// <summary>Takes a round's messages into the history, when every call has its result.</summary>
    public void Answered(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in MessageMapper.History(messages, RetainsArgumentTypes)) Add(message);
    }

    private void Add(ChatMessageContent message)
    {
        _messages.Add(message);
        history.Add(message);
    }
}
