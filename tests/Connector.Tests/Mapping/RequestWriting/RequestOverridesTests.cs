using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Moq;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestOverridesTests
{
    [Fact]
    public void Write_AdditionalProperties_ReplaceFieldsAndAreAdded() =>
        Assert.Equal(
            """{"topK":3,"temperature":"hot","extra":{"a":[1,null,"你"]},"off":null,"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions
            {
                Temperature = float.NaN,
                TopK = 3,
                AdditionalProperties = new()
                {
                    ["temperature"] = "hot",
                    ["extra"] = new Dictionary<string, object?> { ["a"] = new List<object?> { 1, null, "你" } },
                    ["off"] = null,
                },
            }));

    [Fact]
    public void Write_RawRepresentation_ReplacesFieldsAndYieldsToAdditionalProperties() =>
        Assert.Equal(
            """{"model":"raw","a":2,"b":3,"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions
            {
                ModelId = "m",
                RawRepresentationFactory = _ => new JsonObject { ["model"] = "raw", ["a"] = 1 },
                AdditionalProperties = new() { ["a"] = 2, ["b"] = 3 },
            }));

    [Fact]
    public void Write_RawElement_LikeAnObject() =>
        Assert.Equal(
            """{"a":2,"b":"😀","messages":[]}""".Replace("😀", @"\uD83D\uDE00", StringComparison.Ordinal),
            RequestBody.OfOptions(new ChatOptions { RawRepresentationFactory = _ => RequestBody.Json("""{"a":1,"b":"😀","a":2}""") }));

    [Fact]
    public void Write_EveryField_CanBeReplaced()
    {
        string[] names =
        [
            "model", "temperature", "topP", "topK", "frequencyPenalty", "presencePenalty", "maxTokens", "seed", "stop", "tools", "toolChoice",
            "parallelToolCalls", "responseFormat", "reasoning", "conversationId", "messages",
        ];
        var options = new ChatOptions
        {
            Instructions = "i",
            ModelId = "m",
            Temperature = 1,
            TopP = 1,
            TopK = 1,
            FrequencyPenalty = 1,
            PresencePenalty = 1,
            MaxOutputTokens = 1,
            Seed = 1,
            StopSequences = ["s"],
            Tools = [AIFunctionFactory.Create(() => 1, "f")],
            ToolMode = ChatToolMode.Auto,
            AllowMultipleToolCalls = true,
            ResponseFormat = ChatResponseFormat.Text,
            Reasoning = new() { Effort = ReasoningEffort.Low },
            ConversationId = "c",
            RawRepresentationFactory = _ => new JsonObject(names.Select(n => KeyValuePair.Create(n, (JsonNode?)0))),
        };

        Assert.Equal(
            "{" + string.Join(',', names.Select(n => $"\"{n}\":0")) + "}",
            RequestBody.Of([new(ChatRole.User, "hi")], options, "default"));
    }

    [Fact]
    public void Write_NameInOtherCase_IsAnotherField() =>
        Assert.Equal(
            """{"topK":1,"TopK":2,"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { TopK = 1, AdditionalProperties = new() { ["TopK"] = 2 } }));

    [Fact]
    public void Write_RawFactory_GetsTheClientOnce()
    {
        var clients = new List<IChatClient>();

        var body = RequestBody.OfOptions(new ChatOptions { RawRepresentationFactory = c => { clients.Add(c); return null; } });

        Assert.Same(RequestBody.Client, Assert.Single(clients));
        Assert.Equal("""{"messages":[]}""", body);
    }

    [Fact]
    public void Write_RawOfAnotherKind_Throws()
    {
        object[] wrong = ["text", new JsonArray(), RequestBody.Json("[]"), new Dictionary<string, object?>(), Mock.Of<IDisposable>()];
        foreach (var raw in wrong)
        {
            var exception = Assert.Throws<InvalidOperationException>(
                () => RequestBody.OfOptions(new ChatOptions { RawRepresentationFactory = _ => raw }));
            Assert.Contains(raw is JsonElement ? "JsonElement of kind Array" : raw.GetType().Name, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_PropertyWithoutJson_SaysItsName()
    {
        var options = new ChatOptions { AdditionalProperties = new() { ["callback"] = (Action)(() => { }) } };

        var exception = Assert.Throws<NotSupportedException>(() => RequestBody.OfOptions(options));

        Assert.Contains("'callback'", exception.Message, StringComparison.Ordinal);
    }
}
