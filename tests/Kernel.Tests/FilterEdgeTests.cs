using System.Globalization;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

/// <summary>Filters that do what few do.</summary>
public sealed class FilterEdgeTests
{
    private static readonly object[] OneCall = [Model.Call("c1", "City-Weather", ("city", "Oslo"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filter_ThatThrowsAfterTheFunction_TellsTheModel_AndOuterFiltersMayCatchIt()
    {
        var plugin = new CityPlugin();
        var caught = "";
        var history = await RunAsync(
            new Model(OneCall, ["sorry"]), plugin,
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (InvalidOperationException exception)
                {
                    caught = exception.Message;
                    throw;
                }
            },
            async (context, next) =>
            {
                await next(context);
                throw new InvalidOperationException("too late");
            });

        Assert.Equal("too late", caught);
        Assert.Single(plugin.Invoked);
        Assert.Equal("Error: Exception while invoking function. too late", history[2].Content);
    }

    [Fact]
    public async Task Filter_ThatGoesOnTwice_InvokesTwice()
    {
        var plugin = new CityPlugin();
        var inner = 0;
        await RunAsync(
            new Model(OneCall, ["done"]), plugin,
            async (context, next) =>
            {
                await next(context);
                context.Arguments!["city"] = "Rome";
                await next(context);
            },
            (context, next) =>
            {
                inner++;
                return next(context);
            });

        Assert.Equal(2, inner);
        Assert.Equal(["Oslo 1", "Rome 1"], plugin.Invoked);
    }

    [Fact]
    public async Task Filter_ThatDoesNothing_GivesAnEmptyResult()
    {
        var history = await RunAsync(new Model(OneCall, ["done"]), null, (_, _) => Task.CompletedTask);
        Assert.Equal("", history[2].Content);
        Assert.Equal("c1", history[2].Items.OfType<FunctionResultContent>().Single().CallId);
    }

    [Fact]
    public async Task Filter_ThatEndsTheTurnAndThrows_EndsTheTurn()
    {
        var model = new Model(OneCall, ["goes on"]);
        var history = await RunAsync(model, null, (context, _) =>
        {
            context.Terminate = true;
            throw new InvalidOperationException("stop");
        });

        Assert.Single(model.Requests);
        Assert.Equal("Error: Exception while invoking function. stop", history[2].Content);
    }

    [Fact]
    public async Task Terminate_OfTwoAtOnce_ReturnsTheResultOfTheFirst()
    {
        var second = new TaskCompletionSource();
        var kernel = Kernels.Over(new Model([.. OneCall, Model.Call("c2", "City-Weather", ("city", "Rome"))]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            if (context.ToolCallId == "c1") await second.Task.WaitAsync(Cancel);
            await next(context);
            context.Terminate = true;
        }));
        var answer = "";
        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(
            Kernels.Ask(), Kernels.Auto(new() { AllowConcurrentInvocation = true }), kernel, Cancel))
        {
            if (update.Items.OfType<WebsopyStreamingFunctionResultContent>().Any(result => result.CallId == "c2")) second.SetResult();
            answer = update.Content;
        }

        Assert.Equal("Rome: sunny", answer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filter_ThatIsCancelled_EndsTheTurn(bool streaming)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(new Model(OneCall, ["goes on"]), plugin);
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            await source.CancelAsync();
            context.CancellationToken.ThrowIfCancellationRequested();
            await next(context);
        }));
        var history = Kernels.Ask();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            if (!streaming) await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, source.Token);
            else await foreach (var _ in kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, source.Token)) { }
        });

        Assert.Empty(plugin.Invoked);
        Assert.Equal(["user", "assistant", "tool"], history.Select(message => message.Role.Label));
    }

    [Fact]
    public async Task Filters_OfCallsAtOnce_SeeTheirOwnCall()
    {
        var all = new TaskCompletionSource();
        var running = 0;
        var model = new Model([.. Enumerable.Range(0, 8).Select(i => Model.Call($"c{i}", "City-Weather", ("city", $"town{i}")))], ["done"]);
        var kernel = Kernels.Over(model);
        kernel.Culture = CultureInfo.GetCultureInfo("fr-FR");
        var seen = new List<string>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            if (Interlocked.Increment(ref running) == 8) all.SetResult();
            await all.Task.WaitAsync(Cancel);
            Assert.Same(kernel.Culture, context.Result.Culture);
            context.ChatHistory.AddUserMessage($"of {context.ToolCallId}");
            context.Arguments!["days"] = context.FunctionSequenceIndex;
            await next(context);
            Assert.Equal($"of {context.ToolCallId}", context.ChatHistory[^1].Content);
            Assert.Equal(context.ChatHistory.Count, context.ChatHistory.ToList().Count);
            lock (seen) seen.Add($"{context.ToolCallId} {context.FunctionSequenceIndex} {context.Arguments["city"]} {context.CallContent.Arguments!["city"]} {context.Result}");
        }));
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(new() { AllowConcurrentInvocation = true }), kernel, Cancel);

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"c{i} {i} town{i} town{i} town{i}: sunny"), seen.Order());
        Assert.Equal(10, history.Count);
    }

    [Fact]
    public async Task Filters_OfPromptFunctionsInside_RunOnceEach()
    {
        var model = new Model([Model.Call("c1", "Prompts-Inner", ("topic", "rain"))], ["inner answer"], ["done"]);
        var kernel = Kernels.Over(model);
        kernel.Plugins.AddFromFunctions("Prompts", [KernelFunctionFactory.CreateFromPrompt("Tell of {{$topic}}.", functionName: "Inner")]);
        var seen = new List<string>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) => Note($"auto {context.Function.Name}", () => next(context))));
        kernel.FunctionInvocationFilters.Add(new FunctionFilter((context, next) => Note($"function {context.Function.Name}", () => next(context))));
        kernel.PromptRenderFilters.Add(new PromptFilter((context, next) => Note($"prompt {context.Function.Name}", () => next(context))));
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Equal(["auto Inner", "function Inner", "prompt Inner"], seen);
        Assert.Equal("inner answer", history[2].Content);
        Assert.Equal("Tell of rain.", model.Requests[1].Messages.Single().Text);

        Task Note(string what, Func<Task> next)
        {
            seen.Add(what);
            return next();
        }
    }

    private static async Task<ChatHistory> RunAsync(
        Model model, CityPlugin? plugin, params Func<AutoFunctionInvocationContext, Func<AutoFunctionInvocationContext, Task>, Task>[] filters)
    {
        var kernel = Kernels.Over(model, plugin);
        foreach (var filter in filters) kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(filter));
        var history = Kernels.Ask();
        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);
        return history;
    }
}
