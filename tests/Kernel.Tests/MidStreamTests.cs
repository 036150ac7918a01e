using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class MidStreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Function_StartsBeforeTheStreamEnds(bool streaming)
    {
        var plugin = new CityPlugin();
        // The stream goes on only when the function has started.
        var model = new Model(["Let me look. ", Model.Call("c1", "City-Weather", ("city", "Oslo")), plugin.Started.Task, "One moment."], ["It is sunny."]);
        var kernel = Kernels.Over(model, plugin);
        var history = Kernels.Ask();

        if (streaming) await foreach (var _ in kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, Cancel)) { }
        else Assert.Equal("It is sunny.", (await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel)).Content);

        Assert.Equal(["Oslo 1"], plugin.Invoked);
        Assert.Equal("Let me look. One moment.", string.Concat(history[1].Items.OfType<TextContent>()));
    }

    [Fact]
    public async Task Text_BehindACall_IsPassedOnWhileTheFunctionRuns()
    {
        var textSeen = new TaskCompletionSource();
        var plugin = new CityPlugin { Gate = textSeen.Task };
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo")), "meanwhile"], ["done"]), plugin);
        var seen = new List<string>();

        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel))
        {
            if (update.Content is { } text) seen.Add(text);
            if (update.Role == AuthorRole.Tool) seen.Add("result");
            if (update.Content == "meanwhile") textSeen.SetResult();
        }

        Assert.Equal(["meanwhile", "result", "done"], seen);
    }

    [Fact]
    public async Task AllowConcurrentInvocation_On_RunsFunctionsSideBySide()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo")), Model.Call("c2", "City-Weather", ("city", "Rome"))], ["done"]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            if (Interlocked.Increment(ref running) == 2) both.SetResult();
            await both.Task.WaitAsync(Cancel);
            await next(context);
        }));
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(new() { AllowConcurrentInvocation = true }), kernel, Cancel);

        Assert.Equal(["Oslo: sunny", "Rome: sunny"], history.Where(message => message.Role == AuthorRole.Tool).Select(message => message.Content));
    }

    [Fact]
    public async Task AllowConcurrentInvocation_Off_RunsOneAfterTheOther()
    {
        var running = 0;
        var most = 0;
        var kernel = Kernels.Over(new Model([.. Enumerable.Range(0, 5).Select(i => Model.Call($"c{i}", "City-Weather", ("city", $"{i}")))], ["done"]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            await next(context);
            Interlocked.Decrement(ref running);
        }));

        await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel);

        Assert.Equal(1, most);
    }
}
