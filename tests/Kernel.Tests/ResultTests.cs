using System.Globalization;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelTests.Support;

namespace Websopy.SemanticKernel.KernelTests;

/// <summary>What functions take and return.</summary>
public sealed class ResultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Delegate, string> Results => new()
    {
        { "null", () => (string?)null, "" },
        { "void", () => { }, "" },
        { "task", () => Task.CompletedTask, "" },
        { "number", () => 1.5, "1.5" },
        { "flag", () => true, "true" },
        { "bytes", () => new byte[] { 1, 2, 3 }, "\"AQID\"" },
        { "element", () => JsonElement.Parse("""{ "städte": [1, 2] }"""), """{"städte":[1,2]}""" },
        { "texts", () => new[] { "東京", "Zürich" }, """["東京","Zürich"]""" },
        { "messages", () => new List<ChatMessageContent> { new(AuthorRole.User, "a"), new(AuthorRole.User, "b") }, "a,b" },
        { "long", () => new string('é', 300_000), new string('é', 300_000) },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public async Task Result_OfAnyKind_IsToldAsTextOrJson(string kind, Delegate function, string expected)
    {
        var (sent, kept) = await InvokeAsync(KernelFunctionFactory.CreateFromMethod(function, "Run"));
        Assert.True(expected == sent, $"{kind}: {sent}");
        Assert.Equal(expected, kept);
    }

    [Fact]
    public async Task Result_IsWrittenAsTheFunctionsOptionsSay()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper };
        var (sent, _) = await InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => new SettingsTests.Answer("Oslo"), options, "Run"));
        Assert.Equal("""{"TOWN":"Oslo"}""", sent);
    }

    [Fact]
    public async Task Result_ThatHasNoJson_IsAnError()
    {
        var (sent, kept) = await InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => (object)typeof(string), "Run"));
        Assert.StartsWith("Error: Exception while invoking function.", sent, StringComparison.Ordinal);
        Assert.Equal(sent, kept);
    }

    [Fact]
    public async Task Parameters_OfSemanticKernel_AreInjected()
    {
        var token = CancellationToken.None;
        var function = KernelFunctionFactory.CreateFromMethod(
            (Kernel kernel, KernelArguments arguments, [FromKernelServices] IChatCompletionService service, CultureInfo culture, CancellationToken cancellationToken, string city) =>
            {
                token = cancellationToken;
                return $"{kernel.Data["user"]} {arguments.Count} {service.GetType().Name} {culture.Name} {city}";
            }, "Run");

        var (sent, _) = await InvokeAsync(function, ("city", "Oslo"));

        Assert.Equal("Ann 1 WebsopyChatCompletionService fr-FR Oslo", sent);
        Assert.True(token.CanBeCanceled);
    }

    [Fact]
    public async Task Arguments_OfAnyJson_AreConvertedToWhatTheFunctionTakes()
    {
        var function = KernelFunctionFactory.CreateFromMethod((int days, double degrees, bool sure, string[] cities, DateOnly? from) =>
            string.Create(CultureInfo.InvariantCulture, $"{days} {degrees} {sure} {string.Join('+', cities)} {from}"), "Run");
        var (sent, _) = await InvokeAsync(function, ("days", 3), ("degrees", 1.5), ("sure", true), ("cities", new[] { "Oslo", "東京" }), ("from", null));
        Assert.Equal("3 1.5 True Oslo+東京 ", sent);
    }

    private static async Task<(string? Sent, string? Kept)> InvokeAsync(KernelFunction function, params (string Name, object? Value)[] arguments)
    {
        var model = new Model([Model.Call("c1", "Other-Run", arguments)], ["done"]);
        var kernel = Kernels.Over(model);
        kernel.Plugins.AddFromFunctions("Other", [function]);
        kernel.Data["user"] = "Ann";
        kernel.Culture = CultureInfo.GetCultureInfo("fr-FR");
        var history = Kernels.Ask();
        await kernel.Chat().GetChatMessageContentAsync(history, Kernels.Auto(), kernel, Cancel);
        return ((string?)model.Requests[1].Messages[^1].Contents.OfType<Microsoft.Extensions.AI.FunctionResultContent>().Single().Result, history[2].Content);
    }
}
