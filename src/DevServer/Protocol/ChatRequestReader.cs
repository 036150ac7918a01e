using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.AI;
using Fields = Websopy.SemanticKernel.Protocol.WireNames.Request;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>The body of a request: the inverse of the table of fields in docs/protocol.md.</summary>
internal static class ChatRequestReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="InvalidRequestException">The body is not a request; the message says where and why.</exception>
    public static ChatRequest Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            throw new InvalidRequestException("", "The body is not UTF-8.");

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException("", $"The body is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            // In valid UTF-8 the one thing that cannot become a string is the escape of half a surrogate pair.
            throw new InvalidRequestException("", "A string in the body is not Unicode: an escaped surrogate stands alone.");
        }
    }

    private static ChatRequest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidRequestException("", "The body must be a JSON object.");

        var request = new ChatRequest([], new ChatOptions());
        foreach (var field in root.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null)
                continue;
            try
            {
                ReadField(request, field.Name, field.Value);
            }
            catch (InvalidRequestException e)
            {
                throw e.Within(field.Name);
            }
        }

        return request.Messages.Count > 0
            ? request
            : throw new InvalidRequestException(Fields.Messages, "must hold at least one message");
    }

    private static void ReadField(ChatRequest request, string name, JsonElement value)
    {
        var options = request.Options;
        switch (name)
        {
            case Fields.Messages: request.Messages.AddRange(value.AsList(MessageReader.Read)); break;
            case Fields.Model: options.ModelId = value.AsString(); break;
            case Fields.Temperature: options.Temperature = value.AsSingle(); break;
            case Fields.TopP: options.TopP = value.AsSingle(); break;
            case Fields.TopK: options.TopK = value.AsCount(); break;
            case Fields.FrequencyPenalty: options.FrequencyPenalty = value.AsSingle(); break;
            case Fields.PresencePenalty: options.PresencePenalty = value.AsSingle(); break;
            case Fields.MaxTokens: options.MaxOutputTokens = value.AsCount(); break;
            case Fields.Seed: options.Seed = value.AsInt64(); break;
            case Fields.Stop: options.StopSequences = value.AsList(JsonFields.AsString); break;
            case Fields.Tools: options.Tools = value.AsList(OptionsReader.ReadTool); break;
            case Fields.ToolChoice: options.ToolMode = OptionsReader.ReadToolChoice(value); break;
            case Fields.ParallelToolCalls: options.AllowMultipleToolCalls = value.AsBoolean(); break;
            case Fields.ResponseFormat: options.ResponseFormat = OptionsReader.ReadResponseFormat(value); break;
            case Fields.Reasoning: options.Reasoning = OptionsReader.ReadReasoning(value); break;
            case Fields.ConversationId: options.ConversationId = value.AsString(); break;
            default: (options.AdditionalProperties ??= [])[name] = value.Copy(); break;
        }
    }
}
