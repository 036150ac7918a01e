using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class SettingsTests
{
    private const string Json = """
        {"service_id":"fast","model_id":"m","temperature":0.7,"top_p":"0.9","top_k":5,"frequency_penalty":0.1,"presence_penalty":"0.2",
         "max_tokens":"100","stop_sequences":["END","STOP"],"seed":42,"response_format":"json_object","reasoning_effort":"high",
         "reasoning_output":"summary","chat_system_prompt":"Be brief.","conversation_id":"conv","logit_bias":{"7":1}}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, PromptExecutionSettings> Sources => new()
    {
        { "json", JsonSerializer.Deserialize<PromptExecutionSettings>(Json)! },
        { "own json", JsonSerializer.Deserialize<WebsopyPromptExecutionSettings>(Json)! },
        { "yaml", new PromptExecutionSettings
            {
                ServiceId = "fast",
                ModelId = "m",
                ExtensionData = new Dictionary<string, object>
                {
                    ["temperature"] = "0.7", ["top_p"] = "0.9", ["top_k"] = "5", ["frequency_penalty"] = "0.1", ["presence_penalty"] = "0.2",
                    ["max_tokens"] = "100", ["stop_sequences"] = new List<object> { "END", "STOP" }, ["seed"] = "42", ["response_format"] = "json_object",
                    ["reasoning_effort"] = "high", ["reasoning_output"] = "summary", ["chat_system_prompt"] = "Be brief.", ["conversation_id"] = "conv", ["logit_bias"] = "7",
                },
            } },
        { "code", new PromptExecutionSettings
            {
                ServiceId = "fast",
                ModelId = "m",
                ExtensionData = new Dictionary<string, object>
                {
                    ["Temperature"] = 0.7, ["TOP_P"] = 0.9f, ["top_k"] = 5L, ["frequency_penalty"] = 0.1m, ["presence_penalty"] = 0.2,
                    ["max_tokens"] = 100, ["stop_sequences"] = new[] { "END", "STOP" }, ["seed"] = 42.0, ["response_format"] = "json_object",
                    ["reasoning_effort"] = "high", ["reasoning_output"] = "summary", ["chat_system_prompt"] = "Be brief.", ["conversation_id"] = "conv", ["logit_bias"] = 7,
                },
            } },
    };

    [Theory]
    [MemberData(nameof(Sources), DisableDiscoveryEnumeration = true)]
    public async Task Settings_OfAnyOrigin_ReachTheModel(string origin, PromptExecutionSettings settings)
    {
        var model = new Model(["{}"]);
        await new WebsopyChatCompletionService(model).GetChatMessageContentAsync(Kernels.Ask(), settings, null, Cancel);

        var options = model.Requests[0].Options!;
        Assert.Equal("m", options.ModelId);
        Assert.Equal((0.7f, 0.9f, 5), (options.Temperature!.Value, options.TopP!.Value, options.TopK));
        Assert.Equal((0.1f, 0.2f), (options.FrequencyPenalty!.Value, options.PresencePenalty!.Value));
        Assert.Equal((100, 42L), (options.MaxOutputTokens, options.Seed));
        Assert.Equal(["END", "STOP"], options.StopSequences!);
        Assert.Same(ChatResponseFormat.Json, options.ResponseFormat);
        Assert.Equal((ReasoningEffort.High, ReasoningOutput.Summary), (options.Reasoning!.Effort, options.Reasoning.Output));
        Assert.Equal(("Be brief.", "conv"), (options.Instructions, options.ConversationId));
        Assert.True(options.AdditionalProperties is { Count: 1 } others && others.ContainsKey("logit_bias"), origin);
    }

    [Theory]
    [MemberData(nameof(Sources), DisableDiscoveryEnumeration = true)]
    public void FromExecutionSettings_KeepsServiceAndCloneIsEqual(string origin, PromptExecutionSettings source)
    {
        var settings = WebsopyPromptExecutionSettings.FromExecutionSettings(source);
        var clone = Assert.IsType<WebsopyPromptExecutionSettings>(settings.Clone());

        Assert.Equal("fast", settings.ServiceId);
        foreach (var property in typeof(WebsopyPromptExecutionSettings).GetProperties().Where(property => property.CanWrite))
        {
            Assert.True(property.Name == nameof(settings.FunctionChoiceBehavior) || property.GetValue(settings) is not null, $"{origin}: {property.Name}");
            Assert.Equal(property.GetValue(settings), property.GetValue(clone));
        }

        Assert.NotSame(settings.StopSequences, clone.StopSequences);
        Assert.NotSame(settings.ExtensionData, clone.ExtensionData);
    }

    [Fact]
    public void FromExecutionSettings_OfNothing_SetsNothing() =>
        Assert.All(typeof(WebsopyPromptExecutionSettings).GetProperties().Where(property => property.CanWrite),
            property => Assert.Null(property.GetValue(WebsopyPromptExecutionSettings.FromExecutionSettings(null))));

    [Fact]
    public void FromExecutionSettings_OfItsOwnType_IsTheSame()
    {
        var settings = new WebsopyPromptExecutionSettings();
        Assert.Same(settings, WebsopyPromptExecutionSettings.FromExecutionSettings(settings));
    }

    [Theory]
    [InlineData("temperature", "hot", "a number")]
    [InlineData("max_tokens", 1.5, "a whole number")]
    [InlineData("max_tokens", "1e10", "a whole number")]
    [InlineData("max_tokens", 5_000_000_000, "32 bits")]
    [InlineData("seed", true, "a whole number")]
    [InlineData("top_p", true, "a number")]
    [InlineData("stop_sequences", 7, "a list of texts")]
    [InlineData("chat_system_prompt", 7, "a text")]
    public void FromExecutionSettings_OfAValueThatCannotBe_NamesIt(string name, object value, string expected)
    {
        var source = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { [name] = value } };
        var exception = Assert.Throws<ArgumentException>(() => WebsopyPromptExecutionSettings.FromExecutionSettings(source));
        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_format", "xml")]
    [InlineData("reasoning_effort", "much")]
    [InlineData("reasoning_output", "all")]
    public async Task Settings_WithAnUnknownWord_Throw(string name, string value)
    {
        var service = new WebsopyChatCompletionService(new Model(["done"]));
        var source = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { [name] = value } };
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => service.GetChatMessageContentAsync(Kernels.Ask(), source, null, Cancel));
        Assert.Contains($"'{name}' is '{value}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResponseFormat_MayBeASchemaOrAType()
    {
        using var schema = JsonDocument.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""");
        using var envelope = JsonDocument.Parse("""{"type":"json_schema","json_schema":{"name":"city","schema":{"type":"object"}}}""");
        var model = new Model(["{}"]);
        var service = new WebsopyChatCompletionService(model);
        foreach (var format in new object[] { schema.RootElement, envelope.RootElement, typeof(Answer), ChatResponseFormat.Text })
            await service.GetChatMessageContentAsync(Kernels.Ask(), new WebsopyPromptExecutionSettings { ResponseFormat = format }, null, Cancel);

        var formats = model.Requests.Select(request => request.Options!.ResponseFormat).ToList();
        Assert.True(Assert.IsType<ChatResponseFormatJson>(formats[0]).Schema!.Value.GetProperty("properties").TryGetProperty("city", out _));
        Assert.Equal("city", Assert.IsType<ChatResponseFormatJson>(formats[1]).SchemaName);
        Assert.True(Assert.IsType<ChatResponseFormatJson>(formats[2]).Schema!.Value.GetProperty("properties").TryGetProperty("town", out _));
        Assert.Same(ChatResponseFormat.Text, formats[3]);
    }

    [Fact]
    public void Freeze_KeepsEverythingAsItIs()
    {
        var settings = new WebsopyPromptExecutionSettings { StopSequences = ["END"] };
        settings.Freeze();
        settings.Freeze();

        Assert.True(settings.IsFrozen);
        Assert.Throws<InvalidOperationException>(() => settings.Temperature = 1);
        Assert.Throws<NotSupportedException>(() => settings.StopSequences!.Add("STOP"));
        Assert.False(((WebsopyPromptExecutionSettings)settings.Clone()).IsFrozen);
    }

    [Fact]
    public async Task ExtensionData_OfItsOwnType_IsReadWherePropertiesSayNothing()
    {
        var model = new Model(["done"]);
        var settings = new WebsopyPromptExecutionSettings
        {
            Temperature = 0.5,
            ExtensionData = new Dictionary<string, object> { ["temperature"] = 1, ["top_p"] = "0.25", ["other"] = "x" },
        };
        await new WebsopyChatCompletionService(model).GetChatMessageContentAsync(Kernels.Ask(), settings, null, Cancel);

        var options = model.Requests[0].Options!;
        Assert.Equal((0.5f, 0.25f), (options.Temperature, options.TopP));
        Assert.Equal(["other"], options.AdditionalProperties!.Keys);
    }

    [Fact]
    public async Task ChatSystemPrompt_IsForHistoriesWithoutOne()
    {
        var model = new Model(["done"]);
        var history = new ChatHistory("I am here already.");
        history.AddUserMessage("Hi");
        await new WebsopyChatCompletionService(model).GetChatMessageContentAsync(history, new WebsopyPromptExecutionSettings { ChatSystemPrompt = "Be brief." }, null, Cancel);
        Assert.Null(model.Requests[0].Options!.Instructions);
    }

    [Fact]
    public async Task PromptTemplate_WithSettingsAndFunctionChoiceInJson_UsesThem()
    {
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]);
        var function = KernelFunctionFactory.CreateFromPrompt(PromptTemplateConfig.FromJson("""
            {"template":"Weather in {{$city}}?","execution_settings":{"default":{"temperature":0.2,"max_tokens":50,
             "function_choice_behavior":{"type":"auto","functions":["City.Weather"],"options":{"allow_parallel_calls":true}}}}}
            """));

        await Kernels.Over(model).InvokeAsync(function, new() { ["city"] = "Oslo" }, Cancel);

        Assert.Equal("Weather in Oslo?", model.Requests[0].Messages[0].Text);
        var options = model.Requests[0].Options!;
        Assert.Equal((0.2f, 50, true), (options.Temperature!.Value, options.MaxOutputTokens, options.AllowMultipleToolCalls));
        Assert.Equal(["City-Weather"], model.Requests[1].ToolNames);
    }

    [Fact]
    public void ToChatOptions_ForAnIChatClient_KeepsEverything()
    {
        var options = JsonSerializer.Deserialize<WebsopyPromptExecutionSettings>(Json)!.ToChatOptions(new Kernel())!;

        Assert.Equal((0.7f, 100, "conv"), (options.Temperature!.Value, options.MaxOutputTokens, options.ConversationId));
        Assert.Equal(ReasoningOutput.Summary, options.Reasoning!.Output);
        Assert.Equal(["logit_bias"], options.AdditionalProperties!.Keys);
    }

    internal sealed record Answer(string Town);
}
