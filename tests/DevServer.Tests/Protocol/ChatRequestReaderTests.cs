using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Protocol;

namespace Websopy.SemanticKernel.DevServer.Tests.Protocol;

public sealed class ChatRequestReaderTests
{
    private const string Hello = """{"role":"user","content":"Hello"}""";

    [Fact]
    public void Read_Conversation_KeepsRolesTextsAndNames()
    {
        var messages = ReadMessages("""
            {"role":"system","content":"Be brief."},
            {"role":"user","content":"你好","name":"Mei"},
            {"role":"assistant","content":"Hm, hello.","reasoning":"A greeting."}
            """);

        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant], messages.Select(m => m.Role));
        Assert.Equal(["Be brief.", "你好", "Hm, hello."], messages.Select(m => m.Text));
        Assert.Equal([null, "Mei", null], messages.Select(m => m.AuthorName));
        Assert.Equal("A greeting.", Assert.IsType<TextReasoningContent>(messages[2].Contents[0]).Text);
    }

    [Fact]
    public void Read_CallsAndResults_BecomeContents()
    {
        var messages = ReadMessages("""
            {"role":"assistant","content":null,"toolCalls":[
                {"id":"1","name":"f","arguments":"{\"s\":\"x\",\"n\":1,\"z\":null}"},
                {"id":"2","name":"g","arguments":""},
                {"id":"3","name":"h"}]},
            {"role":"tool","toolCallId":"1","name":"f","content":"42"},
            {"role":"tool","toolCallId":"2","name":"g","content":[{"type":"text","text":"a"}]},
            {"role":"tool","toolCallId":"3","name":"h"}
            """);

        var calls = messages[0].Contents.Cast<FunctionCallContent>().ToArray();
        Assert.Equal([("1", "f"), ("2", "g"), ("3", "h")], calls.Select(c => (c.CallId, c.Name)));
        Assert.Equal("x", ((JsonElement)calls[0].Arguments!["s"]!).GetString());
        Assert.Equal(1, ((JsonElement)calls[0].Arguments!["n"]!).GetInt32());
        Assert.Null(calls[0].Arguments!["z"]);
        Assert.All(calls[1..], call => Assert.Null(call.Arguments));

        var results = messages.Skip(1).Select(m => Assert.IsType<FunctionResultContent>(Assert.Single(m.Contents))).ToArray();
        Assert.All(messages.Skip(1), m => Assert.Equal(ChatRole.Tool, m.Role));
        Assert.Equal(["1", "2", "3"], results.Select(r => r.CallId));
        Assert.Equal("42", results[0].Result);
        Assert.Equal("a", Assert.IsType<TextContent>(Assert.Single(Assert.IsType<List<AIContent>>(results[1].Result))).Text);
        Assert.Null(results[2].Result);
    }

    [Fact]
    public void Read_Parts_BecomeTextAndImages()
    {
        var contents = ReadMessages("""
            {"role":"user","content":[{"type":"text","text":"What is this?"},
                {"type":"image","url":"https://example.com/a.png"},
                {"type":"image","url":"data:image/png;base64,AQID"}]}
            """)[0].Contents;

        Assert.Equal("What is this?", Assert.IsType<TextContent>(contents[0]).Text);
        var link = Assert.IsType<UriContent>(contents[1]);
        Assert.Equal("https://example.com/a.png", link.Uri.ToString());
        Assert.True(link.HasTopLevelMediaType("image"));
        var data = Assert.IsType<DataContent>(contents[2]);
        Assert.Equal(("image/png", 3), (data.MediaType, data.Data.Length));
    }

    [Fact]
    public void Read_Options_AreAllMapped()
    {
        var options = Read($$"""
            {"messages":[{{Hello}}],"model":"m","temperature":0.5,"topP":0.9,"topK":40,"frequencyPenalty":-1,"presencePenalty":1,
             "maxTokens":100,"seed":-9007199254740993,"stop":["a","b"],"parallelToolCalls":false,"conversationId":"c",
             "reasoning":{"effort":"extra_high","output":"summary"},"safety":{"level":3},"nothing":null}
            """).Options;

        Assert.Equal(("m", 0.5f, 0.9f, 40), (options.ModelId, options.Temperature, options.TopP, options.TopK));
        Assert.Equal((-1f, 1f, 100, -9007199254740993), (options.FrequencyPenalty, options.PresencePenalty, options.MaxOutputTokens, options.Seed));
        Assert.Equal(["a", "b"], options.StopSequences);
        Assert.Equal((false, "c"), (options.AllowMultipleToolCalls, options.ConversationId));
        Assert.Equal((ReasoningEffort.ExtraHigh, ReasoningOutput.Summary), (options.Reasoning!.Effort, options.Reasoning.Output));
        var (name, value) = Assert.Single(options.AdditionalProperties!);
        Assert.Equal(("safety", 3), (name, ((JsonElement)value!).GetProperty("level").GetInt32()));
    }

    [Fact]
    public void Read_Tools_AreDeclarationsThatCannotRun()
    {
        var tools = Read($$"""
            {"messages":[{{Hello}}],"tools":[
                {"name":"f","description":"Does f.","parameters":{"type":"object","properties":{"x":{"type":"integer"} } } },
                {"name":"g"}]}
            """).Options.Tools!;

        var f = Assert.IsType<AIFunctionDeclaration>(tools[0], exactMatch: false);
        Assert.Equal(("f", "Does f."), (f.Name, f.Description));
        Assert.Equal("integer", f.JsonSchema.GetProperty("properties").GetProperty("x").GetProperty("type").GetString());
        Assert.All(tools, tool => Assert.IsNotType<AIFunction>(tool, exactMatch: false));
        Assert.Equal("object", ((AIFunctionDeclaration)tools[1]).JsonSchema.GetProperty("type").GetString());
    }

    public static TheoryData<string, ChatToolMode> ToolChoices => new()
    {
        { "\"auto\"", ChatToolMode.Auto },
        { "\"none\"", ChatToolMode.None },
        { "\"required\"", ChatToolMode.RequireAny },
        { """{"name":"f"}""", ChatToolMode.RequireSpecific("f") },
    };

    [Theory]
    [MemberData(nameof(ToolChoices))]
    public void Read_ToolChoice_IsTheToolMode(string json, ChatToolMode expected) =>
        Assert.Equal(expected, ReadOptions($"\"toolChoice\":{json}").ToolMode);

    [Fact]
    public void Read_ResponseFormats_AreMapped()
    {
        Assert.IsType<ChatResponseFormatText>(ReadOptions("""  "responseFormat":{"type":"text"} """).ResponseFormat);
        Assert.Null(Assert.IsType<ChatResponseFormatJson>(ReadOptions("""  "responseFormat":{"type":"json"} """).ResponseFormat).Schema);
        var format = Assert.IsType<ChatResponseFormatJson>(
            ReadOptions(""" "responseFormat":{"type":"json_schema","name":"n","description":"d","schema":{"type":"object"}} """).ResponseFormat);
        Assert.Equal(("n", "d", """{"type":"object"}"""), (format.SchemaName, format.SchemaDescription, format.Schema.ToString()));
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{\"messages\":[]\n} x", "line 2, byte 3")]
    [InlineData("[]", "The body must be a JSON object.")]
    [InlineData("{}", "messages: must hold at least one message")]
    [InlineData("""{"messages":[]}""", "messages: must hold at least one message")]
    [InlineData("""{"messages":{}}""", "messages: must be an array")]
    [InlineData("""{"messages":["a"]}""", "messages[0]: must be an object")]
    [InlineData("""{"messages":[HELLO,{"content":"a"}]}""", "messages[1].role: must be \"system\"")]
    [InlineData("""{"messages":[{"role":"user"}]}""", "messages[0].content: is required")]
    [InlineData("""{"messages":[{"role":"user","content":1}]}""", "messages[0].content: must be a string or an array of parts")]
    [InlineData("""{"messages":[{"role":"user","content":"a","name":1}]}""", "messages[0].name: must be a string")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"audio"}]}]}""", "messages[0].content[0].type: must be \"text\" or \"image\"")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text"}]}]}""", "messages[0].content[0].text: is required")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image","url":"http://x/"}]}]}""", "messages[0].content[0].url: must be an https: or data: address")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image","url":"data:nonsense"}]}]}""", "messages[0].content[0].url: ")]
    [InlineData("""{"messages":[{"role":"tool","content":"a"}]}""", "messages[0].toolCallId: is required")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[{"id":"1"}]}]}""", "messages[0].toolCalls[0].name: is required")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[{"id":"1","name":"f","arguments":{}}]}]}""", "messages[0].toolCalls[0].arguments: must be a string")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[{"id":"1","name":"f","arguments":"[1"}]}]}""", "messages[0].toolCalls[0].arguments: must be a string that holds a JSON object")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[{"id":"1","name":"f","arguments":"[]"}]}]}""", "messages[0].toolCalls[0].arguments: must be a string that holds a JSON object")]
    [InlineData("""{"messages":[HELLO],"temperature":"hot"}""", "temperature: must be a number")]
    [InlineData("""{"messages":[HELLO],"temperature":1e99}""", "temperature: must be a number")]
    [InlineData("""{"messages":[HELLO],"maxTokens":0}""", "maxTokens: must be a positive whole number")]
    [InlineData("""{"messages":[HELLO],"maxTokens":1.5}""", "maxTokens: must be a positive whole number")]
    [InlineData("""{"messages":[HELLO],"seed":1.5}""", "seed: must be a whole number")]
    [InlineData("""{"messages":[HELLO],"stop":["a",1]}""", "stop[1]: must be a string")]
    [InlineData("""{"messages":[HELLO],"tools":[{"name":""}]}""", "tools[0].name: is required")]
    [InlineData("""{"messages":[HELLO],"tools":[{"name":"f","parameters":[]}]}""", "tools[0].parameters: must be an object")]
    [InlineData("""{"messages":[HELLO],"toolChoice":"some"}""", "toolChoice: must be \"auto\"")]
    [InlineData("""{"messages":[HELLO],"toolChoice":{}}""", "toolChoice.name: is required")]
    [InlineData("""{"messages":[HELLO],"toolChoice":{"name":" "}}""", "toolChoice.name: is required")]
    [InlineData("""{"messages":[HELLO],"parallelToolCalls":1}""", "parallelToolCalls: must be true or false")]
    [InlineData("""{"messages":[HELLO],"responseFormat":{"type":"xml"}}""", "responseFormat.type: must be")]
    [InlineData("""{"messages":[HELLO],"responseFormat":{"type":"json_schema"}}""", "responseFormat.schema: is required")]
    [InlineData("""{"messages":[HELLO],"reasoning":{"effort":"huge"}}""", "reasoning.effort: must be")]
    [InlineData("""{"messages":[HELLO],"model":"a","model":"b"}""", "The body is not JSON")]
    [InlineData("""{"messages":[{"role":"user","content":"\ud800"}]}""", "surrogate")]
    [InlineData("""{"messages":[HELLO],"\ud800":1}""", "surrogate")]
    [InlineData("""{"messages":[HELLO],"extra":[{"a":"\uDC00"}]}""", "surrogate")]
    [InlineData("""{"messages":[HELLO],"tools":[{"name":"f","parameters":{"properties":{"x":{"description":"\ud83d"}}}}]}""", "surrogate")]
    [InlineData("""{"messages":[HELLO],"tools":[{"name":"f","parameters":{"properties":{"\ud83d":{}}}}]}""", "surrogate")]
    [InlineData("""{"messages":[HELLO],"responseFormat":{"type":"json_schema","schema":{"enum":["\ud83d"]}}}""", "surrogate")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[{"id":"1","name":"f","arguments":"{\"a\":[\"\\ud83d\"]}"}]}]}""", "surrogate")]
    [InlineData("""{"messages":[{"role":"assistant","toolCalls":[{"id":"1","name":"f","arguments":"{\"\\ud83d\":1}"}]}]}""", "surrogate")]
    public void Read_WrongBody_NamesThePlace(string body, string expected)
    {
        var failure = Assert.Throws<InvalidRequestException>(() => Read(body.Replace("HELLO", Hello, StringComparison.Ordinal)));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_IsRefused()
    {
        byte[] body = [.. "{\"messages\":[{\"role\":\"user\",\"content\":\""u8, 0xff, .. "\"}]}"u8];

        Assert.Contains("UTF-8", Assert.Throws<InvalidRequestException>(() => ChatRequestReader.Read(body)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BottomlessNesting_IsRefused() =>
        Assert.Throws<InvalidRequestException>(() => Read($$"""{"messages":[{{Hello}}],"deep":{{new string('[', 100_000)}}"""));

    private static ChatRequest Read(string body) => ChatRequestReader.Read(Encoding.UTF8.GetBytes(body));

    private static List<ChatMessage> ReadMessages(string messages) => Read($$"""{"messages":[{{messages}}]}""").Messages;

    private static ChatOptions ReadOptions(string field) => Read($$"""{"messages":[{{Hello}}],{{field}}}""").Options;
}
