using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>The history that each round of a turn sends: the caller's, and then what the rounds before have brought.</summary>
internal sealed class TurnHistory : IDisposable
{
    private readonly IReadOnlyList<ChatMessage> _original;
    private readonly List<ChatMessage> _ofTurn = [];
    private readonly TurnMessages _messages = new([]);
    private bool _isHeldByServer;

    public TurnHistory(IReadOnlyList<ChatMessage> original)
    {
        _original = original;
        HistoryOrder.Append(_messages, original);
    }

    /// <summary>What the next request sends.</summary>
    public TurnMessages Messages => _messages;

    /// <summary>Adds a round. A server that keeps the conversation gets only what is new, as with the base class.</summary>
    public void Add(IEnumerable<ChatMessage> response, ChatMessage results, string? conversationId)
    {
        var wasHeldByServer = _isHeldByServer;
        _isHeldByServer = conversationId is not null;
        _ofTurn.AddRange(response);
        _ofTurn.Add(results);
        if (_isHeldByServer)
        {
            _messages.Clear();
            _messages.Add(results);
        }
        else if (wasHeldByServer)
        {
            _messages.Clear();
            HistoryOrder.Append(_messages, [.. _original, .. _ofTurn]);
        }
        else
        {
            _messages.AddRange(response);
            _messages.Add(results);
        }
    }

    public void Dispose() => _messages.Dispose();
}
