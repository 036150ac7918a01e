using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using FunctionInvocationContext = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Kernels;

/// <summary>The plugin of a tool set against the one that Semantic Kernel makes of the same object.</summary>
public sealed class KernelPluginTests
{
    private static readonly PluginTools Tools = new();

    private readonly KernelPlugin _ours = Tools.AsKernelPlugin();
    private readonly KernelPlugin _theirs = KernelPluginFactory.CreateFromObject(Tools);
    private readonly Kernel _kernel;

    public KernelPluginTests()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IGreeter>(new Greeter("hello"));
        services.AddKeyedSingleton<IGreeter>("loud", new Greeter("HELLO"));
        _kernel = new Kernel(services.BuildServiceProvider()) { Culture = CultureInfo.GetCultureInfo("de-DE") };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Plugin_HasTheNamesAndDescriptionsOfSemanticKernels()
    {
        Assert.Equal(_theirs.Name, _ours.Name);
        Assert.Equal(_theirs.Description, _ours.Description);
        Assert.Equal(_theirs.Select(function => function.Name).Append("with_hyphen").Order(), _ours.Select(function => function.Name).Order());
        Assert.All(_theirs, function => Assert.Equal(function.Description, _ours[function.Name].Description));
    }

    [Fact]
    public void Metadata_SaysOfParametersWhatSemanticKernelsDoes()
    {
        foreach (var theirs in _theirs.Where(function => function.Name is not ("Services" or "Unserved" or "Provided")))
        {
            var ours = _ours[theirs.Name].Metadata;
            Assert.Equal(
                theirs.Metadata.Parameters.Select(parameter => (parameter.Name, parameter.Description, parameter.IsRequired, parameter.ParameterType)),
                ours.Parameters.Select(parameter => (parameter.Name, parameter.Description, parameter.IsRequired, parameter.ParameterType)));
            Assert.Equal(theirs.Metadata.ReturnParameter.Description, ours.ReturnParameter.Description);
        }
    }

    [Fact]
    public void Metadata_OfADefault_IsInTheSchemaAsDefault()
    {
        var (ours, theirs) = (Parameter(_ours), Parameter(_theirs));
        Assert.Equal("2", ours.DefaultValue);
        Assert.Equal(2, ours.Schema!.RootElement.GetProperty("default").GetInt32());
        Assert.Equal("How often.", ours.Schema.RootElement.GetProperty("description").GetString());
        Assert.Contains("default value: 2", theirs.Schema!.RootElement.GetProperty("description").GetString(), StringComparison.Ordinal);

        static KernelParameterMetadata Parameter(KernelPlugin plugin) => plugin["Join"].Metadata.Parameters.Single(parameter => parameter.Name == "times");
    }

