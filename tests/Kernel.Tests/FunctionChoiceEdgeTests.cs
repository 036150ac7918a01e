using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;
using FunctionCallContent = Microsoft.SemanticKernel.FunctionCallContent;

namespace Websopy.SemanticKernel.KernelTests;

public sealed class FunctionChoiceEdgeTests
{
    private static readonly object[] Weather = [Model.Call("c1", "City-Weather", ("city", "Oslo"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FunctionsOfTheKernel_MayChangeBetweenRounds()
    {
        var model = new Model([Model.Call("c1", "Tools-Load")], [Model.Call("c2", "Late-Greet"), Model.Call("c3", "Tools-Load")], ["done"]);
        var kernel = Kernels.Over(model);
        kernel.Plugins.Clear();
        kernel.Plugins.AddFromFunctions("Tools", [KernelFunctionFactory.CreateFromMethod(() =>
        {
            kernel.Plugins.Remove(kernel.Plugins["Tools"]);
            kernel.Plugins.AddFromFunctions("Late", [KernelFunctionFactory.CreateFromMethod(() => "hello", "Greet")]);
            return "loaded";
        }, "Load")]);
        var history = Kernels.Ask();

        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);

        Assert.Equal(["Tools-Load"], model.Requests[0].ToolNames);
        Assert.Equal(["Late-Greet"], model.Requests[1].ToolNames);
        var results = history.Where(message => message.Role == AuthorRole.Tool).Select(message => message.Content!).ToList();
        Assert.Equal(["loaded", "hello"], results.Take(2));
        Assert.Contains("not found", results[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Required_IsRequiredInEachTurn()
    {
        var model = new Model(Weather, ["done"], Weather, ["done"]);
        var kernel = Kernels.Over(model);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Required() };
        var history = Kernels.Ask();
        for (var turn = 0; turn < 2; turn++)
        {
            history.Add(await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel));
            history.AddUserMessage("Again.");
        }

        Assert.Equal([true, false, true, false], model.Requests.Select(request => request.Options!.ToolMode is RequiredChatToolMode));
    }

    [Fact]
    public async Task Required_WithASubset_OffersItAlone()
    {
        var model = new Model(Weather, ["done"]);
        var kernel = Kernels.Over(model);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Required([kernel.Plugins["City"]["Weather"]]) };
        await kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), settings, kernel, Cancel);
        Assert.Equal(["City-Weather"], model.Requests[0].ToolNames);
    }

    [Fact]
    public async Task Functions_WithoutAKernel_AreOfferedAndHandedOut()
    {
        var model = new Model(Weather);
        var function = KernelFunctionFactory.CreateFromMethod((string city) => city, "Weather");
        var plugin = KernelPluginFactory.CreateFromFunctions("City", [function]);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto([.. plugin], autoInvoke: false) };

        var message = await new WebsopyChatCompletionService(model).GetChatMessageContentAsync(Kernels.Ask(), settings, null, Cancel);

        Assert.Equal(["City-Weather"], model.Requests[0].ToolNames);
        Assert.IsNotAssignableFrom<AIFunction>(model.Requests[0].Options!.Tools![0]);
        Assert.Equal("c1", FunctionCallContent.GetFunctionCalls(message).Single().Id);
    }

    [Fact]
    public async Task FunctionThatTheKernelHasNot_IsAnError()
    {
        var kernel = Kernels.Over(new Model(["done"]));
        var other = KernelPluginFactory.CreateFromFunctions("Other", [KernelFunctionFactory.CreateFromMethod(() => 1, "Run")]);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto([.. other]) };
        var failure = await Assert.ThrowsAsync<KernelException>(() => kernel.Chat().GetChatMessageContentAsync(Kernels.Ask(), settings, kernel, Cancel));
        Assert.Contains("Other.Run", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"none"}""", "none")]
    [InlineData("""{"type":"required","functions":["City.Weather"]}""", "required")]
    [InlineData("""{"type":"auto","auto_invoke":false}""", "auto")]
    public async Task BehaviorInJson_ReachesTheModel(string behavior, string mode)
    {
        var model = new Model(["done"]);
        var config = PromptTemplateConfig.FromJson("""{"template":"Hi","execution_settings":{"default":{"function_choice_behavior":""" + behavior + "}}}");
        await Kernels.Over(model).InvokeAsync(KernelFunctionFactory.CreateFromPrompt(config), cancellationToken: Cancel);

        var expected = mode switch { "none" => ChatToolMode.None, "required" => ChatToolMode.RequireAny, _ => (ChatToolMode)ChatToolMode.Auto };
        Assert.Equal(expected, model.Requests[0].Options!.ToolMode);
        Assert.Contains("City-Weather", model.Requests[0].ToolNames);
    }

    [Fact]
    public async Task ManualLoop_OverTheStream_DoesNotInvokeWithoutArgumentsThatAreNoJson()
    {
        var malformed = new Microsoft.Extensions.AI.FunctionCallContent("c1", "City-Weather") { Exception = new InvalidOperationException("no JSON object") };
        var kernel = Kernels.Over(new Model([malformed]));
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };
        var builder = new FunctionCallContentBuilder();

        await foreach (var update in kernel.Chat().GetStreamingChatMessageContentsAsync(Kernels.Ask(), settings, kernel, Cancel)) builder.Append(update);

        var call = Assert.Single(builder.Build());
        Assert.Equal("c1", call.Id);
        Assert.NotNull(call.Exception);
        await Assert.ThrowsAsync<KernelException>(() => call.InvokeAsync(kernel, Cancel));
    }

    [Fact]
    public async Task ManualLoop_WithArgumentsThatAreNoJson_TellsTheModel()
    {
        var malformed = new Microsoft.Extensions.AI.FunctionCallContent("c1", "City-Weather") { Exception = new InvalidOperationException("no JSON object") };
        var model = new Model([malformed], ["sorry"]);
        var kernel = Kernels.Over(model);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };
        var history = Kernels.Ask();

        history.Add(await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel));
        var call = FunctionCallContent.GetFunctionCalls(history[1]).Single();
        Assert.Equal("no JSON object", call.Exception!.Message);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => call.InvokeAsync(kernel, Cancel));
        history.Add(new Microsoft.SemanticKernel.FunctionResultContent(call, failure).ToChatMessage());
        await kernel.Chat().GetChatMessageContentAsync(history, settings, kernel, Cancel);

        Assert.Equal("Error: no JSON object", model.Requests[1].Messages[2].Contents.OfType<Microsoft.Extensions.AI.FunctionResultContent>().Single().Result);
    }
}
