using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>What a caller asks the model.</summary>
internal sealed record ChatRequest(List<ChatMessage> Messages, ChatOptions Options)
{
    /// <summary>The documented <c>GET ?message=</c>.</summary>
    public static ChatRequest FromMessage(string? message) =>
        string.IsNullOrEmpty(message)
            ? throw new InvalidRequestException("message", "is required")
            : new([new ChatMessage(ChatRole.User, message)], new ChatOptions());
}
