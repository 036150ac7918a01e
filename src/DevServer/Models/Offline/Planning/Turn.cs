using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>The part of a conversation since the user last spoke.</summary>
internal sealed class Turn
{
    private Turn(string request, int callsBefore)
    {
        Request = new(request);
        CallsBefore = callsBefore;
    }

    public RequestText Request { get; }

    /// <summary>How many calls the conversation has, from which the next call's id is made.</summary>
    public int CallsBefore { get; private set; }

    /// <summary>Results in the order of their calls, with the name of the tool.</summary>
    public List<(string Tool, FunctionResultContent Result)> Results { get; } = [];

    /// <summary>The calls already made in this turn, in canonical form.</summary>
    public HashSet<string> CallsMade { get; } = new(StringComparer.Ordinal);

    public static Turn Read(IReadOnlyList<ChatMessage> messages)
    {
        var start = messages.Count - 1;
        while (start >= 0 && !(messages[start].Role == ChatRole.User && messages[start].Text.Length > 0)) start--;
        var turn = new Turn(start < 0 ? "" : messages[start].Text, 0);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < messages.Count; i++)
        {
            foreach (var content in messages[i].Contents)
            {
                if (content is FunctionCallContent call) turn.Add(call, i > start, names);
                else if (content is FunctionResultContent result && i > start)
                    turn.Results.Add((names.GetValueOrDefault(result.CallId, ""), result));
            }
        }

        return turn;
    }

    private void Add(FunctionCallContent call, bool isOfThisTurn, Dictionary<string, string> names)
    {
        CallsBefore++;
        if (!isOfThisTurn) return;
        names[call.CallId] = call.Name;
        CallsMade.Add(new PlannedCall(call.Name, ToJson(call.Arguments)).Key);
    }

    private static JsonObject ToJson(IDictionary<string, object?>? arguments)
    {
        var json = new JsonObject();
        foreach (var (name, value) in arguments ?? new Dictionary<string, object?>()) json[name] = ToolResult.ToNode(value);
        return json;
    }
}
