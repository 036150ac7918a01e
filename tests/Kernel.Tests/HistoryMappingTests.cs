using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;
using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class HistoryMappingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RolesAndNames_AreKept_AndADeveloperIsASystem()
    {
        var history = new ChatHistory { new(AuthorRole.User, "a") { AuthorName = "Ann" }, new(AuthorRole.Assistant, "b") };
        history.AddDeveloperMessage("c");
        history.AddSystemMessage("d");

        var sent = await SendAsync(history);

        Assert.Equal(["user", "assistant", "system", "system"], sent.Select(message => message.Role.Value));
        Assert.Equal("Ann", sent[0].AuthorName);
    }

    [Fact]
    public async Task ImagesAndOtherData_AreSent()
    {
        byte[] png = [1, 2, 3];
        var sent = await SendAsync([new ChatMessageContent(AuthorRole.User,
        [
            new TextContent("What is this?"),
            new ImageContent(png, "image/png"),
            new ImageContent("data:image/gif;base64,AQID"),
            new ImageContent(new Uri("https://pictures.test/a.png")),
            new BinaryContent(png, "application/pdf"),
            new AudioContent(png, "audio/wav"),
        ])]);

        var contents = sent[0].Contents;
        Assert.Equal("What is this?", ((AI.TextContent)contents[0]).Text);
        Assert.Equal(("image/png", 3), (((AI.DataContent)contents[1]).MediaType, ((AI.DataContent)contents[1]).Data.Length));
        Assert.Equal("image/gif", ((AI.DataContent)contents[2]).MediaType);
        Assert.Equal(png, ((AI.DataContent)contents[2]).Data.ToArray());
        Assert.True(contents[3] is AI.UriContent uri && uri.HasTopLevelMediaType("image"));
        Assert.Equal(["application/pdf", "audio/wav"], contents.Skip(4).Cast<AI.DataContent>().Select(data => data.MediaType));
    }

    [Fact]
    public async Task CallsAndResults_OfAnotherConnector_AreSent()
    {
        var call = new FunctionCallContent("Weather", "City", "c1", new() { ["city"] = "Oslo" });
        var sent = await SendAsync(
        [
            new(AuthorRole.User, "Weather?"),
            new(AuthorRole.Assistant, [call]),
            new(AuthorRole.Tool, [new TextContent("sunny"), new FunctionResultContent(call, "sunny")]), // as the OpenAI connector writes them
        ]);

        var sentCall = Assert.IsType<AI.FunctionCallContent>(sent[1].Contents.Single());
        Assert.Equal(("c1", "City-Weather", "Oslo"), (sentCall.CallId, sentCall.Name, sentCall.Arguments!["city"]));
        var result = Assert.IsType<AI.FunctionResultContent>(sent[2].Contents.Single());
        Assert.Equal(("c1", "sunny"), (result.CallId, result.Result));
    }

    [Fact]
    public async Task ResultOfAnyType_IsSentAsItIsWrittenInJson()
    {
        var plugin = new CityPlugin { Answer = city => new { Name = city, Grüße = "天气 <b>" } };
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]);
        var kernel = Kernels.Over(model, plugin);
        await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel);

        var result = Assert.IsType<AI.FunctionResultContent>(model.Requests[1].Messages[^1].Contents.Single());
        Assert.Equal("""{"name":"Oslo","grüße":"天气 <b>"}""", result.Result);
    }

    [Fact]
    public async Task ResultThatIsAMessage_IsItsText()
    {
        var plugin = new CityPlugin { Answer = _ => new ChatMessageContent(AuthorRole.Assistant, "sunny") };
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]);
        var kernel = Kernels.Over(model, plugin);
        await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel);

        Assert.Equal("sunny", ((AI.FunctionResultContent)model.Requests[1].Messages[^1].Contents.Single()).Result);
    }

    [Fact]
    public async Task Arguments_AreSentAgainAsTheModelWroteThem()
    {
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"), ("days", 3))], ["done"], ["again"]);
        var kernel = Kernels.Over(model);
        var history = Kernels.Ask();
        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);
        history.AddUserMessage("Again?");
        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        var call = Assert.IsType<AI.FunctionCallContent>(model.Requests[2].Messages[1].Contents.Single());
        Assert.Equal(System.Text.Json.JsonValueKind.Number, Assert.IsType<System.Text.Json.JsonElement>(call.Arguments!["days"]).ValueKind);
    }

    [Fact]
    public async Task ResultsThatTheCallerMade_AreSentAsText()
    {
        var function = KernelFunctionFactory.CreateFromMethod(() => 1, "Run");
        object[] results = [new FunctionResult(function, new { Town = "東京" }), new ChatMessageContent(AuthorRole.Assistant, "sunny"), new List<ChatMessageContent> { new(AuthorRole.User, "a"), new(AuthorRole.User, "b") }];
        var sent = await SendAsync([.. results.Select((result, i) => new ChatMessageContent(AuthorRole.Tool, [new FunctionResultContent("Run", "Other", $"c{i}", result)]))]);
        Assert.Equal(["""{"town":"東京"}""", "sunny", "a,b"], sent.Select(message => ((AI.FunctionResultContent)message.Contents.Single()).Result));
    }

    [Fact]
    public async Task WhatCannotBeSent_IsNamed()
    {
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(
            [new(AuthorRole.User, "a"), new(AuthorRole.User, [new FileReferenceContent("file-1")])]));
        Assert.Contains("Message 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FileReferenceContent", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync([new(AuthorRole.User, [new ImageContent(new byte[] { 1 }, null)])]));
        Assert.Contains("MimeType", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync([new(AuthorRole.User, [new ImageContent()])]));
        Assert.Contains("neither data nor an address", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<List<AI.ChatMessage>> SendAsync(ChatHistory history)
    {
        var model = new Model(["done"]);
        await new WebsopyChatCompletionService(model).GetChatMessageContentAsync(history, cancellationToken: Cancel);
        return model.Requests[0].Messages;
    }
}
