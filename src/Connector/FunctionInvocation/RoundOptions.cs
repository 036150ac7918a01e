using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>How options change from one round of a turn to the next, as in the base class. The caller's are never changed.</summary>
internal static class RoundOptions
{
    /// <summary>
    /// The options after a round: a required tool is required once, a conversation goes on where the response says, and a
    /// continuation token is of the response it came from.
    /// </summary>
    public static ChatOptions? Next(ChatOptions? options, string? conversationId)
    {
        if (options is null) return conversationId is null ? null : new ChatOptions { ConversationId = conversationId };
        var isRequired = options.ToolMode is RequiredChatToolMode;
        if (!isRequired && options.ConversationId == conversationId && options.ContinuationToken is null) return options;
        options = options.Clone();
        if (isRequired) options.ToolMode = null;
        options.ConversationId = conversationId;
        options.ContinuationToken = null;
        return options;
    }

    /// <summary>The options of the round that invokes nothing any more: without functions, so that the model does not ask for any.</summary>
    public static ChatOptions? Last(ChatOptions? options)
    {
        if (options?.Tools is not { Count: > 0 } tools) return options;
        List<AITool> others = [.. tools.Where(tool => tool is not AIFunctionDeclaration)];
        if (others.Count == tools.Count) return options;
        options = options.Clone();
        options.Tools = others.Count > 0 ? others : null;
        if (others.Count == 0) options.ToolMode = null;
        return options;
    }
}
