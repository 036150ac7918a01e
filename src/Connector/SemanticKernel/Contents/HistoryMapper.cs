using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>Semantic Kernel's history to messages.</summary>
internal static class HistoryMapper
{
    /// <exception cref="NotSupportedException">An item has no counterpart; the message says which, where, and what to do.</exception>
    public static List<AI.ChatMessage> Map(IReadOnlyList<ChatMessageContent> history)
    {
        var messages = new List<AI.ChatMessage>(history.Count);
        for (var i = 0; i < history.Count; i++) messages.Add(Map(history[i], i));
        return messages;
    }

    private static AI.ChatMessage Map(ChatMessageContent message, int index)
    {
        var isResult = message.Items.Any(item => item is FunctionResultContent);
        var contents = new List<AI.AIContent>(message.Items.Count);
        foreach (var item in message.Items)
        {
            // Connectors write a result twice, as a result and as a text for whoever reads the history.
            if (isResult && message.Role == AuthorRole.Tool && item is TextContent) continue;
            contents.Add(ItemMapper.Map(item, index));
        }

        return new AI.ChatMessage(RoleOf(message.Role), contents) { AuthorName = message.AuthorName };
    }

    /// <summary>A developer's message is what OpenAI has called a system message since its reasoning models.</summary>
    private static AI.ChatRole RoleOf(AuthorRole role) =>
        role == AuthorRole.User ? AI.ChatRole.User
        : role == AuthorRole.Assistant ? AI.ChatRole.Assistant
        : role == AuthorRole.Tool ? AI.ChatRole.Tool
        : role == AuthorRole.System || role == AuthorRole.Developer ? AI.ChatRole.System
        : new AI.ChatRole(role.Label);
}
