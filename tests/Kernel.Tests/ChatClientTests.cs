using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.KernelConnector.Invocation;
using Websopy.SemanticKernel.KernelTests.Support;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace Websopy.SemanticKernel.KernelTests;

/// <summary>The <see cref="IChatClient"/> that stands in the kernel beside the service.</summary>
public sealed class ChatClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OptionsOfAKernel_InvokeItsFunctionsThroughItsFilters(bool streaming)
    {
        var model = new Model(["I look. ", Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]);
        var (kernel, client) = Build(model);
        var seen = new List<string>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            seen.Add($"{context.Function.PluginName}.{context.Function.Name} {context.IsStreaming} {context.RequestSequenceIndex} {context.ToolCallId} {context.ChatHistory.Count} {context.ExecutionSettings is not null}");
            await next(context);
        }));
        kernel.FunctionInvocationFilters.Add(new FunctionFilter((context, next) =>
        {
            seen.Add((string)context.Arguments["city"]!);
            return next(context);
        }));

        Assert.Equal("done", await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming));

        Assert.Equal([$"City.Weather {streaming} 0 c1 2 True", "Oslo"], seen);
        Assert.Equal("Oslo: sunny", model.Requests[1].Messages[^1].Contents.OfType<FunctionResultContent>().Single().Result);
    }

    [Fact]
    public async Task Function_StartsInMidStream()
    {
        var plugin = new CityPlugin();
        var (kernel, client) = Build(new Model([Model.Call("c1", "City_Weather", ("city", "Oslo")), plugin.Started.Task, "later"], ["done"]), plugin);
        Assert.Equal("done", await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming: true));
        Assert.Equal(["Oslo 1"], plugin.Invoked);
    }

    [Fact]
    public async Task SettingsAllowConcurrentInvocation_FunctionsRunSideBySide()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        var (kernel, client) = Build(new Model(
            [Model.Call("c1", "City_Weather", ("city", "Oslo")), Model.Call("c2", "City_Weather", ("city", "Rome"))], ["done"]));
        kernel.FunctionInvocationFilters.Add(new FunctionFilter(async (context, next) =>
        {
            if (Interlocked.Increment(ref running) == 2) both.SetResult();
            await both.Task.WaitAsync(Cancel); // neither goes on alone
            await next(context);
        }));
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(options: new() { AllowConcurrentInvocation = true }) };

        Assert.Equal("done", await RunAsync(client, settings.ToChatOptions(kernel), streaming: true));
        Assert.Equal(2, running);
    }

    [Fact]
    public async Task OptionsWithoutAKernel_UseTheFiltersOfTheServices()
    {
        var seen = 0;
        var (kernel, client) = Build(
            new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]),
            filter: new AutoFilter((context, next) =>
            {
                seen++;
                return next(context);
            }));

        Assert.Equal("done", await RunAsync(client, new ChatOptions { Tools = [kernel.Plugins["City"]["Weather"]] }, streaming: true));

        Assert.Equal(1, seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AutoInvokeOff_HandsTheCallsToTheCaller(bool streaming)
    {
        var plugin = new CityPlugin();
        var (kernel, client) = Build(new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]), plugin);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };

        var response = streaming
            ? await client.GetStreamingResponseAsync("Hi", settings.ToChatOptions(kernel), Cancel).ToChatResponseAsync(Cancel)
            : await client.GetResponseAsync("Hi", settings.ToChatOptions(kernel), Cancel);

        Assert.Empty(plugin.Invoked);
        Assert.False(response.Messages.Single().Contents.OfType<FunctionCallContent>().Single().InformationalOnly);
    }

    [Fact]
    public async Task OtherFunctions_AreInvokedAsEver()
    {
        var (_, client) = Build(new Model([Model.Call("c1", "add", ("a", 1), ("b", 2))], ["done"]));
        var sum = 0;
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((int a, int b) => sum = a + b, "add")] };
        Assert.Equal("done", await RunAsync(client, options, streaming: true));
        Assert.Equal(3, sum);
    }

    [Fact]
    public async Task Terminate_EndsTheTurn()
    {
        var model = new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]);
        var (kernel, client) = Build(model);
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter(async (context, next) =>
        {
            await next(context);
            context.Terminate = true;
        }));

        await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming: true);

        Assert.Single(model.Requests);
    }

    private static (Kernel Kernel, IChatClient Client) Build(Model model, CityPlugin? plugin = null, IAutoFunctionInvocationFilter? filter = null)
    {
        var builder = Kernel.CreateBuilder();
        if (filter is not null) builder.Services.AddSingleton(filter);
        builder.Services.AddSingleton<IChatClient>(provider => new KernelFunctionInvokingChatClient(model, services: provider));
        builder.Plugins.AddFromObject(plugin ?? new CityPlugin(), "City");
        var kernel = builder.Build();
        return (kernel, kernel.GetRequiredService<IChatClient>());
    }

    private static async Task<string> RunAsync(IChatClient client, ChatOptions? options, bool streaming)
    {
        var response = streaming
            ? await client.GetStreamingResponseAsync("Hi", options, Cancel).ToChatResponseAsync(Cancel)
            : await client.GetResponseAsync("Hi", options, Cancel);
        return response.Messages[^1].Text;
    }
}
