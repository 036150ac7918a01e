using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;
using FunctionCallContent = Microsoft.SemanticKernel.FunctionCallContent;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class FunctionChoiceTests
{
    private static readonly object[] Weather = [Model.Call("c1", "City-Weather", ("city", "Oslo"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auto_OffersAllFunctionsInEveryRound()
    {
        var model = new Model(Weather, ["done"]);
        await AskAsync(model, FunctionChoiceBehavior.Auto());

        Assert.All(model.Requests, request => Assert.Equal(["City-Weather", "City-Context"], request.ToolNames));
        Assert.All(model.Requests, request => Assert.IsType<AutoChatToolMode>(request.Options!.ToolMode));
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Auto_WithASubset_OffersOnlyIt()
    {
        var model = new Model(["done"]);
        var kernel = Kernels.Over(model);
        await AskAsync(kernel, FunctionChoiceBehavior.Auto([kernel.Plugins["City"]["Weather"]]));
        Assert.Equal(["City-Weather"], model.Requests[0].ToolNames);
    }

    [Fact]
    public async Task Auto_WithNoFunctions_OffersNone()
    {
        var model = new Model(["done"]);
        await AskAsync(model, FunctionChoiceBehavior.Auto([]));
        Assert.Empty(model.Requests[0].ToolNames);
        Assert.Null(model.Requests[0].Options!.ToolMode);
    }

    [Fact]
    public async Task Tools_HaveDescriptionAndSchema()
    {
        var model = new Model(["done"]);
        await AskAsync(model, FunctionChoiceBehavior.Auto());

        var tool = Assert.IsAssignableFrom<AIFunctionDeclaration>(model.Requests[0].Options!.Tools![0]);
        Assert.Equal("Tells the weather in a city.", tool.Description);
        Assert.Equal(["city", "days"], tool.JsonSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["city"], tool.JsonSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Required_IsRequiredInTheFirstRoundAlone()
    {
        var model = new Model(Weather, ["done"]);
        await AskAsync(model, FunctionChoiceBehavior.Required());

        Assert.IsType<RequiredChatToolMode>(model.Requests[0].Options!.ToolMode);
        Assert.Null(model.Requests[1].Options!.ToolMode);
        Assert.Empty(model.Requests[1].ToolNames);
    }

    [Fact]
    public async Task None_OffersFunctionsButInvokesNothing()
    {
        var plugin = new CityPlugin();
        var model = new Model(Weather);
        var message = await AskAsync(Kernels.Over(model, plugin), FunctionChoiceBehavior.None());

        Assert.IsType<NoneChatToolMode>(model.Requests[0].Options!.ToolMode);
        Assert.Equal(["City-Weather", "City-Context"], model.Requests[0].ToolNames);
        Assert.Single(FunctionCallContent.GetFunctionCalls(message));
        Assert.Empty(plugin.Invoked);
    }

    [Fact]
    public async Task NoBehavior_OffersNothing()
    {
        var model = new Model(["done"]);
        await AskAsync(model, null);
        Assert.Empty(model.Requests[0].ToolNames);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithoutAutoInvoke_CallsAreTheCallers(bool required)
    {
        var plugin = new CityPlugin();
        var model = new Model(["Let me see. ", .. Weather, Model.Call("c2", "No-Such"), ChatFinishReason.ToolCalls], ["It is sunny."]);
        var kernel = Kernels.Over(model, plugin);
        var settings = new PromptExecutionSettings
        {
            FunctionChoiceBehavior = required ? FunctionChoiceBehavior.Required(autoInvoke: false) : FunctionChoiceBehavior.Auto(autoInvoke: false),
        };
        var history = Kernels.Ask();

        var asked = await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel);

        Assert.Single(history);
        Assert.Empty(plugin.Invoked);
        Assert.Equal("tool_calls", asked.Metadata!["FinishReason"]);
        var calls = FunctionCallContent.GetFunctionCalls(asked).ToList();
        Assert.Equal([("City", "Weather", "c1"), ("No", "Such", "c2")], calls.Select(call => (call.PluginName!, call.FunctionName, call.Id!)));

        // The loop that the documentation of Semantic Kernel shows.
        history.Add(asked);
        history.Add((await calls[0].InvokeAsync(kernel, Cancel)).ToChatMessage());
        var missing = await Assert.ThrowsAsync<KeyNotFoundException>(() => calls[1].InvokeAsync(kernel, Cancel));
        history.Add(new Microsoft.SemanticKernel.FunctionResultContent(calls[1], missing).ToChatMessage());
        var answer = await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel);

        Assert.Equal("It is sunny.", answer.Content);
        Assert.Equal(["Oslo 1"], plugin.Invoked);
        var results = model.Requests[1].Messages.SelectMany(message => message.Contents).OfType<Microsoft.Extensions.AI.FunctionResultContent>().ToList();
        Assert.Equal(["c1", "c2"], results.Select(result => result.CallId));
        Assert.Equal("Oslo: sunny", results[0].Result);
        Assert.StartsWith("Error: The plugin collection does not contain", (string)results[1].Result!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public async Task AllowParallelCalls_GoesToTheModel(bool? allowed)
    {
        var model = new Model(["done"]);
        await AskAsync(model, FunctionChoiceBehavior.Auto(options: new() { AllowParallelCalls = allowed }));
        Assert.Equal(allowed, model.Requests[0].Options!.AllowMultipleToolCalls);
    }

    [Fact]
    public async Task AutoInvoke_WithoutAKernel_Throws()
    {
        var service = new WebsopyChatCompletionService(new Model(["done"]));
        var failure = await Assert.ThrowsAsync<KernelException>(() => service.GetChatMessageContentAsync(Kernels.Ask(), Kernels.Auto(), null, Cancel));
        Assert.Contains("no kernel", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RetainArgumentTypes_KeepsNumbers()
    {
        var types = new List<Type>();
        var kernel = Kernels.Over(new Model([Model.Call("c1", "City-Weather", ("city", "Oslo"), ("days", 3))], ["done"], [Model.Call("c2", "City-Weather", ("city", "Oslo"), ("days", 3))], ["done"]));
        kernel.AutoFunctionInvocationFilters.Add(new AutoFilter((context, next) =>
        {
            types.Add(context.Arguments!["days"]!.GetType());
            return next(context);
        }));

        await AskAsync(kernel, FunctionChoiceBehavior.Auto());
        await AskAsync(kernel, FunctionChoiceBehavior.Auto(options: new() { RetainArgumentTypes = true }));

        Assert.Equal([typeof(string), typeof(System.Text.Json.JsonElement)], types);
    }

    private static Task<Microsoft.SemanticKernel.ChatMessageContent> AskAsync(Model model, FunctionChoiceBehavior? behavior) => AskAsync(Kernels.Over(model), behavior);

    private static Task<Microsoft.SemanticKernel.ChatMessageContent> AskAsync(Kernel kernel, FunctionChoiceBehavior? behavior) =>
        kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), new PromptExecutionSettings { FunctionChoiceBehavior = behavior }, kernel, Cancel);
}
