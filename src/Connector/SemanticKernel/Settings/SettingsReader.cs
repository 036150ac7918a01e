using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel.KernelConnector.Settings;

/// <summary>Reads Websopy's settings from the extension data of any others.</summary>
internal static class SettingsReader
{
    /// <exception cref="ArgumentException">A value cannot be read.</exception>
    public static WebsopyPromptExecutionSettings Read(PromptExecutionSettings? source)
    {
        var settings = new WebsopyPromptExecutionSettings();
        if (source is null) return settings;
        settings.ServiceId = source.ServiceId;
        settings.ModelId = source.ModelId;
        settings.FunctionChoiceBehavior = source.FunctionChoiceBehavior;
        if (source.ExtensionData is not { Count: > 0 } data) return settings;

        Dictionary<string, object>? others = null;
        foreach (var (name, value) in data)
        {
            if (!Take(settings, name, value)) (others ??= [])[name] = value;
        }

        settings.ExtensionData = others;
        return settings;
    }

    private static bool Take(WebsopyPromptExecutionSettings settings, string name, object? value)
    {
        switch (name.ToLowerInvariant())
        {
            case SettingNames.Temperature: settings.Temperature = SettingValue.Number(name, value); break;
            case SettingNames.TopP: settings.TopP = SettingValue.Number(name, value); break;
            case SettingNames.TopK: settings.TopK = SettingValue.Integer(name, value); break;
            case SettingNames.FrequencyPenalty: settings.FrequencyPenalty = SettingValue.Number(name, value); break;
            case SettingNames.PresencePenalty: settings.PresencePenalty = SettingValue.Number(name, value); break;
            case SettingNames.MaxTokens: settings.MaxTokens = SettingValue.Integer(name, value); break;
            case SettingNames.StopSequences: settings.StopSequences = SettingValue.Texts(name, value); break;
            case SettingNames.Seed: settings.Seed = SettingValue.Long(name, value); break;
            case SettingNames.ResponseFormat: settings.ResponseFormat = SettingValue.Plain(value); break;
            case SettingNames.ReasoningEffort: settings.ReasoningEffort = SettingValue.Text(name, value); break;
            case SettingNames.ReasoningOutput: settings.ReasoningOutput = SettingValue.Text(name, value); break;
            case SettingNames.ChatSystemPrompt: settings.ChatSystemPrompt = SettingValue.Text(name, value); break;
            case SettingNames.ConversationId: settings.ConversationId = SettingValue.Text(name, value); break;
            default: return false;
        }

        return true;
    }
}
