using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class FilterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BothKinds_RunOnceACall_WithItsIndices(bool streaming)
    {
        var model = new Model(
            ["I look. ", Model.Call("c1", "City-Weather", ("city", "Oslo")), Model.Call("c2", "City-Weather", ("city", "Rome"))],
            [Model.Call("c3", "City-Weather", ("city", "Bern"))],
            ["done"]);
        var kernel = Kernels.Over(model);
        var settings = Kernels.Auto();
        var seen = new List<string>();
        var functions = new List<string>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            Assert.Equal(streaming, context.IsStreaming);
            Assert.Same(settings, context.ExecutionSettings);
            Assert.Same(kernel, context.Kernel);
            Assert.True(context.CancellationToken.CanBeCanceled);
            Assert.Same(context.ChatMessageContent, context.ChatHistory[^1]);
            Assert.Contains(context.ChatMessageContent.Items, item => item is FunctionCallContent call && call.Id == context.ToolCallId);
            seen.Add($"{context.RequestSequenceIndex}.{context.FunctionSequenceIndex} {context.ToolCallId} {context.Function.Name}({context.Arguments!["city"]}) {context.ChatHistory.Count}");
            await next(context);
            seen.Add($"-> {context.Result}");
        }));
        kernel.FunctionInvocationFilters.Add(new FunctionFilter(async (context, next) =>
        {
            functions.Add((string)context.Arguments["city"]!);
            await next(context);
        }));

        await RunAsync(kernel, Kernels.Ask(), settings, streaming);

        Assert.Equal(
            [
                "0.0 c1 Weather(Oslo) 2", "-> Oslo: sunny", "0.1 c2 Weather(Rome) 2", "-> Rome: sunny",
                "1.0 c3 Weather(Bern) 5", "-> Bern: sunny",
            ], seen);
        Assert.Equal(["Oslo", "Rome", "Bern"], functions);
    }

    [Fact]
    public async Task FunctionCount_IsHowManyCallsHaveCome()
    {
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo")), Model.Call("c2", "City-Weather", ("city", "Rome"))], ["done"]);
        var kernel = Kernels.Over(model);
        var counts = new List<int>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            counts.Add(context.FunctionCount);
            return next(context);
        }));

        await RunAsync(kernel, Kernels.Ask(), Kernels.Auto(), streaming: true);

        Assert.Equal([1, 2], counts);
    }

    [Fact]
    public async Task Filters_RunInTheirOrder_AndMayChangeTheResult()
    {
        var model = new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]);
        var kernel = Kernels.Over(model);
        var order = new List<string>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            order.Add("outer");
            await next(context);
            context.Result = new FunctionResult(context.Result, "rain in " + context.Result.GetValue<string>());
        }));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            order.Add("inner");
            context.Arguments!["city"] = "Rome";
            await next(context);
        }));
        var history = Kernels.Ask();

        await RunAsync(kernel, history, Kernels.Auto(), streaming: false);

        Assert.Equal(["outer", "inner"], order);
        Assert.Equal("rain in Rome: sunny", history[2].Content);
    }

    [Fact]
    public async Task Filter_ThatDoesNotGoOn_AnswersInTheFunctionsPlace()
    {
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]), plugin);
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, _) =>
        {
            context.Result = new FunctionResult(context.Function, "cached");
            return Task.CompletedTask;
        }));
        var history = Kernels.Ask();

        await RunAsync(kernel, history, Kernels.Auto(), streaming: true);

        Assert.Empty(plugin.Invoked);
        Assert.Equal("cached", history[2].Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Terminate_EndsTheTurnWithTheResult_AndAHistoryThatCanBeSent(bool streaming)
    {
        var model = new Model(
            ["I look. ", Model.Call("c1", "City-Weather", ("city", "Oslo")), Model.Call("c2", "City-Weather", ("city", "Rome"))], ["goes on"]);
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(model, plugin);
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            await next(context);
            context.Terminate = true;
        }));
        var history = Kernels.Ask();

        var last = await RunAsync(kernel, history, Kernels.Auto(), streaming);

        Assert.Equal((AuthorRole.Tool, "Oslo: sunny"), (last.Role, last.Content));
        Assert.Single(model.Requests);
        Assert.Equal(["Oslo 1"], plugin.Invoked);
        Assert.Equal(["user", "assistant", "tool", "tool"], history.Select(message => message.Role.Label));
        Assert.Equal(["c1", "c2"], history.SelectMany(message => message.Items).OfType<FunctionResultContent>().Select(result => result.CallId!));

        kernel.AutoFunctionInvocationFilters.Clear();
        history.AddUserMessage("Go on.");
        Assert.Equal("goes on", (await RunAsync(kernel, history, Kernels.Auto(), streaming: false)).Content);
    }

    [Fact]
    public async Task Terminate_BeforeTheFunction_KeepsItFromRunning()
    {
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))]), plugin);
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            context.Terminate = true;
            return next(context);
        }));

        await RunAsync(kernel, Kernels.Ask(), Kernels.Auto(), streaming: false);

        Assert.Empty(plugin.Invoked);
    }

    [Fact]
    public async Task Terminate_OfOneOfTwoAtOnce_WaitsForTheOther()
    {
        var firstIsDone = new TaskCompletionSource();
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo")), Model.Call("c2", "City-Weather", ("city", "Rome"))]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            if (context.ToolCallId == "c2") await firstIsDone.Task.WaitAsync(Cancel);
            await next(context);
            context.Terminate = context.ToolCallId == "c1";
            firstIsDone.TrySetResult();
        }));
        var history = Kernels.Ask();

        var last = await RunAsync(kernel, history, Kernels.Auto(new() { AllowConcurrentInvocation = true }), streaming: true);

        Assert.Equal("Oslo: sunny", last.Content);
        Assert.Equal(["c1", "c2"], history.SelectMany(message => message.Items).OfType<FunctionResultContent>().Select(result => result.CallId!));
    }

    [Fact]
    public async Task ChatHistoryOfAFilter_IsACopy()
    {
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"))], ["done"]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            context.ChatHistory.AddUserMessage("added by a filter");
            return next(context);
        }));
        var history = Kernels.Ask();

        await RunAsync(kernel, history, Kernels.Auto(), streaming: false);

        Assert.DoesNotContain(history, message => message.Content == "added by a filter");
    }

    private static async Task<(AuthorRole? Role, string? Content)> RunAsync(Kernel kernel, ChatHistory history, PromptExecutionSettings settings, bool streaming)
    {
        if (!streaming)
        {
            var message = await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel);
            return (message.Role, message.Content);
        }

        StreamingChatMessageContent? last = null;
        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(history, settings, kernel, Cancel)) last = update;
        return (last!.Role, last.Content);
    }
}
