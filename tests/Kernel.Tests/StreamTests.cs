using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;
using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class StreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FunctionCallContentBuilder_OverTheStream_BuildsTheCallsOfAllRounds()
    {
        var kernel = Kernels.Over(new Model(
            [Model.Call("c1", "City-Weather", ("city", "Oslo"), ("days", 3)), Model.Call("c2", "City-Weather", ("city", "东京"))],
            [Model.Call("c3", "City-Context", ("city", "Bern"))],
            ["done"]));
        kernel.Data["user"] = "Ann";
        var builder = new FunctionCallContentBuilder();
        var indices = new List<(int, int)>();

        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel))
        {
            builder.Append(update);
            indices.AddRange(update.Items.OfType<StreamingFunctionCallUpdateContent>().Select(call => (call.RequestIndex, call.FunctionCallIndex)));
        }

        Assert.Equal([(0, 0), (0, 1), (1, 0)], indices);
        var calls = builder.Build();
        Assert.Equal([("c1", "City", "Weather"), ("c2", "City", "Weather"), ("c3", "City", "Context")], calls.Select(call => (call.Id!, call.PluginName!, call.FunctionName)));
        Assert.Equal(("Oslo", "3"), (calls[0].Arguments!["city"], calls[0].Arguments!["days"]));
        Assert.Equal("东京", calls[1].Arguments!["city"]);
    }

    [Fact]
    public async Task ManualLoop_OverTheStream_EndsWithTheAnswer()
    {
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["It is sunny."]);
        var kernel = Kernels.Over(model);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };
        var history = Kernels.Ask();
        var text = "";
        while (true)
        {
            var builder = new FunctionCallContentBuilder();
            await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(history, settings, kernel, Cancel))
            {
                text += update.Content;
                builder.Append(update);
            }

            var calls = builder.Build();
            if (calls.Count == 0) break;
            history.Add(new ChatMessageContent(AuthorRole.Assistant, [.. calls]));
            foreach (var call in calls) history.Add((await call.InvokeAsync(kernel, Cancel)).ToChatMessage());
        }

        Assert.Equal("It is sunny.", text);
        Assert.Equal(["user", "assistant", "tool"], model.Requests[1].Messages.Select(message => message.Role.Value));
    }

    [Fact]
    public async Task Results_AreUpdatesOfTheRoleTool_WithTheirNames()
    {
        var kernel = Kernels.Over(new Model(["I look. ", Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]));
        var results = new List<WebsopyStreamingFunctionResultContent>();

        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel))
        {
            if (update.Role != AuthorRole.Tool) continue;
            results.Add(Assert.IsType<WebsopyStreamingFunctionResultContent>(Assert.Single(update.Items)));
            Assert.Equal("", update.ToString());
            Assert.IsType<AI.ChatResponseUpdate>(update.InnerContent);
        }

        var result = Assert.Single(results);
        Assert.Equal(("c1", "City", "Weather", "Oslo: sunny"), (result.CallId, result.PluginName, result.FunctionName, result.Result));
    }

    [Fact]
    public async Task Reasoning_IsStreamed_KeptInTheHistory_AndSentAgain()
    {
        var model = new Model([new AI.TextReasoningContent("Which city? ") { ProtectedData = "sealed" }, Model.Call("c1", "City-Weather", ("city", "Oslo"))], [new AI.TextReasoningContent("Sunny."), "It is sunny."], ["again"]);
        var kernel = Kernels.Over(model);
        var history = Kernels.Ask();
        var thoughts = new List<string>();
        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel))
            thoughts.AddRange(update.Items.OfType<StreamingReasoningContent>().Select(item => item.Text));
        Assert.Equal(["Which city? ", "Sunny."], thoughts);

        model = new Model([new AI.TextReasoningContent("Which city? ") { ProtectedData = "sealed" }, Model.Call("c1", "City-Weather", ("city", "Oslo"))], [new AI.TextReasoningContent("Sunny."), "It is sunny."], ["again"]);
        kernel = Kernels.Over(model);
        history.Add(await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel));
        Assert.Equal("It is sunny.", history[^1].Content);
        Assert.Equal(["Which city? ", "Sunny."], history.SelectMany(message => message.Items).OfType<ReasoningContent>().Select(item => item.Text));

        history.AddUserMessage("Again?");
        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);
        var sent = model.Requests[2].Messages.SelectMany(message => message.Contents).OfType<AI.TextReasoningContent>().ToList();
        Assert.Equal([("Which city? ", "sealed"), ("Sunny.", null)], sent.Select(content => (content.Text, content.ProtectedData)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_AroundThoughtsAndCalls_IsAllInTheContent(bool streaming)
    {
        object[] call = ["Let ", Model.Call("c1", "City-Weather", ("city", "Oslo")), "me see."];
        var kernel = Kernels.Over(new Model(call, ["It ", new AI.TextReasoningContent("is it?"), "is ", "sunny."]));
        var history = Kernels.Ask();
        var text = "";

        if (!streaming) text = (await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel)).Content;
        else await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, Cancel)) text += update.Content;

        Assert.Equal(streaming ? "Let me see.It is sunny." : "It is sunny.", text);
        Assert.Equal("Let me see.", history[1].Content);
    }

    [Fact]
    public void Metadata_OfOneUpdate_AreNotTheNextOnes()
    {
        var mapper = new KernelConnector.Contents.StreamMapper();
        var last = mapper.Map(new AI.ChatResponseUpdate(AI.ChatRole.Assistant, [new AI.UsageContent(new AI.UsageDetails { TotalTokenCount = 1 })]) { ResponseId = "r1", FinishReason = AI.ChatFinishReason.Stop }, 0);
        var later = mapper.Map(new AI.ChatResponseUpdate(AI.ChatRole.Assistant, "more") { ResponseId = "r1", AuthorName = "Ann", ModelId = "m" }, 0);

        Assert.Equal("stop", last.Metadata!["FinishReason"]);
        Assert.Null(later.Metadata!["FinishReason"]);
        Assert.False(later.Metadata.ContainsKey("Usage"));
        Assert.Equal(("Ann", "m"), (later.AuthorName, later.Items[0].ModelId));
        Assert.IsType<AI.TextContent>(later.Items[0].InnerContent);
    }

    [Fact]
    public void History_KeepsTheAuthor() =>
        Assert.Equal("Ann", KernelConnector.Contents.MessageMapper.History([new AI.ChatMessage(AI.ChatRole.Assistant, "I look.") { AuthorName = "Ann" }]).Single().AuthorName);

    [Fact]
    public void Update_WithManyContents_HasAllItsTextInTheContent()
    {
        var mapper = new KernelConnector.Contents.StreamMapper();
        var update = mapper.Map(new AI.ChatResponseUpdate(AI.ChatRole.Assistant, [new AI.TextContent("It "), new AI.TextReasoningContent("is it?"), new AI.TextContent("is.")]), 0);
        Assert.Equal("It is.", update.Content);
        Assert.Equal(2, update.Items.Count);
    }

    [Fact]
    public async Task History_AfterATurn_HasCallsAndResultsWithTheirNames()
    {
        var kernel = Kernels.Over(new Model(["I ", "look. ", Model.Call("c1", "City-Weather", ("city", "Oslo"), ("days", 3)), "Wait."], ["done"]));
        var history = Kernels.Ask();

        await foreach (var _ in kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, Cancel)) { }

        Assert.Equal(3, history.Count); // the answer is the caller's to add
        var call = Assert.Single(history[1].Items.OfType<FunctionCallContent>());
        Assert.Equal(("c1", "City", "Weather", "3"), (call.Id, call.PluginName, call.FunctionName, call.Arguments!["days"]));
        Assert.Equal("I look. Wait.", string.Concat(history[1].Items.OfType<TextContent>()));
        var result = Assert.Single(history[2].Items.OfType<FunctionResultContent>());
        Assert.Equal(("c1", "City", "Weather", "Oslo: sunny"), (result.CallId, result.PluginName, result.FunctionName, result.Result));
    }

    [Fact]
    public async Task History_ThatWasSavedAsJson_CanBeSent()
    {
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"), ("days", 3))], ["done"], ["again"]);
        var kernel = Kernels.Over(model);
        var history = Kernels.Ask();
        history.Add(await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel));

        var restored = System.Text.Json.JsonSerializer.Deserialize<ChatHistory>(System.Text.Json.JsonSerializer.Serialize(history))!;
        restored.AddUserMessage("Again?");
        var answer = await kernel.Chat().GetChatMessageContentAsync(restored, Kernels.Auto(), kernel, Cancel);

        Assert.Equal("again", answer.Content);
        var call = Assert.IsType<AI.FunctionCallContent>(model.Requests[2].Messages[1].Contents.Single());
        Assert.Equal(("City-Weather", "Oslo"), (call.Name, call.Arguments!["city"]!.ToString()));
    }
}
