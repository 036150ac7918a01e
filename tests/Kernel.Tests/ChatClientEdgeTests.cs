using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.KernelConnector.Invocation;
using Websopy.SemanticKernel.KernelTests.Support;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace Websopy.SemanticKernel.KernelTests;

/// <summary>The kernel's <see cref="IChatClient"/>, where it is less simple.</summary>
public sealed class ChatClientEdgeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Required_OverTwoRounds_KeepsTheKernel(bool streaming)
    {
        var model = new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], [Model.Call("c2", "City_Weather", ("city", "Rome"))], ["done"]);
        var (kernel, client) = Build(model);
        var seen = new List<string>();
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            Assert.Same(kernel, context.Kernel);
            seen.Add($"{context.RequestSequenceIndex} {context.Arguments!["city"]}");
            return next(context);
        }));

        await RunAsync(client, new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Required() }.ToChatOptions(kernel), streaming);

        Assert.Equal(["0 Oslo", "1 Rome"], seen);
        Assert.Null(model.Requests[1].Options!.ToolMode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Function_ThatThrows_IsToldAsTheInvokersSettingsSay(bool streaming)
    {
        var model = new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]);
        var (kernel, client) = Build(model, new CityPlugin { Answer = _ => throw new InvalidOperationException("password is secret") });

        await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming);
        Assert.DoesNotContain("password", (string)ResultOf(model).Result!, StringComparison.Ordinal);

        client.GetService<FunctionInvokingChatClient>()!.IncludeDetailedErrors = true;
        model = new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]);
        (kernel, client) = Build(model, new CityPlugin { Answer = _ => throw new InvalidOperationException("no such city") });
        client.GetService<FunctionInvokingChatClient>()!.IncludeDetailedErrors = true;
        await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming);
        Assert.Contains("no such city", (string)ResultOf(model).Result!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Function_ThatGoesOnThrowing_EndsTheTurn(bool streaming)
    {
        var plugin = new CityPlugin { Answer = _ => throw new InvalidOperationException("no such city") };
        var (kernel, client) = Build(new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))]), plugin);
        client.GetService<FunctionInvokingChatClient>()!.MaximumConsecutiveErrorsPerRequest = 2;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming));

        Assert.Equal("no such city", failure.Message);
        Assert.Equal(3, plugin.Invoked.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MalformedArguments_InvokeNothing(bool streaming)
    {
        var plugin = new CityPlugin();
        var model = new Model([new FunctionCallContent("c1", "City_Weather", new Dictionary<string, object?> { ["city"] = "Oslo" }) { Exception = new InvalidOperationException("cut off") }], ["done"]);
        var (kernel, client) = Build(model, plugin);

        await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming);

        Assert.Empty(plugin.Invoked);
        Assert.StartsWith("Error", (string)ResultOf(model).Result!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FunctionInvoker_OfTheCaller_IsInCharge(bool streaming)
    {
        var plugin = new CityPlugin();
        var model = new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]);
        var (kernel, client) = Build(model, plugin);
        client.GetService<FunctionInvokingChatClient>()!.FunctionInvoker = (_, _) => new ValueTask<object?>("by hand");

        await RunAsync(client, Kernels.Auto().ToChatOptions(kernel), streaming);

        Assert.Empty(plugin.Invoked);
        Assert.Equal("by hand", ResultOf(model).Result);
    }

    [Fact]
    public async Task OptionsWithoutAKernel_UseAKernelOfTheServices()
    {
        var model = new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"))], ["done"]);
        var kernel = new Kernel();
        var services = new ServiceCollection().AddSingleton(kernel).BuildServiceProvider();
        var client = new KernelFunctionInvokingChatClient(model, services: services);
        Kernel? seen = null;
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            seen = context.Kernel;
            return next(context);
        }));

        await RunAsync(client, new ChatOptions { Tools = [KernelPluginFactory.CreateFromObject(new CityPlugin(), "City")["Weather"]] }, streaming: true);

        Assert.Same(kernel, seen);
    }

    [Fact]
    public async Task RetainArgumentTypes_IsKept()
    {
        var (kernel, client) = Build(new Model([Model.Call("c1", "City_Weather", ("city", "Oslo"), ("days", 3))], ["done"]));
        Type? type = null;
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            type = context.Arguments!["days"]!.GetType();
            return next(context);
        }));

        await RunAsync(client, Kernels.Auto(new() { RetainArgumentTypes = true }).ToChatOptions(kernel), streaming: true);

        Assert.Equal(typeof(System.Text.Json.JsonElement), type);
    }

    [Fact]
    public void Dispose_OfTheServices_DisposesTheClientsWithoutHarm()
    {
        var services = new ServiceCollection();
        services.AddWebsopyChatCompletion(options => (options.Endpoint, options.ApiKey) = (new Uri("https://api.websopy.test/chat"), "k"));
        services.AddWebsopyChatCompletion(options => (options.Endpoint, options.ApiKey) = (new Uri("https://api.websopy.test/chat"), "k"), "other");
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IChatClient>();
        Assert.NotSame(client, provider.GetRequiredKeyedService<IChatClient>("other"));
        Assert.Same(client, provider.GetRequiredService<IChatClient>());
        Assert.Same(client.GetService<WebsopyChatClient>(), provider.GetRequiredService<WebsopyChatClient>());

        provider.Dispose();
        client.Dispose();
    }

    private static FunctionResultContent ResultOf(Model model) => model.Requests[^1].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Single();

    private static (Kernel Kernel, IChatClient Client) Build(Model model, CityPlugin? plugin = null)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatClient>(provider => new KernelFunctionInvokingChatClient(model, services: provider));
        builder.Plugins.AddFromObject(plugin ?? new CityPlugin(), "City");
        var kernel = builder.Build();
        return (kernel, kernel.GetRequiredService<IChatClient>());
    }

    private static async Task RunAsync(IChatClient client, ChatOptions options, bool streaming)
    {
        if (streaming) await client.GetStreamingResponseAsync("Hi", options, Cancel).ToChatResponseAsync(Cancel);
        else await client.GetResponseAsync("Hi", options, Cancel);
    }
}
