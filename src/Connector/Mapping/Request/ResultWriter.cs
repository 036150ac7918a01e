using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Encodes one result as the <c>tool</c> message that it is on the wire, whatever message it stands in.</summary>
internal sealed class ResultWriter(Utf8JsonWriter writer, JsonScratch scratch, PartsWriter parts)
{
    /// <summary>What a failed call without a result says: as <see cref="FunctionInvokingChatClient"/> does, nothing of the exception.</summary>
    private static ReadOnlySpan<byte> Failed => "Error: Function failed."u8;

    /// <summary>Writes one result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="call">The call it answers; its name is left out where that is unknown.</param>
    /// <param name="role">The role of the message it stands in, for exceptions.</param>
    /// <param name="index">That message's place in the caller's history, for exceptions.</param>
    /// <exception cref="NotSupportedException">The result has no JSON, or is made of content that Websopy cannot take.</exception>
    public void Write(FunctionResultContent result, FunctionCallContent? call, ChatRole role, int index)
    {
        writer.WriteStartObject();
        writer.WriteString(EncodedNames.Role, EncodedNames.Tool);
        writer.WriteString(EncodedNames.ToolCallId, result.CallId);
        if (call is not null) writer.WriteString(EncodedNames.Name, call.Name);
        switch (result.Result)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Undefined }:
                writer.WriteString(EncodedNames.Content, result.Exception is null ? ""u8 : Failed);
                break;
            case string text:
                writer.WriteString(EncodedNames.Content, text);
                break;
            case AIContent content:
                WriteParts([content], result, role, index);
                break;
            case IEnumerable<AIContent> contents:
                WriteParts(contents as IList<AIContent> ?? [.. contents], result, role, index);
                break;
            default:
                WriteJson(result, call, index);
                break;
        }

        writer.WriteEndObject();
    }

    private void WriteParts(IList<AIContent> contents, FunctionResultContent result, ChatRole role, int index)
    {
        if (parts.Write(contents, skipResults: false) is { } unsupported)
            throw Unsupported.ResultContent(unsupported, role, index, result.CallId);
    }

    private void WriteJson(FunctionResultContent result, FunctionCallContent? call, int index)
    {
        ReadOnlySpan<byte> json;
        try
        {
            json = scratch.Json(result.Result);
        }
        catch (Exception e) when (JsonValueWriter.IsUnwritable(e))
        {
            throw new NotSupportedException(
                $"messages[{index}] holds the result of call '{result.CallId}' to the tool '{call?.Name}', a {result.Result?.GetType()} "
                + $"that cannot be written as JSON: {e.Message}", e);
        }

        // JSON that is a string already is the content; any other JSON goes as the text of one.
        if (json.StartsWith("\""u8))
        {
            writer.WritePropertyName(EncodedNames.Content);
            writer.WriteRawValue(json, skipInputValidation: true);
        }
        else
        {
            writer.WriteString(EncodedNames.Content, json);
        }
    }
}
