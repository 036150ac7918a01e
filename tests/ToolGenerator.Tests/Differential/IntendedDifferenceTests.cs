using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>Where functions differ from those of <c>AIFunctionFactory</c> on purpose. The table in docs/tools.md lists each.</summary>
public sealed class IntendedDifferenceTests
{
    private static readonly Lazy<Type> Tools = new(() => ToolCompiler.Load(Sources.Named("Types").Concat(Sources.Named("Intended"))).GetType("Sample.Intended.IntendedTools", throwOnError: true)!);

    private static readonly object Target = Activator.CreateInstance(Tools.Value)!;

    private static readonly IReadOnlyList<AIFunction> Functions = Signatures.Functions(Tools.Value, Target);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static AIFunction Ours(string name) => Functions.Single(function => function.Name == name);

    private static AIFunction Oracle(string method) => AIFunctionFactory.Create(Tools.Value.GetMethod(method)!, Target);

    private static AIFunctionArguments Arguments(params (string Name, object? Value)[] arguments) => new(arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    private static JsonElement Properties(AIFunction function) => function.JsonSchema.GetProperty("properties");

    [Fact]
    public void Description_WithoutAttribute_IsTheXmlDocumentation()
    {
        Assert.Equal("", Oracle("Documented").Description);
        Assert.Equal("Looks up the weather, see IntendedTools.", Ours("Documented").Description);
        Assert.False(Properties(Oracle("Documented")).GetProperty("city").TryGetProperty("description", out _));
        Assert.Equal("The city's name.", Properties(Ours("Documented")).GetProperty("city").GetProperty("description").GetString());
        Assert.Equal("Shown.", Properties(Ours("Documented")).GetProperty("day").GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("Named", "other", "explicit-name")]
    [InlineData("KernelNamed", "KernelNamed", "kernel_name")]
    public void Name_OfTheToolsAttribute_GoesFirst(string method, string oracle, string ours)
    {
        Assert.Equal(oracle, Oracle(method).Name);
        Assert.Equal(ours, Ours(ours).Name);
    }

    [Fact]
    public void UnderlyingMethod_IsNull()
    {
        Assert.NotNull(Oracle("Number").UnderlyingMethod);
        Assert.Null(Ours("Number").UnderlyingMethod);
    }

    [Fact]
    public async Task Result_IsNotIndented()
    {
        var oracle = Assert.IsType<JsonElement>(await Oracle("Object").InvokeAsync(null, Cancel));
        var ours = Assert.IsType<JsonElement>(await Ours("Object").InvokeAsync(null, Cancel));

        Assert.Equal("{\"x\":1,\"y\":2}", ours.GetRawText());
        Assert.True(JsonElement.DeepEquals(oracle, ours));
        Assert.NotEqual(oracle.GetRawText(), ours.GetRawText());
        Assert.True(Oracle("Object").JsonSerializerOptions.WriteIndented);
        Assert.False(Ours("Object").JsonSerializerOptions.WriteIndented);
    }

    [Fact]
    public void Schema_OfWhatSemanticKernelInjects_IsEmpty()
    {
        Assert.Equal(["text"], Properties(Ours("Injected")).EnumerateObject().Select(property => property.Name));
        Assert.Equal(["text"], Properties(Ours("Kernel")).EnumerateObject().Select(property => property.Name));
        Assert.Empty(Properties(Ours("OptionalKeyed")).EnumerateObject());
        Assert.Equal(["keyed"], Properties(Oracle("OptionalKeyed")).EnumerateObject().Select(property => property.Name));
        Assert.Equal(["kernel", "text"], Properties(Oracle("Kernel")).EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Invoke_WithServices_InjectsWhatSemanticKernelDoes()
    {
        var services = new ServiceCollection().AddSingleton<IFormattable>(5).AddKeyedSingleton("key", "k").BuildServiceProvider();
        var arguments = Arguments(("text", "x"));
        arguments.Services = services;

        var result = await Ours("Injected").InvokeAsync(arguments, Cancel);

        Assert.Equal($"x, 1, True, True, {CultureInfo.InvariantCulture.Name}, True, True, 5, k", result?.ToString());
    }

    [Fact]
    public async Task Invoke_ThatAsksForTheKernelsFunction_NeedsAKernel()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Ours("Function").InvokeAsync(null, Cancel));
        Assert.Contains("AsKernelPlugin", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_WithoutAKeyedService_FailsUnlessThereIsADefault()
    {
        var arguments = Arguments();
        arguments.Services = new ServiceCollection().BuildServiceProvider();

        Assert.Equal("none", (await Ours("OptionalKeyed").InvokeAsync(arguments, Cancel))?.ToString());
        Assert.Equal("none", (await Ours("OptionalKeyed").InvokeAsync(null, Cancel))?.ToString());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Ours("RequiredKeyed").InvokeAsync(arguments, Cancel));
        var failure = await Assert.ThrowsAsync<ArgumentNullException>(async () => await Ours("RequiredKeyed").InvokeAsync(null, Cancel));
        Assert.Equal("arguments.Services", failure.ParamName);
    }

    [Fact]
    public async Task Invoke_WithAnUnfitArgument_NamesItAndKeepsTheCause()
    {
        var arguments = Arguments(("value", "secret words"));

        var oracle = await Assert.ThrowsAsync<ArgumentException>(async () => await Oracle("Number").InvokeAsync(arguments, Cancel));
        var ours = await Assert.ThrowsAsync<ArgumentException>(async () => await Ours("Number").InvokeAsync(arguments, Cancel));

        Assert.Equal((null, null), (oracle.ParamName, oracle.InnerException));
        Assert.Equal("arguments", ours.ParamName);
        Assert.IsType<JsonException>(ours.InnerException);
        Assert.Contains("'value' of 'Number'", ours.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ours.Message, StringComparison.Ordinal);
    }

    /// <summary>Microsoft's function passes an unfit value on until all arguments are bound, so that a later one may fail first.</summary>
    [Fact]
    public async Task Invoke_WithTwoUnfitArguments_FailsForTheFirst()
    {
        var arguments = Arguments(("first", "no point"), ("second", JsonElement.Parse("[]")));

        await Assert.ThrowsAsync<JsonException>(async () => await Oracle("Numbers").InvokeAsync(arguments, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Ours("Numbers").InvokeAsync(arguments, Cancel));
    }

    [Fact]
    public async Task Default_OfAStruct_IsUsedButNotInTheSchema()
    {
        Assert.True(Properties(Oracle("StructDefault")).GetProperty("value").TryGetProperty("default", out _));
        Assert.False(Properties(Ours("StructDefault")).GetProperty("value").TryGetProperty("default", out _));
        Assert.False(Ours("StructDefault").JsonSchema.TryGetProperty("required", out _));
        Assert.Equal("{\"amount\":1}", (await Ours("StructDefault").InvokeAsync(null, Cancel))?.ToString());
    }

    /// <summary>What the constructor of a class of attributes says is known at run time only.</summary>
    [Fact]
    public void Schema_OfAttributesThatDeriveFromMicrosofts_LacksThem()
    {
        var (oracle, ours) = (Properties(Oracle("Derived")), Properties(Ours("Derived")));

        Assert.Equal(1, oracle.GetProperty("value").GetProperty("minimum").GetInt32());
        Assert.Equal("In m", oracle.GetProperty("length").GetProperty("description").GetString());
        Assert.Equal("{\"type\":\"integer\"}", ours.GetProperty("value").GetRawText());
        Assert.Equal("{\"type\":\"integer\"}", ours.GetProperty("length").GetRawText());
    }
}
