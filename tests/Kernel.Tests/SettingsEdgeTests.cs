using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

/// <summary>Settings on their way through JSON, YAML and other types.</summary>
public sealed class SettingsEdgeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static WebsopyPromptExecutionSettings Full => new()
    {
        ServiceId = "fast",
        ModelId = "m",
        Temperature = 0.7,
        TopP = 0.9,
        TopK = 5,
        FrequencyPenalty = 0.1,
        PresencePenalty = 0.2,
        MaxTokens = 100,
        StopSequences = ["END"],
        Seed = long.MaxValue,
        ResponseFormat = "json_object",
        ReasoningEffort = "high",
        ReasoningOutput = "summary",
        ChatSystemPrompt = "Be brief.",
        ConversationId = "conv",
        FunctionChoiceBehavior = FunctionChoiceBehavior.Required(autoInvoke: false),
        ExtensionData = new Dictionary<string, object> { ["logit_bias"] = 7 },
    };

    [Fact]
    public void Json_OfTheSettings_IsReadByEverySettingsType()
    {
        var json = JsonSerializer.Serialize(Full);
        var same = JsonSerializer.Deserialize<WebsopyPromptExecutionSettings>(json)!;
        var general = WebsopyPromptExecutionSettings.FromExecutionSettings(JsonSerializer.Deserialize<PromptExecutionSettings>(json));

        foreach (var read in new[] { same, general })
        {
            foreach (var property in typeof(WebsopyPromptExecutionSettings).GetProperties().Where(property => property.CanWrite && property.Name is not (nameof(Full.FunctionChoiceBehavior) or nameof(Full.ExtensionData))))
                Assert.Equal(JsonSerializer.Serialize(property.GetValue(Full)), JsonSerializer.Serialize(property.GetValue(read)));
            Assert.Equal("7", Assert.Single(read.ExtensionData!).Value.ToString());
            Assert.NotNull(read.FunctionChoiceBehavior);
        }
    }

    [Fact]
    public void Freeze_ClosesEverySetting()
    {
        var settings = Full;
        settings.Freeze();
        settings.Freeze();

        foreach (var property in typeof(WebsopyPromptExecutionSettings).GetProperties().Where(property => property.CanWrite))
        {
            var failure = Assert.Throws<System.Reflection.TargetInvocationException>(() => property.SetValue(settings, null));
            Assert.IsType<InvalidOperationException>(failure.InnerException);
        }

        Assert.Throws<NotSupportedException>(() => settings.ExtensionData!.Add("a", 1));
        settings.Clone().ModelId = "other";
    }

    [Theory]
    [InlineData("temperature", "NaN")]
    [InlineData("temperature", double.PositiveInfinity)]
    [InlineData("top_p", 1e300)]
    [InlineData("frequency_penalty", "-1e999")]
    public async Task Number_ThatCannotBeSent_IsNamed(string name, object value)
    {
        var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { [name] = value } };
        var service = new WebsopyChatCompletionService(new Model(["done"]));
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => service.GetChatMessageContentsAsync(Kernels.Ask(), settings, null, Cancel));
        Assert.Contains($"'{name}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_AreReadAlikeInEveryCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var source = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["temperature"] = "0.5", ["top_p"] = 0.25m, ["max_tokens"] = "1000" } };
            var settings = WebsopyPromptExecutionSettings.FromExecutionSettings(source);
            Assert.Equal((0.5, 0.25, 1000), (settings.Temperature, settings.TopP, settings.MaxTokens));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("temperature")]
    [InlineData("max_tokens")]
    [InlineData("stop_sequences")]
    [InlineData("response_format")]
    [InlineData("reasoning_effort")]
    public void Null_InJson_SetsNothing(string name)
    {
        var source = JsonSerializer.Deserialize<PromptExecutionSettings>($$"""{"{{name}}":null}""");
        var settings = WebsopyPromptExecutionSettings.FromExecutionSettings(source);
        Assert.Null(settings.ExtensionData);
        Assert.Null(settings.Temperature ?? settings.MaxTokens ?? settings.StopSequences ?? settings.ResponseFormat ?? settings.ReasoningEffort);
    }

    [Fact]
    public async Task ResponseFormat_MayBeAMappingOfYaml()
    {
        var model = new Model(["{}"]);
        var service = new WebsopyChatCompletionService(model);
        await service.GetChatMessageContentsAsync(Kernels.Ask(), With(new Dictionary<object, object> { ["type"] = "json_object" }), null, Cancel);
        await service.GetChatMessageContentsAsync(
            Kernels.Ask(),
            With(new Dictionary<object, object>
            {
                ["type"] = "object",
                ["properties"] = new Dictionary<object, object> { ["city"] = new Dictionary<object, object> { ["type"] = "string" } },
                ["required"] = new List<object> { "city" },
            }), null, Cancel);

        Assert.Same(ChatResponseFormat.Json, model.Requests[0].Options!.ResponseFormat);
        var schema = Assert.IsType<ChatResponseFormatJson>(model.Requests[1].Options!.ResponseFormat).Schema!.Value;
        Assert.Equal("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""", schema.GetRawText());

        static PromptExecutionSettings With(object format) => new() { ExtensionData = new Dictionary<string, object> { ["response_format"] = format } };
    }

    [Fact]
    public void ToChatOptions_OfAResponseFormatInCode_KeepsIt()
    {
        var byType = new WebsopyPromptExecutionSettings { ResponseFormat = typeof(SettingsTests.Answer) }.ToChatOptions(new Kernel());
        var byFormat = new WebsopyPromptExecutionSettings { ResponseFormat = ChatResponseFormat.Json }.ToChatOptions(new Kernel());

        Assert.True(Assert.IsType<ChatResponseFormatJson>(byType!.ResponseFormat).Schema!.Value.GetProperty("properties").TryGetProperty("town", out _));
        Assert.Same(ChatResponseFormat.Json, byFormat!.ResponseFormat);
    }

    [Fact]
    public async Task ResponseFormat_OfAnyKind_SurvivesJson()
    {
        var model = new Model(["{}"]);
        var service = new WebsopyChatCompletionService(model);
        foreach (var format in new object[] { ChatResponseFormat.Text, ChatResponseFormat.Json, ChatResponseFormat.ForJsonSchema<SettingsTests.Answer>(schemaName: "town", schemaDescription: "A town."), "json_object" })
        {
            var json = JsonSerializer.Serialize(new WebsopyPromptExecutionSettings { ResponseFormat = format });
            await service.GetChatMessageContentsAsync(Kernels.Ask(), JsonSerializer.Deserialize<PromptExecutionSettings>(json), null, Cancel);
        }

        var formats = model.Requests.Select(request => request.Options!.ResponseFormat).ToList();
        Assert.Same(ChatResponseFormat.Text, formats[0]);
        Assert.Same(ChatResponseFormat.Json, formats[1]);
        Assert.Same(ChatResponseFormat.Json, formats[3]);
        var schema = Assert.IsType<ChatResponseFormatJson>(formats[2]);
        Assert.Equal(("town", "A town."), (schema.SchemaName, schema.SchemaDescription));
        Assert.True(schema.Schema!.Value.GetProperty("properties").TryGetProperty("town", out _));
    }

    [Fact]
    public void ToChatOptions_OfLittle_AddsNothing()
    {
        var options = new WebsopyPromptExecutionSettings { Temperature = 0.5 }.ToChatOptions(new Kernel())!;
        Assert.Equal(0.5f, options.Temperature);
        Assert.Empty(options.AdditionalProperties ?? []);
        Assert.Null(options.TopP ?? options.TopK ?? options.MaxOutputTokens);
    }
}
