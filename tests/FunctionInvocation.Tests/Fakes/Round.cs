using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What the scripted model answers to one request, and short names for the parts of an answer.</summary>
internal sealed record Round(params Step[] Steps)
{
    public string? ConversationId { get; init; }

    public string? MessageId { get; init; }

    public static Round Says(string text) => new(Text(text));

    /// <summary>All the calls in one update.</summary>
    public static Round Calls(params FunctionCallContent[] calls) => new(Update([.. calls]));

    public static FunctionCallContent Call(string id, string name, params (string Name, object? Value)[] arguments) =>
        new(id, name, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    public static ChatResponseUpdate Text(string text) => new(ChatRole.Assistant, text);

    public static ChatResponseUpdate Usage(int input, int output) =>
        Update(new UsageContent(new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output }));

    public static ChatResponseUpdate Update(params AIContent[] contents) => new(ChatRole.Assistant, contents);

    /// <summary>What the model said in this round, without what it does besides.</summary>
    public IEnumerable<ChatResponseUpdate> Updates(string defaultId) =>
        Steps.OfType<Say>().Where(say => say.Update is not null).Select(say => Complete(say.Update!, defaultId));

    /// <summary>Gives an update the ids that a real model client would give it.</summary>
    public ChatResponseUpdate Complete(ChatResponseUpdate update, string defaultId)
    {
        update.MessageId ??= MessageId ?? defaultId;
        update.ResponseId ??= $"response-{defaultId}";
        update.ConversationId ??= ConversationId;
        return update;
    }

    public static string Plain(object? value) => value switch
    {
        null => "null",
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        TextContent text => $"text:{text.Text}",
        _ => value.ToString() ?? "",
    };
}
