using System.Text.Json;
using Microsoft.Extensions.AI;
using Fields = Websopy.SemanticKernel.Protocol.WireNames.Message;
using Roles = Websopy.SemanticKernel.Protocol.WireNames.Roles;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>One message of a request. Fields that the protocol does not name are left out.</summary>
internal static class MessageReader
{
    public static ChatMessage Read(JsonElement message)
    {
        var role = ReadRole(message.AsObject());
        if (role == ChatRole.Tool)
            return new ChatMessage(role, [ReadResult(message)]);

        var result = new ChatMessage(role, []) { AuthorName = message.OptionalString(Fields.Name) };
        if (role == ChatRole.Assistant)
            ReadAssistant(message, result.Contents);
        else
            AddContent(message.Optional(Fields.Content) ?? throw new InvalidRequestException("content", "is required"), result.Contents);
        return result;
    }

    private static ChatRole ReadRole(JsonElement message)
    {
        if (message.Optional(Fields.Role) is { ValueKind: JsonValueKind.String } role)
        {
            if (role.ValueEquals(Roles.User))
                return ChatRole.User;
            if (role.ValueEquals(Roles.Assistant))
                return ChatRole.Assistant;
            if (role.ValueEquals(Roles.Tool))
                return ChatRole.Tool;
            if (role.ValueEquals(Roles.System))
                return ChatRole.System;
        }

        throw new InvalidRequestException("role", "must be \"system\", \"user\", \"assistant\" or \"tool\"");
    }

    private static void ReadAssistant(JsonElement message, IList<AIContent> contents)
    {
        if (message.OptionalString(Fields.Reasoning) is { Length: > 0 } reasoning)
            contents.Add(new TextReasoningContent(reasoning));
        if (message.Optional(Fields.Content) is { } content)
            AddContent(content, contents);
        if (message.Optional(Fields.ToolCalls) is { } calls)
        {
            foreach (var call in JsonFields.Within(Fields.ToolCalls, calls, static list => list.AsList(ToolCallReader.Read)))
                contents.Add(call);
        }
    }

    private static FunctionResultContent ReadResult(JsonElement message)
    {
        var callId = message.RequiredString(Fields.ToolCallId);
        if (message.Optional(Fields.Content) is not { } content)
            return new FunctionResultContent(callId, null);
        return new FunctionResultContent(callId, content.ValueKind == JsonValueKind.String ? content.GetString() : ReadContent(content));
    }

    private static void AddContent(JsonElement content, IList<AIContent> contents)
    {
        foreach (var part in ReadContent(content))
            contents.Add(part);
    }

    private static List<AIContent> ReadContent(JsonElement content) => JsonFields.Within(Fields.Content, content, static value => value.ValueKind switch
    {
        JsonValueKind.String => [new TextContent(value.GetString())],
        JsonValueKind.Array => value.AsList(PartReader.Read),
        _ => throw new InvalidRequestException("", "must be a string or an array of parts"),
    });
}