    [Theory]
    [InlineData("Join", """{"text":"ab"}""")]
    [InlineData("Join", """{"text":"ab","times":3,"loud":true}""")]
    [InlineData("Join", """{"text":"ab","times":"3","loud":"true"}""")]
    [InlineData("renamed", """{"a":1,"b":2}""")]
    [InlineData("renamed", """{"a":"1","b":"2"}""")]
    [InlineData("Injected", """{"any":1}""")]
    [InlineData("Services", "{}")]
    [InlineData("Where", """{"city":"Bern"}""")]
    [InlineData("Own", "{}")]
    [InlineData("Later", "{}")]
    [InlineData("Nothing", "{}")]
    public async Task Invoke_WithJson_EndsAsSemanticKernels(string function, string json)
    {
        KernelArguments Arguments() => new(JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value));
        var (ours, theirs) = (await _ours[function].InvokeAsync(_kernel, Arguments(), Cancel), await _theirs[function].InvokeAsync(_kernel, Arguments(), Cancel));
        Assert.Equal(theirs.GetValue<object>(), ours.GetValue<object>());
        Assert.Equal(theirs.ToString(), ours.ToString());
        Assert.Equal(theirs.Metadata, ours.Metadata);
    }

    [Theory]
    [InlineData("Join", "text=ab", "times=3", "loud=True")]
    [InlineData("renamed", "a=1", "b=2")]
    [InlineData("Values", "date=2026-01-02", "level=High", "place={\"City\":\"Bern\"}", "number=2,5")]
    [InlineData("Values", "date=2026-01-02", "level=low", "place={\"City\":\"Bern\",\"Floor\":1}", "number=1.234")]
    public async Task Invoke_WithTexts_ConvertsThemInTheKernelsCulture(string function, params string[] arguments)
    {
        KernelArguments Arguments() => new(arguments.Select(argument => argument.Split('=', 2)).ToDictionary(parts => parts[0], parts => (object?)parts[1]));
        var (ours, theirs) = (await _ours[function].InvokeAsync(_kernel, Arguments(), Cancel), await _theirs[function].InvokeAsync(_kernel, Arguments(), Cancel));
        Assert.Equal(theirs.ToString(), ours.ToString());
    }

    [Fact]
    public async Task Invoke_WithAnEnumOrPropertiesInCamelCase_ReadsTheJsonThatModelsSend()
    {
        const string json = """{"date":"2026-01-02T00:00:00","level":"High","place":{"city":"Bern","floor":2},"number":"2.5","id":"00000000-0000-0000-0000-000000000001"}""";
        KernelArguments Arguments() => new(JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value));
        var ours = await _ours["Values"].InvokeAsync(_kernel, Arguments(), Cancel);
        Assert.Equal("2026-01-02 High Place { City = Bern, Floor = 2 } 2.5 00000000-0000-0000-0000-000000000001", ours.ToString());
        await Assert.ThrowsAsync<ArgumentException>(() => _theirs["Values"].InvokeAsync(_kernel, Arguments(), Cancel));
    }

    [Fact]
    public async Task Invoke_WithValues_TakesThemAsTheyAre()
    {
        var place = new Place("Bern", 1);
        var arguments = new KernelArguments { ["date"] = new DateTime(2026, 1, 2), ["level"] = Level.High, ["place"] = place, ["number"] = 2, ["id"] = null };
        Assert.Equal($"2026-01-02 High {place} 2 ", (await _ours["Values"].InvokeAsync(_kernel, arguments, Cancel)).ToString());
        Assert.Equal("55", (await _ours["Join"].InvokeAsync(_kernel, new() { ["text"] = 5 }, Cancel)).ToString()); // a text takes any value
    }

    [Theory]
    [InlineData("Join")]
    [InlineData("Unserved")]
    public async Task Invoke_WithoutAnArgumentOrService_FailsAsSemanticKernels(string function)
    {
        var ours = await Assert.ThrowsAsync<KernelException>(() => _ours[function].InvokeAsync(_kernel, [], Cancel));
        var theirs = await Assert.ThrowsAsync<KernelException>(() => _theirs[function].InvokeAsync(_kernel, [], Cancel));
        Assert.Equal(theirs.Message, ours.Message);
        Assert.IsType<ArgumentException>(ours.InnerException);
    }

    [Fact]
    public async Task Invoke_WithAnUnfitArgument_ThrowsAnArgumentExceptionWithoutTheValue()
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => _ours["Join"].InvokeAsync(_kernel, new() { ["text"] = "a", ["times"] = "secret" }, Cancel));
        Assert.Contains("'times'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _theirs["Join"].InvokeAsync(_kernel, new() { ["text"] = "a", ["times"] = "secret" }, Cancel));
    }

    [Fact]
    public async Task Invoke_ThatThrows_ThrowsTheSame() => await Assert.ThrowsAsync<FormatException>(() => _ours["Fail"].InvokeAsync(_kernel, cancellationToken: Cancel));

    [Fact]
    public async Task Invoke_Cancelled_ThrowsAsSemanticKernels()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        KernelArguments arguments = new() { ["a"] = 1, ["b"] = 2 };
        Assert.Equal(
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _theirs["renamed"].InvokeAsync(_kernel, arguments, cancelled.Token))).GetType(),
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _ours["renamed"].InvokeAsync(_kernel, arguments, cancelled.Token))).GetType());
    }

    [Fact]
    public async Task Invoke_WithServices_GivesThoseOfTheKernel() =>
        Assert.Equal("hello HELLO", (await _ours["Provided"].InvokeAsync(_kernel, cancellationToken: Cancel)).ToString());

    [Fact]
    public async Task Invoke_Streaming_GivesTheItems()
    {
        var words = new List<string>();
        await foreach (var word in _ours["Words"].InvokeStreamingAsync<string>(_kernel, new() { ["text"] = "one two three" }, Cancel)) words.Add(word);
        Assert.Equal(["one", "two", "three"], words);
    }

    [Fact]
    public async Task Invoke_ThroughFilters_PassesEachOnce()
    {
        var filter = new CountingFilter();
        _kernel.FunctionInvocationFilters.Add(filter);
        Assert.Equal("changed changed", (await _ours["Join"].InvokeAsync(_kernel, new() { ["text"] = "a" }, Cancel)).ToString().Trim());
        Assert.Equal(1, filter.Count);
    }

    [Fact]
    public async Task Invoke_AsAIFunction_TakesTheKernelFromTheArguments()
    {
        var function = Tools.AsAIFunctions().Single(tool => tool.Name == "Services");
        var arguments = new AIFunctionArguments { Services = new ServiceCollection().AddSingleton(_kernel).BuildServiceProvider() };
        Assert.Equal("hello HELLO True", ((JsonElement)(await function.InvokeAsync(arguments, Cancel))!).GetString());
    }

    [Fact]
    public async Task Invoke_AsAIFunctionOfAKernelsResult_GivesWhatIsInIt()
    {
        var function = Tools.AsAIFunctions().Single(tool => tool.Name == "Later");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await function.InvokeAsync(cancellationToken: Cancel)); // it asks for the kernel's function
        var own = new Outside().AsAIFunctions().Single();
        Assert.Equal("Bern", ((JsonElement)(await own.InvokeAsync(cancellationToken: Cancel))!).GetProperty("city").GetString());
    }

    private sealed class CountingFilter : IFunctionInvocationFilter
    {
        public int Count { get; private set; }

        public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
        {
            Count++;
            context.Arguments["text"] = "changed ";
            return next(context);
        }
    }
}
