namespace Websopy.SemanticKernel.KernelConnector.Settings;

/// <summary>How settings are called in JSON and YAML, as in Semantic Kernel's other connectors.</summary>
internal static class SettingNames
{
    public const string Temperature = "temperature";
    public const string TopP = "top_p";
    public const string TopK = "top_k";
    public const string FrequencyPenalty = "frequency_penalty";
    public const string PresencePenalty = "presence_penalty";
    public const string MaxTokens = "max_tokens";
    public const string StopSequences = "stop_sequences";
    public const string Seed = "seed";
    public const string ResponseFormat = "response_format";
    public const string ReasoningEffort = "reasoning_effort";
    public const string ReasoningOutput = "reasoning_output";
    public const string ChatSystemPrompt = "chat_system_prompt";
    public const string ConversationId = "conversation_id";
}
