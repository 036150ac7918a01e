using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class RecursionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PromptFunction_ThatInvokesItself_StopsAtTheDeepestNesting()
    {
        // Every request of the model asks for the prompt function again, which asks the model again.
        var model = new Model([Model.Call("c1", "Loop-Again")]);
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatCompletionService>(new WebsopyChatCompletionService(model));
        var kernel = builder.Build();
        var function = KernelFunctionFactory.CreateFromPrompt("again", Kernels.Auto(), "Again");
        kernel.Plugins.AddFromFunctions("Loop", [function]);
        var deepest = 0;
        var depth = new AsyncLocal<int>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            deepest = Math.Max(deepest, ++depth.Value);
            if (depth.Value < 150) await next(context); // without the limit this test fails, and does not exhaust the stack
            context.Terminate = true; // each turn ends with its first round, or there would be 128 rounds at each of 128 depths
        }));

        await kernel.InvokePromptAsync("begin", new(Kernels.Auto()), cancellationToken: Cancel);

        Assert.Equal(128, deepest);
        Assert.Equal(129, model.Requests.Count);
        Assert.Equal(["Loop-Again"], model.Requests[^1].ToolNames);
    }

    [Fact]
    public async Task Model_ThatNeverStopsCalling_IsAskedWithoutFunctionsAtLast()
    {
        var calls = Enumerable.Range(0, 128).Select(i => new object[] { Model.Call($"c{i}", "City-Weather", ("city", "Oslo")) });
        var plugin = new CityPlugin();
        var model = new Model([.. calls, ["enough"]]);
        var kernel = Kernels.Over(model, plugin);

        var answer = await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), kernel, Cancel);

        Assert.Equal("enough", answer.Content);
        Assert.Equal(128, plugin.Invoked.Count);
        Assert.NotEmpty(model.Requests[127].ToolNames);
        Assert.Empty(model.Requests[128].ToolNames);
    }
}
