using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class PlainUserMessageTests
{
    private static readonly ChatMessage Hello = new(ChatRole.User, "你好");

    [Fact]
    public void PlainUserMessage_OneTextOfTheUser_TheText()
    {
        Assert.Equal("你好", RequestWriter.PlainUserMessage([Hello], null, null));
        Assert.Equal("你好", RequestWriter.PlainUserMessage([Hello], new ChatOptions(), ""));
        Assert.Equal("你好", RequestWriter.PlainUserMessage(
            Enumerable.Repeat(Hello, 1), new ChatOptions { Tools = [], StopSequences = [], AdditionalProperties = [], AllowBackgroundResponses = false }, null));
    }

    [Fact]
    public void PlainUserMessage_AnotherConversation_Null()
    {
        ChatMessage[][] others =
        [
            [], [Hello, Hello], [new(ChatRole.System, "s")], [new(ChatRole.Assistant, "a")], [new(ChatRole.User, "")], [new(ChatRole.User, [])],
            [new(ChatRole.User, "u") { AuthorName = "n" }], [new(ChatRole.User, [new TextContent("a"), new TextContent("b")])],
            [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])], [new(ChatRole.Tool, [new FunctionResultContent("1", "r")])], [null!],
        ];

        Assert.All(others, o => Assert.Null(RequestWriter.PlainUserMessage(o, null, null)));
        Assert.Null(RequestWriter.PlainUserMessage([Hello], null, "model"));
    }

    [Fact]
    public void PlainUserMessage_AnyOptionSet_Null()
    {
        ChatOptions[] set =
        [
            new() { ConversationId = "c" }, new() { Instructions = "i" }, new() { ModelId = "m" }, new() { Temperature = 0 }, new() { TopP = 0 },
            new() { TopK = 0 }, new() { FrequencyPenalty = 0 }, new() { PresencePenalty = 0 }, new() { MaxOutputTokens = 0 }, new() { Seed = 0 },
            new() { StopSequences = ["s"] }, new() { Tools = [new HostedWebSearchTool()] }, new() { ToolMode = ChatToolMode.Auto },
            new() { AllowMultipleToolCalls = true }, new() { ResponseFormat = ChatResponseFormat.Text }, new() { Reasoning = new() },
            new() { RawRepresentationFactory = _ => new JsonObject() }, new() { AdditionalProperties = new() { ["a"] = 1 } },
            new() { AllowBackgroundResponses = true }, new() { ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 }) },
        ];

        Assert.All(set, o => Assert.Null(RequestWriter.PlainUserMessage([Hello], o, null)));
        Assert.Equal(typeof(ChatOptions).GetProperties().Length, set.Length);
    }
}
