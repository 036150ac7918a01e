using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.TestKit.Diagnostics;

/// <summary>Updates as lines of text that two runs can be compared by: ids that the client made up become their order of appearance.</summary>
public static class UpdateLines
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Of(IEnumerable<ChatResponseUpdate> updates)
    {
        var ids = new Dictionary<string, string>();
        return [.. updates.Select(update => string.Join(" | ", Head(update, ids), string.Join(" + ", update.Contents.Select(content => Line(content, ids)))))];
    }

    private static string Head(ChatResponseUpdate update, Dictionary<string, string> ids) =>
        $"{update.Role} {Name(update.ResponseId, ids)} {Name(update.MessageId, ids)} {update.ModelId} {update.FinishReason}";

    private static string Line(AIContent content, Dictionary<string, string> ids) => content switch
    {
        TextContent text => $"text {JsonSerializer.Serialize(text.Text, Relaxed)}",
        TextReasoningContent reasoning => $"reasoning {JsonSerializer.Serialize(reasoning.Text, Relaxed)}",
        FunctionCallContent call => $"call {Name(call.CallId, ids)} {call.Name} {Arguments(call)} {call.Exception?.GetType().Name}",
        UsageContent { Details: var usage } => $"usage {usage.InputTokenCount} {usage.OutputTokenCount} {usage.TotalTokenCount}",
        _ => content.GetType().Name,
    };

    public static string Arguments(FunctionCallContent call) => call.Arguments is null ? "{}" : JsonSerializer.Serialize(call.Arguments, Relaxed);

    // An id of the wire is short and stays; one that is made up must differ from run to run and is named by its place.
    private static string Name(string? id, Dictionary<string, string> ids)
    {
        if (id is null or { Length: < 8 })
            return id ?? "none";

        if (!ids.TryGetValue(id, out var name))
            ids[id] = name = $"#{ids.Count}";

        return name;
    }
}
