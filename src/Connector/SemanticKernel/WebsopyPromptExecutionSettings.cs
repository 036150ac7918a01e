using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.KernelConnector.Settings;

namespace Websopy.SemanticKernel;

/// <summary>How Websopy is to answer a prompt of Semantic Kernel. What is not set is left to the server.</summary>
/// <remarks>
/// <para>
/// The JSON names are those of Semantic Kernel's other connectors, so a prompt file that was written for one of them goes on
/// working. Which functions the model may call says <see cref="PromptExecutionSettings.FunctionChoiceBehavior"/>, whether it
/// may ask for several at once its <see cref="FunctionChoiceBehaviorOptions.AllowParallelCalls"/>.
/// </para>
/// <para>Names in <see cref="PromptExecutionSettings.ExtensionData"/> that are not known here are sent as they stand.</para>
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed class WebsopyPromptExecutionSettings : PromptExecutionSettings
{
    /// <summary>How freely the model chooses its words; 0 is the least.</summary>
    [JsonPropertyName(SettingNames.Temperature)]
    public double? Temperature { get; set => Set(ref field, value); }

    /// <summary>The share of probability, from 0 to 1, that words are chosen from.</summary>
    [JsonPropertyName(SettingNames.TopP)]
    public double? TopP { get; set => Set(ref field, value); }

    /// <summary>How many of the likeliest words are chosen from.</summary>
    [JsonPropertyName(SettingNames.TopK)]
    public int? TopK { get; set => Set(ref field, value); }

    /// <summary>Makes words less likely the more often they have come.</summary>
    [JsonPropertyName(SettingNames.FrequencyPenalty)]
    public double? FrequencyPenalty { get; set => Set(ref field, value); }

    /// <summary>Makes words less likely that have come at all.</summary>
    [JsonPropertyName(SettingNames.PresencePenalty)]
    public double? PresencePenalty { get; set => Set(ref field, value); }

    /// <summary>The most tokens of one answer.</summary>
    [JsonPropertyName(SettingNames.MaxTokens)]
    public int? MaxTokens { get; set => Set(ref field, value); }

    /// <summary>Texts that end the answer when the model writes them.</summary>
    [JsonPropertyName(SettingNames.StopSequences)]
    public IList<string>? StopSequences { get; set => Set(ref field, value); }

    /// <summary>Makes the same request give the same answer where the server can.</summary>
    [JsonPropertyName(SettingNames.Seed)]
    public long? Seed { get; set => Set(ref field, value); }

    /// <summary>
    /// The form of the answer: <c>"text"</c>, <c>"json_object"</c>, a JSON schema (a <see cref="System.Text.Json.JsonElement"/>), a
    /// <see cref="Type"/> whose schema it is to have, or a <see cref="ChatResponseFormat"/>.
    /// </summary>
    [JsonPropertyName(SettingNames.ResponseFormat)]
    [JsonConverter(typeof(ResponseFormatConverter))]
    public object? ResponseFormat { get; set => Set(ref field, value); }

    /// <summary>How much the model thinks first: <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c> or <c>xhigh</c>.</summary>
    [JsonPropertyName(SettingNames.ReasoningEffort)]
    public string? ReasoningEffort { get; set => Set(ref field, value); }

    /// <summary>How much of its thinking the model tells: <c>none</c>, <c>summary</c> or <c>full</c>.</summary>
    [JsonPropertyName(SettingNames.ReasoningOutput)]
    public string? ReasoningOutput { get; set => Set(ref field, value); }

    /// <summary>The system message of a history that has none.</summary>
    [JsonPropertyName(SettingNames.ChatSystemPrompt)]
    public string? ChatSystemPrompt { get; set => Set(ref field, value); }

    /// <summary>The conversation at the server that the request goes on with.</summary>
    [JsonPropertyName(SettingNames.ConversationId)]
    public string? ConversationId { get; set => Set(ref field, value); }

    /// <summary>Reads any settings as Websopy's.</summary>
    /// <param name="executionSettings">
    /// Settings of this type, which are returned as they are; settings of another type, whose
    /// <see cref="PromptExecutionSettings.ExtensionData"/> is read, with values of any type that a JSON or YAML file may have
    /// given them; <see langword="null"/> for settings with nothing set.
    /// </param>
    /// <returns>Websopy's settings.</returns>
    /// <exception cref="ArgumentException">A value cannot be read; the message says which.</exception>
    public static WebsopyPromptExecutionSettings FromExecutionSettings(PromptExecutionSettings? executionSettings) =>
        executionSettings as WebsopyPromptExecutionSettings ?? SettingsReader.Read(executionSettings);

    /// <inheritdoc />
    public override void Freeze()
    {
        if (IsFrozen) return;
        if (StopSequences is { } sequences) StopSequences = new ReadOnlyCollection<string>([.. sequences]);
        base.Freeze();
    }

    /// <inheritdoc />
    public override PromptExecutionSettings Clone() => new WebsopyPromptExecutionSettings
    {
        ServiceId = ServiceId,
        ModelId = ModelId,
        FunctionChoiceBehavior = FunctionChoiceBehavior,
        ExtensionData = ExtensionData is { } data ? new Dictionary<string, object>(data) : null,
        Temperature = Temperature,
        TopP = TopP,
        TopK = TopK,
        FrequencyPenalty = FrequencyPenalty,
        PresencePenalty = PresencePenalty,
        MaxTokens = MaxTokens,
        StopSequences = StopSequences is { } sequences ? [.. sequences] : null,
        Seed = Seed,
        ResponseFormat = ResponseFormat,
        ReasoningEffort = ReasoningEffort,
        ReasoningOutput = ReasoningOutput,
        ChatSystemPrompt = ChatSystemPrompt,
        ConversationId = ConversationId,
    };

    /// <inheritdoc />
    protected override void PrepareChatOptionsForRequest(ChatOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsMapper.Apply(this, options);
    }

    private void Set<T>(ref T field, T value)
    {
        ThrowIfFrozen();
        field = value;
    }
}
