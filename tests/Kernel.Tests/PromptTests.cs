using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;
using Websopy.SemanticKernel.KernelTests.Support;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class PromptTests
{
    private static readonly object[] FirstRound =
        ["Let me see. ", Model.Call("c1", "City-Weather", ("city", "Oslo")), new UsageDetails { InputTokenCount = 10, OutputTokenCount = 1, TotalTokenCount = 11 }, ChatFinishReason.ToolCalls];

    private static readonly object[] SecondRound =
        ["It is ", "sunny.", new UsageDetails { InputTokenCount = 20, OutputTokenCount = 2, TotalTokenCount = 22 }, ChatFinishReason.Stop];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InvokePrompt_WithAFunction_AnswersWithFinishReasonUsageAndModel()
    {
        var kernel = Kernels.Over(new Model(FirstRound, SecondRound));

        var result = await kernel.InvokePromptAsync("Weather?", new(Kernels.Auto()), cancellationToken: Cancel);

        var message = result.GetValue<ChatMessageContent>()!;
        Assert.Equal("It is sunny.", message.Content);
        Assert.Equal(AuthorRole.Assistant, message.Role);
        Assert.Equal("model-1", message.ModelId);
        Assert.Equal("stop", message.Metadata!["FinishReason"]);
        Assert.Equal("r2", message.Metadata["Id"]);
        var usage = Assert.IsType<UsageDetails>(message.Metadata["Usage"]);
        Assert.Equal((30, 3, 33), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount));
        Assert.Equal("It is sunny.", Assert.IsType<ChatResponse>(message.InnerContent).Text);
    }

    [Fact]
    public async Task InvokePromptStreaming_AsText_IsTheAnswersTextAlone()
    {
        var kernel = Kernels.Over(new Model(FirstRound, SecondRound));
        var texts = new List<string>();

        await foreach (var text in kernel.InvokePromptStreamingAsync<string>("Weather?", new(Kernels.Auto()), cancellationToken: Cancel)) texts.Add(text);

        Assert.Equal("Let me see. It is sunny.", string.Concat(texts));
    }

    [Fact]
    public async Task InvokePromptStreaming_GivesFinishReasonsAndUsageOfEachRequest()
    {
        var kernel = Kernels.Over(new Model(FirstRound, SecondRound));
        var updates = new List<StreamingKernelContent>();

        await foreach (var update in kernel.InvokePromptStreamingAsync("Weather?", new(Kernels.Auto()), cancellationToken: Cancel)) updates.Add(update);

        Assert.All(updates, update => Assert.IsType<StreamingChatMessageContent>(update));
        Assert.Equal(["tool_calls", "stop"], updates.Select(update => update.Metadata!["FinishReason"]).OfType<string>());
        Assert.Equal([11, 22], updates.Select(update => update.Metadata!.GetValueOrDefault("Usage")).OfType<UsageDetails>().Select(usage => usage.TotalTokenCount!.Value));
        Assert.Equal(AuthorRole.Assistant, ((StreamingChatMessageContent)updates[^1]).Role);
        Assert.Equal("model-1", updates[0].ModelId);
    }

    [Fact]
    public async Task PromptFunction_WithSystemAndUserMessages_SendsThem()
    {
        var model = new Model(SecondRound);
        var function = KernelFunctionFactory.CreateFromPrompt("<message role=\"system\">Be brief.</message><message role=\"user\">{{$question}}</message>");

        await Kernels.Over(model).InvokeAsync(function, new() { ["question"] = "天气？" }, Cancel);

        Assert.Equal([(ChatRole.System, "Be brief."), (ChatRole.User, "天气？")], model.Requests[0].Messages.Select(message => (message.Role, message.Text)));
    }

    [Fact]
    public async Task Plugin_TakesKernelAndArguments()
    {
        var model = new Model([Model.Call("c1", "City-Context", ("city", "Oslo"))], SecondRound);
        var kernel = Kernels.Over(model);
        kernel.Data["user"] = "Ann";

        await kernel.InvokePromptAsync("Weather?", new(Kernels.Auto()), cancellationToken: Cancel);

        var result = Assert.IsType<Microsoft.Extensions.AI.FunctionResultContent>(model.Requests[1].Messages[^1].Contents.Single());
        Assert.Equal("Ann asks with city about Oslo", result.Result);
    }

    [Fact]
    public async Task ChatHistoryLoop_KeepsTheWholeConversation()
    {
        var model = new Model(FirstRound, SecondRound, ["You asked about Oslo."]);
        var kernel = Kernels.Over(model);
        var history = Kernels.Ask("Weather?");

        history.Add(await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel));
        history.AddUserMessage("What did I ask?");
        history.Add(await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel));

        Assert.Equal(["user", "assistant", "tool", "assistant", "user", "assistant"], history.Select(message => message.Role.Label));
        Assert.Equal(["user", "assistant", "tool", "assistant", "user"], model.Requests[2].Messages.Select(message => message.Role.Value));
        var call = Assert.IsType<Microsoft.Extensions.AI.FunctionCallContent>(model.Requests[2].Messages[1].Contents[1]);
        Assert.Equal(("c1", "City-Weather"), (call.CallId, call.Name));
        var result = Assert.IsType<Microsoft.Extensions.AI.FunctionResultContent>(model.Requests[2].Messages[2].Contents.Single());
        Assert.Equal(("c1", "Oslo: sunny"), (result.CallId, result.Result));
    }

    [Fact]
    public async Task TextGeneration_AnswersAPrompt()
    {
        var service = new WebsopyChatCompletionService(new Model(SecondRound));

        var text = await service.GetTextContentAsync("Weather?", cancellationToken: Cancel);
        var streamed = new List<string?>();
        await foreach (var update in service.GetStreamingTextContentsAsync("Weather?", cancellationToken: Cancel)) streamed.Add(update.Text);

        Assert.Equal("It is sunny.", text.Text);
        Assert.Equal("stop", text.Metadata!["FinishReason"]);
        Assert.Equal("It is sunny.", string.Concat(streamed));
    }

    [Fact]
    public void Constructor_WithAClientThatInvokesFunctions_Throws()
    {
        using var invoker = new Model(SecondRound).AsBuilder().UseFunctionInvocation().Build();
        var exception = Assert.Throws<ArgumentException>(() => new WebsopyChatCompletionService(invoker));
        Assert.Contains("filters", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_NameModelAndEndpoint()
    {
        var service = new WebsopyChatCompletionService(new Model(SecondRound));
        Assert.Equal("model-1", service.Attributes["ModelId"]);
        Assert.Equal("https://fake.test/", service.Attributes["Endpoint"]);
    }
}
