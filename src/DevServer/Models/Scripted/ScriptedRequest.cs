using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>A request that a <see cref="ScriptedChatClient"/> got.</summary>
public sealed class ScriptedRequest
{
    internal ScriptedRequest(int number, IReadOnlyList<ChatMessage> messages, ChatOptions? options) =>
        (Number, Messages, Options) = (number, messages, options);

    /// <summary>Which request it is, from 1.</summary>
    public int Number { get; }

    /// <summary>Its messages.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>A copy of its options; <see langword="null"/> where there were none.</summary>
    public ChatOptions? Options { get; }
}
