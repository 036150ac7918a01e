using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.KernelConnector.Contents;

namespace Websopy.SemanticKernel.KernelConnector.Settings;

/// <summary>Execution settings to options, but for the functions, which each request has its own of.</summary>
internal static class OptionsMapper
{
    /// <exception cref="ArgumentException">A value says nothing that Websopy knows.</exception>
    public static ChatOptions Map(WebsopyPromptExecutionSettings settings)
    {
        var options = new ChatOptions();
        if (settings.ExtensionData is { Count: > 0 })
        {
            var others = SettingsReader.Read(settings);
            Apply(others, options);
            foreach (var (name, value) in others.ExtensionData ?? new Dictionary<string, object>())
                (options.AdditionalProperties ??= [])[name] = value;
        }

        Apply(settings, options);
        return options;
    }

    /// <summary>Sets what the settings say on options that may have been mapped by someone who knew less of them.</summary>
    /// <exception cref="ArgumentException">A value says nothing that Websopy knows.</exception>
    public static void Apply(WebsopyPromptExecutionSettings settings, ChatOptions options)
    {
        options.ModelId = settings.ModelId ?? options.ModelId;
        options.Temperature = Number(SettingNames.Temperature, settings.Temperature) ?? options.Temperature;
        options.TopP = Number(SettingNames.TopP, settings.TopP) ?? options.TopP;
        options.TopK = settings.TopK ?? options.TopK;
        options.FrequencyPenalty = Number(SettingNames.FrequencyPenalty, settings.FrequencyPenalty) ?? options.FrequencyPenalty;
        options.PresencePenalty = Number(SettingNames.PresencePenalty, settings.PresencePenalty) ?? options.PresencePenalty;
        options.MaxOutputTokens = settings.MaxTokens ?? options.MaxOutputTokens;
        options.StopSequences = settings.StopSequences is { } sequences ? [.. sequences] : options.StopSequences;
        options.Seed = settings.Seed ?? options.Seed;
        options.ResponseFormat = Format(settings.ResponseFormat) ?? options.ResponseFormat;
        options.Reasoning = Reasoning(settings) ?? options.Reasoning;
        options.Instructions = settings.ChatSystemPrompt ?? options.Instructions;
        options.ConversationId = settings.ConversationId ?? options.ConversationId;

        // Whoever mapped the JSON of these settings took for additional what he did not know.
        options.AdditionalProperties?.Remove(SettingNames.ReasoningOutput);
        options.AdditionalProperties?.Remove(SettingNames.ReasoningEffort);
        options.AdditionalProperties?.Remove(SettingNames.ConversationId);
        options.AdditionalProperties?.Remove(SettingNames.ResponseFormat);
    }

    private static float? Number(string name, double? value)
    {
        var number = (float?)value;
        return number is null || float.IsFinite(number.Value) ? number : throw new ArgumentException($"The execution setting '{name}' is '{value}', and must be a finite number.");
    }

    private static ChatResponseFormat? Format(object? format) => SettingValue.Plain(format) switch
    {
        null => null,
        ChatResponseFormat known => known,
        "text" => ChatResponseFormat.Text,
        "json_object" or "json" => ChatResponseFormat.Json,
        JsonElement { ValueKind: JsonValueKind.Object } schema => FormatOf(schema),
        IDictionary mapping => FormatOf(JsonElement.Parse(ResultText.Of(mapping, null))), // from YAML
        Type type => ChatResponseFormat.ForJsonSchema(type),
        var other => throw new ArgumentException(
            $"The execution setting '{SettingNames.ResponseFormat}' is '{other}', and must be \"text\", \"json_object\", a JSON schema, a type or a {nameof(ChatResponseFormat)}."),
    };

    /// <summary>A schema may stand alone or in the envelope that OpenAI's API gives it.</summary>
    private static ChatResponseFormat FormatOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return ChatResponseFormat.ForJsonSchema(schema);
        return type.GetString() switch
        {
            "text" => ChatResponseFormat.Text,
            "json_object" => ChatResponseFormat.Json,
            "json_schema" when schema.TryGetProperty("json_schema", out var envelope) && envelope.TryGetProperty("schema", out var inner) =>
                ChatResponseFormat.ForJsonSchema(inner, TextOf(envelope, "name"), TextOf(envelope, "description")),
            _ => ChatResponseFormat.ForJsonSchema(schema),
        };
    }

    private static string? TextOf(JsonElement envelope, string name) =>
        envelope.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ReasoningOptions? Reasoning(WebsopyPromptExecutionSettings settings) =>
        settings is { ReasoningEffort: null, ReasoningOutput: null } ? null : new ReasoningOptions
        {
            Effort = settings.ReasoningEffort?.ToLowerInvariant() switch
            {
                null => null,
                "none" => ReasoningEffort.None,
                "low" => ReasoningEffort.Low,
                "medium" => ReasoningEffort.Medium,
                "high" => ReasoningEffort.High,
                "xhigh" or "extra_high" => ReasoningEffort.ExtraHigh,
                var other => throw Unknown(SettingNames.ReasoningEffort, other, "none, low, medium, high or xhigh"),
            },
            Output = settings.ReasoningOutput?.ToLowerInvariant() switch
            {
                null => null,
                "none" => ReasoningOutput.None,
                "summary" => ReasoningOutput.Summary,
                "full" => ReasoningOutput.Full,
                var other => throw Unknown(SettingNames.ReasoningOutput, other, "none, summary or full"),
            },
        };

    private static ArgumentException Unknown(string name, string value, string known) =>
        new($"The execution setting '{name}' is '{value}', and must be {known}.");
}
