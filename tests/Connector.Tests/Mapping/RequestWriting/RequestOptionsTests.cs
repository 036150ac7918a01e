using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestOptionsTests
{
    [Fact]
    public void Write_NothingSet_OnlyMessages() =>
        Assert.Equal("""{"messages":[]}""", RequestBody.OfOptions(new ChatOptions()));

    [Fact]
    public void Write_NoOptions_OnlyMessages() => Assert.Equal("""{"messages":[]}""", RequestBody.Of([]));

    [Fact]
    public void Write_EveryField_InTheOrderOfTheProtocol()
    {
        var options = new ChatOptions
        {
            Instructions = "Be brief.",
            ModelId = "m",
            Temperature = 0.7f,
            TopP = 0.1f,
            TopK = 40,
            FrequencyPenalty = -1.5f,
            PresencePenalty = 2f,
            MaxOutputTokens = 100,
            Seed = long.MaxValue,
            StopSequences = ["a", "\n\n"],
            Tools = [AIFunctionFactory.CreateDeclaration("t", "d", RequestBody.Json("""{"type":"object"}"""))],
            ToolMode = ChatToolMode.Auto,
            AllowMultipleToolCalls = false,
            ResponseFormat = ChatResponseFormat.Json,
            Reasoning = new ReasoningOptions { Effort = ReasoningEffort.Low, Output = ReasoningOutput.Summary },
            ConversationId = "c",
            AdditionalProperties = new() { ["user"] = "u" },
        };

        Assert.Equal(
            """{"model":"m","temperature":0.7,"topP":0.1,"topK":40,"frequencyPenalty":-1.5,"presencePenalty":2,"maxTokens":100,"seed":"""
            + """9223372036854775807,"stop":["a","\n\n"],"tools":[{"name":"t","description":"d","parameters":{"type":"object"}}],"toolChoice":"auto","parallelToolCalls":"""
            + """false,"responseFormat":{"type":"json"},"reasoning":{"effort":"low","output":"summary"},"conversationId":"c","user":"u","messages":"""
            + """[{"role":"system","content":"Be brief."},{"role":"user","content":"hi"}]}""",
            RequestBody.Of([new(ChatRole.User, "hi")], options, "default"));
    }

    [Fact]
    public void Write_EveryOptionOfTheInterface_IsKnownHere()
    {
        // A new property of ChatOptions would be dropped silently; this test says so when the package is updated.
        string[] known =
        [
            "AdditionalProperties", "AllowBackgroundResponses", "AllowMultipleToolCalls", "ContinuationToken", "ConversationId",
            "FrequencyPenalty", "Instructions", "MaxOutputTokens", "ModelId", "PresencePenalty", "RawRepresentationFactory", "Reasoning",
            "ResponseFormat", "Seed", "StopSequences", "Temperature", "ToolMode", "Tools", "TopK", "TopP",
        ];

        Assert.Equal(known, typeof(ChatOptions).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, "default", """{"model":"default","messages":[]}""")]
    [InlineData("", "default", """{"model":"default","messages":[]}""")]
    [InlineData("own", "default", """{"model":"own","messages":[]}""")]
    [InlineData("own", null, """{"model":"own","messages":[]}""")]
    [InlineData(null, "", """{"messages":[]}""")]
    public void Write_Model_OwnElseDefault(string? own, string? byDefault, string expected) =>
        Assert.Equal(expected, RequestBody.OfOptions(new ChatOptions { ModelId = own }, byDefault));

    [Theory]
    [InlineData(0f, "0")]
    [InlineData(0.7f, "0.7")]
    [InlineData(1e-7f, "1E-07")]
    [InlineData(0.33333334f, "0.33333334")]
    public void Write_Temperature_ShortestThatRoundTrips(float value, string expected) =>
        Assert.Equal($$"""{"temperature":{{expected}},"messages":[]}""", RequestBody.OfOptions(new ChatOptions { Temperature = value }));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Write_NotFinite_SaysWhichOption(float value)
    {
        ChatOptions[] all =
            [new() { Temperature = value }, new() { TopP = value }, new() { FrequencyPenalty = value }, new() { PresencePenalty = value }];

        var messages = all.Select(o => Assert.Throws<ArgumentException>(() => RequestBody.OfOptions(o)).Message).ToArray();

        Assert.Contains("'temperature'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'topP'", messages[1], StringComparison.Ordinal);
        Assert.Contains("'frequencyPenalty'", messages[2], StringComparison.Ordinal);
        Assert.Contains("'presencePenalty'", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EmptyStopAndTools_Absent() =>
        Assert.Equal("""{"messages":[]}""", RequestBody.OfOptions(new ChatOptions { StopSequences = [], Tools = [], Instructions = "" }));

    public static TheoryData<ChatResponseFormat, string> Formats => new()
    {
        { ChatResponseFormat.Text, """{"type":"text"}""" },
        { ChatResponseFormat.Json, """{"type":"json"}""" },
        { ChatResponseFormat.ForJsonSchema(RequestBody.Json("""{ "type" : "object" }""")), """{"type":"json_schema","schema":{"type":"object"}}""" },
        {
            ChatResponseFormat.ForJsonSchema(RequestBody.Json("true"), "答案", "an answer"),
            """{"type":"json_schema","name":"答案","description":"an answer","schema":true}"""
        },
    };

    [Theory]
    [MemberData(nameof(Formats), DisableDiscoveryEnumeration = true)]
    public void Write_ResponseFormat_AsDocumented(ChatResponseFormat format, string expected) =>
        Assert.Equal($$"""{"responseFormat":{{expected}},"messages":[]}""", RequestBody.OfOptions(new ChatOptions { ResponseFormat = format }));

    [Theory]
    [InlineData(ReasoningEffort.None, null, """{"effort":"none"}""")]
    [InlineData(ReasoningEffort.Low, null, """{"effort":"low"}""")]
    [InlineData(ReasoningEffort.Medium, null, """{"effort":"medium"}""")]
    [InlineData(ReasoningEffort.High, null, """{"effort":"high"}""")]
    [InlineData(ReasoningEffort.ExtraHigh, null, """{"effort":"extra_high"}""")]
    [InlineData(null, ReasoningOutput.None, """{"output":"none"}""")]
    [InlineData(null, ReasoningOutput.Summary, """{"output":"summary"}""")]
    [InlineData(null, ReasoningOutput.Full, """{"output":"full"}""")]
    public void Write_Reasoning_AsDocumented(ReasoningEffort? effort, ReasoningOutput? output, string expected) =>
        Assert.Equal(
            $$"""{"reasoning":{{expected}},"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { Reasoning = new() { Effort = effort, Output = output } }));

    [Fact]
    public void Write_EmptyReasoning_Absent() =>
        Assert.Equal("""{"messages":[]}""", RequestBody.OfOptions(new ChatOptions { Reasoning = new() }));

    [Fact]
    public void Write_UnknownReasoning_Throws()
    {
        Assert.Throws<NotSupportedException>(() => RequestBody.OfOptions(new ChatOptions { Reasoning = new() { Effort = (ReasoningEffort)99 } }));
        Assert.Throws<NotSupportedException>(() => RequestBody.OfOptions(new ChatOptions { Reasoning = new() { Output = (ReasoningOutput)99 } }));
    }

    [Fact]
    public void Write_BackgroundResponses_Throws()
    {
        var continued = new ChatOptions { ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 }) };
        var background = new ChatOptions { AllowBackgroundResponses = true };

        Assert.Contains("ContinuationToken", Assert.Throws<NotSupportedException>(() => RequestBody.OfOptions(continued)).Message, StringComparison.Ordinal);
        Assert.Contains("AllowBackgroundResponses", Assert.Throws<NotSupportedException>(() => RequestBody.OfOptions(background)).Message, StringComparison.Ordinal);
        Assert.Equal("""{"messages":[]}""", RequestBody.OfOptions(new ChatOptions { AllowBackgroundResponses = false }));
    }
}
