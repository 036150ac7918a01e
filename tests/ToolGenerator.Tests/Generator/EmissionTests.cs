namespace Websopy.SemanticKernel.ToolGenerator.Tests.Generator;

/// <summary>What is generated, and where it can be seen from.</summary>
public sealed class EmissionTests
{
    [Fact]
    public void ToolSet_InANamespace_GetsExtensionsThere()
    {
        var source = Assert.Single(ToolCompilation.Generate("""
            namespace Acme.Tools;
            [ToolSet] public sealed class Weather { [Tool, Description("d")] public string Get([Description("p")] string city) => city; }
            """)).Value;
        Assert.Contains("namespace Acme.Tools", source, StringComparison.Ordinal);
        Assert.Contains("public static class WeatherToolSetExtensions", source, StringComparison.Ordinal);
        Assert.Contains("AsAIFunctions(this global::Acme.Tools.Weather tools)", source, StringComparison.Ordinal);
        Assert.Contains("AsKernelPlugin(this global::Acme.Tools.Weather tools, string? pluginName = null)", source, StringComparison.Ordinal);
    }

    [Fact]
    public void ToolSet_WithoutSemanticKernelsFactories_GetsFunctionsAlone()
    {
        var source = Assert.Single(ToolCompilation.Generate("[ToolSet] class Weather { [Tool] public string Get(string city) => city; }", withKernel: false)).Value;
        Assert.Contains("internal static class WeatherToolSetExtensions", source, StringComparison.Ordinal);
        Assert.DoesNotContain("AsKernelPlugin", source, StringComparison.Ordinal);
    }

    [Fact]
    public void ToolSet_StaticAndNested_GetsMethodsOfItsOwn()
    {
        var source = Assert.Single(ToolCompilation.Generate("""
            namespace Acme;
            public partial class Outer
            {
                [ToolSet] internal static partial class Clock { [Tool] public static int Hour() => 1; }
            }
            class Use { object Functions = Outer.Clock.AsAIFunctions(); object Plugin = Outer.Clock.AsKernelPlugin("clock"); }
            """)).Value;
        Assert.Contains("static partial class Clock", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ToolSet] class A { [Tool] public void @void(int @class, string @event = \"\\\"\\n\") { } }")]
    [InlineData("[ToolSet] record R(int X) { [Tool] public int Get() => X; }")]
    [InlineData("abstract class B { [Tool] public abstract int Get(int a); [Tool] protected internal int Other() => 1; } [ToolSet] class A : B { public override int Get(int a) => a; }")]
    [InlineData("[ToolSet] class A { [Tool] public int Get(Inner i) => 1; internal record Inner(int X) { public required string Name { get; init; } } }")]
    [InlineData("namespace X.Websopy { [ToolSet] class A { [Tool] public System.Threading.Tasks.Task<int> Get(System.Guid g) => null!; } }")]
    [InlineData("[ToolSet] class A { [Tool] public IAsyncEnumerable<int> Get() => null!; [Tool] public ValueTask<(int, int)> No() => default; }")]
    public void ToolSet_OfAnyForm_Compiles(string source) => Assert.Single(ToolCompilation.Generate(source));

    [Fact]
    public void Class_WithoutToolSet_GetsNothing() => Assert.Empty(ToolCompilation.Generate("class A { [Tool] public int Get() => 1; }"));
}
