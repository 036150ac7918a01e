using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Writes every field of a request but <c>messages</c>, in the order of the protocol's table. What is not set is absent.</summary>
internal sealed class OptionsWriter(Utf8JsonWriter writer, RequestOverrides overrides)
{
    public void Write(ChatOptions? options, string? defaultModel)
    {
        Text(WireNames.Request.Model, string.IsNullOrEmpty(options?.ModelId) ? defaultModel : options.ModelId);
        if (options is not null) Write(options);
        overrides.Write(writer);
    }

    private void Write(ChatOptions options)
    {
        ThrowIfUnsupported(options);
        Number(WireNames.Request.Temperature, options.Temperature);
        Number(WireNames.Request.TopP, options.TopP);
        Number(WireNames.Request.TopK, options.TopK);
        Number(WireNames.Request.FrequencyPenalty, options.FrequencyPenalty);
        Number(WireNames.Request.PresencePenalty, options.PresencePenalty);
        Number(WireNames.Request.MaxTokens, options.MaxOutputTokens);
        Number(WireNames.Request.Seed, options.Seed);
        Stop(options.StopSequences);
        ToolsWriter.Write(writer, options, overrides);
        Format(options.ResponseFormat);
        Reasoning(options.Reasoning);
        Text(WireNames.Request.ConversationId, options.ConversationId);
    }

    private static void ThrowIfUnsupported(ChatOptions options)
    {
        if (options.ContinuationToken is not null)
        {
            throw Unsupported.Option(nameof(options.ContinuationToken),
                "It has no background responses to continue. Leave it unset: the client resumes a broken stream by itself.");
        }

        if (options.AllowBackgroundResponses is true)
            throw Unsupported.Option(nameof(options.AllowBackgroundResponses), "It has no background responses. Leave it unset, or false.");
    }

    private void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && !overrides.Replace(name)) writer.WriteString(name, value);
    }

    private void Number(string name, float? value)
    {
        if (value is not { } number || overrides.Replace(name)) return;
        if (!float.IsFinite(number))
            throw new ArgumentException($"The option '{name}' is {number}, and JSON has no such number. Set a finite one, or none.");
        writer.WriteNumber(name, number);
    }

    private void Number(string name, long? value)
    {
        if (value is { } number && !overrides.Replace(name)) writer.WriteNumber(name, number);
    }

    private void Stop(IList<string>? sequences)
    {
        if (sequences is not { Count: > 0 } || overrides.Replace(WireNames.Request.Stop)) return;
        writer.WriteStartArray(WireNames.Request.Stop);
        foreach (var sequence in sequences) writer.WriteStringValue(sequence);
        writer.WriteEndArray();
    }

    private void Format(ChatResponseFormat? format)
    {
        if (format is null || overrides.Replace(WireNames.Request.ResponseFormat)) return;
        writer.WriteStartObject(WireNames.Request.ResponseFormat);
        switch (format)
        {
            case ChatResponseFormatText:
                writer.WriteString(WireNames.ResponseFormat.Type, WireNames.ResponseFormat.Text);
                break;
            case ChatResponseFormatJson { Schema: { } schema } json:
                writer.WriteString(WireNames.ResponseFormat.Type, WireNames.ResponseFormat.JsonSchema);
                if (json.SchemaName is { } name) writer.WriteString(WireNames.ResponseFormat.Name, name);
                if (json.SchemaDescription is { } description) writer.WriteString(WireNames.ResponseFormat.Description, description);
                writer.WritePropertyName(WireNames.ResponseFormat.Schema);
                JsonValueWriter.WriteElement(writer, schema);
                break;
            case ChatResponseFormatJson:
                writer.WriteString(WireNames.ResponseFormat.Type, WireNames.ResponseFormat.Json);
                break;
            default:
                throw Unsupported.Option(nameof(ChatOptions.ResponseFormat), $"The format {format.GetType().Name} is not known to it.");
        }

        writer.WriteEndObject();
    }

    private void Reasoning(ReasoningOptions? reasoning)
    {
        if (reasoning is null or { Effort: null, Output: null } || overrides.Replace(WireNames.Request.Reasoning)) return;
        writer.WriteStartObject(WireNames.Request.Reasoning);
        if (reasoning.Effort is { } effort) writer.WriteString(WireNames.Reasoning.Effort, Name(effort));
        if (reasoning.Output is { } output) writer.WriteString(WireNames.Reasoning.Output, Name(output));
        writer.WriteEndObject();
    }

    private static string Name(ReasoningEffort effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        ReasoningEffort.ExtraHigh => "extra_high",
        _ => throw Unsupported.Option(nameof(ChatOptions.Reasoning), $"The effort {effort} is not known to it."),
    };

    private static string Name(ReasoningOutput output) => output switch
    {
        ReasoningOutput.None => "none",
        ReasoningOutput.Summary => "summary",
        ReasoningOutput.Full => "full",
        _ => throw Unsupported.Option(nameof(ChatOptions.Reasoning), $"The output {output} is not known to it."),
    };
}
