using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class NameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("My_City", "get_weather", "My_City-get_weather")]
    [InlineData("My_City", "get-the-weather", "My_City-get-the-weather")]
    [InlineData("_", "_", "_-_")]
    public async Task Names_WithTheSeparatorsOfOthers_AreKept(string plugin, string function, string wire)
    {
        var model = new Model([Model.Call("c1", wire)], ["done"]);
        var kernel = Kernels.Over(model);
        kernel.Plugins.AddFromFunctions(plugin, [KernelFunctionFactory.CreateFromMethod(() => "found", function)]);
        var history = Kernels.Ask();
        var builder = new FunctionCallContentBuilder();
        var results = new List<(string?, string, string)>();

        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(history, Kernels.Auto(), kernel, Cancel))
        {
            builder.Append(update);
            results.AddRange(update.Items.OfType<WebsopyStreamingFunctionResultContent>().Select(result => (result.PluginName, result.FunctionName, result.Result)));
        }

        Assert.Contains(wire, model.Requests[0].ToolNames);
        Assert.Equal((plugin, function), builder.Build().Select(call => (call.PluginName!, call.FunctionName)).Single());
        Assert.Equal([(plugin, function, "found")], results);
        Assert.Equal((plugin, function), history[1].Items.OfType<FunctionCallContent>().Select(call => (call.PluginName!, call.FunctionName)).Single());
    }

    [Theory]
    [InlineData("weather")]
    [InlineData("the_weather")]
    [InlineData("the-weather")]
    public async Task Function_WithoutAPlugin_IsInvoked(string name)
    {
        var model = new Model([Model.Call("c1", name)], ["done"], ["again"]);
        var kernel = Kernels.Over(model);
        var function = KernelFunctionFactory.CreateFromMethod(() => "found", name);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.None([function]) };
        var message = await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), settings, null, Cancel);

        Assert.Equal([name], model.Requests[0].ToolNames);
        var history = Kernels.Ask();
        history.Add(message);
        await kernel.Chat().GetChatMessageContentAsync(history, null, null, Cancel);
        Assert.Equal(name, model.Requests[1].Messages[1].Contents.OfType<Microsoft.Extensions.AI.FunctionCallContent>().Single().Name);
    }

    [Fact]
    public async Task Name_WithSpaces_IsFoundByTheCaller()
    {
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City - Weather", ("city", "Oslo"))]));
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };
        var message = await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), settings, kernel, Cancel);
        Assert.Equal("Oslo: sunny", (await message.Items.OfType<FunctionCallContent>().Single().InvokeAsync(kernel, Cancel)).Result);
    }

    [Theory]
    [InlineData("City_Weather")]
    [InlineData("City.Weather")]
    [InlineData("Weather")]
    [InlineData("city-weather")]
    public async Task Name_ThatWasNotOffered_IsAnError(string name)
    {
        var plugin = new CityPlugin();
        var kernel = Kernels.Over(new Model([Model.Call("c1", name, ("city", "Oslo"))], ["sorry"]), plugin);
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Empty(plugin.Invoked);
        Assert.Contains("not found", history[2].Content, StringComparison.Ordinal);
    }
}
