using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;
using AI = Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class FailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Function_ThatThrows_TellsTheModelAsOftenAsItDoes()
    {
        var plugin = new CityPlugin { Answer = _ => throw new InvalidOperationException("no such city") };
        var rounds = Enumerable.Range(0, 6).Select(i => new object[] { Model.Call($"c{i}", "City-Weather", ("city", "Oslo")) });
        var kernel = Kernels.Over(new Model([.. rounds, ["sorry"]]), plugin);
        var history = Kernels.Ask();

        var answer = await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Equal("sorry", answer.Content);
        Assert.Equal(6, plugin.Invoked.Count);
        Assert.All(history.Where(message => message.Role == AuthorRole.Tool), result =>
            Assert.Equal("Error: Exception while invoking function. no such city", result.Content));
    }

    [Fact]
    public async Task Filter_ThatThrows_TellsTheModel()
    {
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["sorry"]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((_, _) => throw new InvalidOperationException("not allowed")));
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Equal("Error: Exception while invoking function. not allowed", history[2].Content);
    }

    [Theory]
    [InlineData("City-Nothing")]
    [InlineData("Nothing")]
    [InlineData("-Weather")]
    [InlineData("City-")]
    [InlineData("-")]
    public async Task UnknownFunction_IsAnsweredWithAnError(string name)
    {
        var model = new Model([Model.Call("c1", name)], ["sorry"]);
        var kernel = Kernels.Over(model);
        var history = Kernels.Ask();

        var answer = await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Equal("sorry", answer.Content);
        Assert.Contains("not found", history[2].Content, StringComparison.Ordinal);
        var call = Assert.IsType<AI.FunctionCallContent>(model.Requests[1].Messages[1].Contents.Single());
        Assert.Equal(name, call.Name);
    }

    [Fact]
    public async Task FunctionThatWasNotOffered_IsAnsweredWithAnError()
    {
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["sorry"]), plugin);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto([kernel.Plugins["City"]["Context"]]) };
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel);

        Assert.Empty(plugin.Invoked);
        Assert.Contains("not found", history[2].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MalformedArguments_TellTheModelWhy()
    {
        var call = new AI.FunctionCallContent("c1", "City-Weather") { Exception = new InvalidOperationException("the arguments are no JSON object") };
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(new Model([call], ["sorry"]), plugin);
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Empty(plugin.Invoked);
        Assert.Contains("the arguments are no JSON object", history[2].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MalformedArguments_TellTheModelAsOftenAsTheyCome()
    {
        var rounds = Enumerable.Range(0, 6).Select(i => new object[] { new AI.FunctionCallContent($"c{i}", "City-Weather") { Exception = new InvalidOperationException("no JSON object") } });
        var kernel = Kernels.Over(new Model([.. rounds, ["sorry"]]));

        var answer = await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel);

        Assert.Equal("sorry", answer.Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_WhileAFunctionRuns_LeavesAHistoryThatCanBeSent(bool streaming)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var plugin = new CityPlugin { Gate = new TaskCompletionSource().Task };
        var model = new Model(["I look. ", Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["goes on"]);
        var kernel = Kernels.Over(model, plugin);
        var history = Kernels.Ask();

        var turn = streaming
            ? DrainAsync(kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, source.Token))
            : kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, source.Token);
        await plugin.Started.Task.WaitAsync(Cancel);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        AssertCallsAreAnswered(history);
        history.AddUserMessage("Go on.");
        Assert.Equal("goes on", (await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel)).Content);
    }

    [Fact]
    public async Task Cancellation_ByTheFunctionItself_IsAResult()
    {
        var plugin = new CityPlugin { Answer = _ => throw new OperationCanceledException("took too long") };
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["sorry"]), plugin);
        var history = Kernels.Ask();

        var answer = await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Equal("sorry", answer.Content);
        Assert.StartsWith("Error: Exception while invoking function.", history[2].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_ThatBreaksAfterAStart_ThrowsAndLeavesAHistoryThatCanBeSent()
    {
        var plugin = new CityPlugin();
        var failure = new WebsopyException(WebsopyErrorKind.InterruptedStream, "cut off");
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo")), plugin.Started.Task, failure]), plugin);
        var history = Kernels.Ask();

        var thrown = await Assert.ThrowsAsync<WebsopyException>(() => kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel));

        Assert.Same(failure, thrown);
        AssertCallsAreAnswered(history);
    }

    [Fact]
    public async Task Stream_ThatBreaksInTheAnswer_CarriesWhatCame()
    {
        var failure = new WebsopyException(WebsopyErrorKind.InterruptedStream, "cut off");
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["It is ", failure]));
        var thrown = await Assert.ThrowsAsync<WebsopyException>(() => kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel));
        Assert.Equal("It is ", thrown.PartialResponse!.Text);
    }

    [Fact]
    public async Task Dispose_InMidStream_CancelsTheFunctionAndAnswersItsCall()
    {
        var plugin = new CityPlugin { Gate = new TaskCompletionSource().Task };
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo")), plugin.Started.Task, "text", new TaskCompletionSource().Task]), plugin);
        var history = Kernels.Ask();

        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, Cancel))
        {
            if (update.Content == "text") break;
        }

        AssertCallsAreAnswered(history);
    }

    private static void AssertCallsAreAnswered(ChatHistory history)
    {
        var calls = history.SelectMany(message => message.Items).OfType<FunctionCallContent>().Select(call => call.Id).ToList();
        Assert.NotEmpty(calls);
        Assert.Equal(calls, history.SelectMany(message => message.Items).OfType<FunctionResultContent>().Select(result => result.CallId));
    }

    private static async Task DrainAsync(IAsyncEnumerable<StreamingChatMessageContent> updates)
    {
        await foreach (var _ in updates) { }
    }
}
