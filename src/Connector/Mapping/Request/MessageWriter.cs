using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>
/// Encodes one message at a time. A message's results are messages of their own on the wire (<see cref="ResultWriter"/>),
/// so <see cref="Write"/> leaves them out.
/// </summary>
/// <remarks>
/// What is written depends on the message alone. Not sent, for they are the caller's own: usage, empty text, annotations,
/// <c>AdditionalProperties</c> and ids of messages and contents, and <see cref="TextReasoningContent.ProtectedData"/>.
/// </remarks>
internal sealed class MessageWriter(Utf8JsonWriter writer, JsonScratch scratch, PartsWriter parts)
{
    /// <summary>Writes what a message says itself.</summary>
    /// <param name="message">The message; <see cref="CallPairing.HasOwnContent"/> is true of it.</param>
    /// <param name="index">Its place in the caller's history, for exceptions.</param>
    /// <exception cref="NotSupportedException">It holds what Websopy cannot take.</exception>
    public void Write(ChatMessage message, int index)
    {
        if (message.Role == ChatRole.User) WriteSpoken(EncodedNames.User, message, index);
        else if (message.Role == ChatRole.Assistant) WriteAssistant(message, index);
        else if (message.Role == ChatRole.System) WriteSpoken(EncodedNames.System, message, index);
        else if (message.Role == ChatRole.Tool) throw ToolSays(message, index);
        else throw Unsupported.Role(message.Role, index);
    }

    /// <summary>Writes a message that is one text, as most are.</summary>
    public void WriteText(ChatMessage message, string text, int index)
    {
        writer.WriteStartObject();
        writer.WriteString(EncodedNames.Role, TextRole(message, index));
        writer.WriteString(EncodedNames.Content, text);
        WriteName(message);
        writer.WriteEndObject();
    }

    public void WriteInstructions(string instructions)
    {
        writer.WriteStartObject();
        writer.WriteString(EncodedNames.Role, EncodedNames.System);
        writer.WriteString(EncodedNames.Content, instructions);
        writer.WriteEndObject();
    }

    private static JsonEncodedText TextRole(ChatMessage message, int index) =>
        message.Role == ChatRole.User ? EncodedNames.User
        : message.Role == ChatRole.Assistant ? EncodedNames.Assistant
        : message.Role == ChatRole.System ? EncodedNames.System
        : throw (message.Role == ChatRole.Tool ? ToolSays(message, index) : Unsupported.Role(message.Role, index));

    private static NotSupportedException ToolSays(ChatMessage message, int index)
    {
        foreach (var content in message.Contents)
        {
            if (content is not (FunctionResultContent or UsageContent or TextContent { Text.Length: 0 } or null))
                return Unsupported.Content(content, message.Role, index);
        }

        return Unsupported.ToolMessageWithoutResult(index);
    }

    private void WriteSpoken(JsonEncodedText role, ChatMessage message, int index)
    {
        writer.WriteStartObject();
        writer.WriteString(EncodedNames.Role, role);
        if (parts.Write(message.Contents, skipResults: true) is { } unsupported)
            throw Unsupported.Content(unsupported, message.Role, index);
        WriteName(message);
        writer.WriteEndObject();
    }

    private void WriteAssistant(ChatMessage message, int index)
    {
        var contents = message.Contents;
        int texts = 0, reasonings = 0, calls = 0;
        for (var i = 0; i < contents.Count; i++)
        {
            switch (contents[i])
            {
                case TextContent text: texts += text.Text.Length > 0 ? 1 : 0; break;
                case TextReasoningContent reasoning: reasonings += reasoning.Text.Length > 0 ? 1 : 0; break;
                case FunctionCallContent: calls++; break;
                case FunctionResultContent or UsageContent or null: break;
                default: throw Unsupported.Content(contents[i], message.Role, index);
            }
        }

        writer.WriteStartObject();
        writer.WriteString(EncodedNames.Role, EncodedNames.Assistant);
        if (texts > 0) WriteText(contents);
        else if (reasonings == 0 && calls == 0) writer.WriteString(EncodedNames.Content, ""u8);
        if (reasonings > 0) WriteReasoning(contents);
        if (calls > 0) WriteCalls(contents);
        WriteName(message);
        writer.WriteEndObject();
    }

    private void WriteText(IList<AIContent> contents)
    {
        writer.WritePropertyName(EncodedNames.Content);
        if (contents.Count == 1)
        {
            writer.WriteStringValue(((TextContent)contents[0]).Text);
            return;
        }

        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is TextContent { Text: var text }) writer.WriteStringValueSegment(text, isFinalSegment: false);
        }

        writer.WriteStringValueSegment(ReadOnlySpan<char>.Empty, isFinalSegment: true);
    }

    private void WriteReasoning(IList<AIContent> contents)
    {
        writer.WritePropertyName(EncodedNames.Reasoning);
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is TextReasoningContent { Text: var text }) writer.WriteStringValueSegment(text, isFinalSegment: false);
        }

        writer.WriteStringValueSegment(ReadOnlySpan<char>.Empty, isFinalSegment: true);
    }

    private void WriteCalls(IList<AIContent> contents)
    {
        writer.WriteStartArray(EncodedNames.ToolCalls);
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is not FunctionCallContent call) continue;
            writer.WriteStartObject();
            writer.WriteString(EncodedNames.CallId, call.CallId);
            writer.WriteString(EncodedNames.CallName, call.Name);
            writer.WriteString(EncodedNames.CallArguments, scratch.Arguments(call));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteName(ChatMessage message)
    {
        if (message.AuthorName is { } name) writer.WriteString(EncodedNames.Name, name);
    }
}
