using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// Brings a caller's history into the order that every service takes: after a message with calls come their results, and
/// nothing of the assistant between them.
/// </summary>
/// <remarks>
/// A response streamed here has text after its first results, and collected it becomes <c>text, call A, call B | result A |
/// more text | result B</c>. Sent again it has to read <c>text, call A, call B, more text | result A | result B</c>. And where
/// it ended with a result, it has a message without content behind it, which says nothing to a model.
/// </remarks>
internal static class HistoryOrder
{
    /// <summary>Appends a history to a list, in order. Messages that need no change are appended themselves; none is ever changed.</summary>
    public static void Append(List<ChatMessage> list, IReadOnlyList<ChatMessage> history)
    {
        // Where in the list the message stands whose calls of an id are without result.
        Dictionary<string, int>? open = null;
        foreach (var message in history)
        {
            if (message.Role == ChatRole.Assistant && message.Contents.Count == 0) continue;
            foreach (var content in message.Contents)
            {
                switch (content)
                {
                    case FunctionCallContent call:
                        (open ??= new Dictionary<string, int>(StringComparer.Ordinal))[call.CallId] = list.Count;
                        break;
                    case FunctionResultContent result when open is not null && open.Remove(result.CallId, out var caller) && caller < list.Count:
                        JoinAssistant(list, caller, open);
                        break;
                }
            }

            list.Add(message);
        }
    }

    /// <summary>
    /// Joins what the assistant says between a message with calls and the end of the list to that message: of the same turn
    /// alone, for a caller may answer a call of his own much later.
    /// </summary>
    private static void JoinAssistant(List<ChatMessage> list, int caller, Dictionary<string, int> open)
    {
        List<AIContent>? joined = null;
        for (var i = caller + 1; i < list.Count && (list[i].Role == ChatRole.Assistant || list[i].Role == ChatRole.Tool); i++)
        {
            if (list[i].Role == ChatRole.Tool) continue;
            (joined ??= [.. list[caller].Contents]).AddRange(list[i].Contents);
            foreach (var call in list[i].Contents.OfType<FunctionCallContent>()) open[call.CallId] = caller;
            list.RemoveAt(i);
            foreach (var (id, _) in open.Where(call => call.Value > i).ToList()) open[id]--;
            i--;
        }

        if (joined is null) return;
        var message = list[caller].Clone();
        message.Contents = joined;
        list[caller] = message;
    }
}
