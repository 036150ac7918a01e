using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Model;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Generator;

/// <summary>An edit that has nothing to do with a tool set must not make its code again.</summary>
public sealed class CachingTests
{
    private const string Source = """
        namespace Acme;
        public enum Unit { Celsius, Fahrenheit }
        public record Report(string City, double Degrees, Unit Unit = Unit.Celsius, List<Report>? Nearby = null);
        [ToolSet]
        public class Weather
        {
            /// <summary>Tells the weather.</summary>
            [Tool] public Task<Report> GetAsync(string city, Unit? unit = null, CancellationToken cancellationToken = default) => Task.FromResult(new Report(city, 21));
            [Tool, Description("Lists cities.")] public Dictionary<string, Report[]> List(int count) => new();
        }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_AfterAnEditElsewhere_TakesEveryStepFromTheCache()
    {
        var compilation = ToolCompilation.Create(Source);
        var driver = ToolCompilation.Driver().RunGenerators(compilation, Cancel);
        var first = driver.GetRunResult().Results.Single();
        Assert.All(first.TrackedSteps[ToolSetGenerator.ParseStep].SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.New, output.Reason));

        driver = driver.RunGenerators(compilation.AddSyntaxTrees(ToolCompilation.Parse("namespace Other { class Unrelated { int Field = 3; } }", "Other.cs")), Cancel);
        AssertCached(driver);
    }

    [Fact]
    public void Run_AfterAnEditOfABody_TakesEveryStepFromTheCache()
    {
        var compilation = ToolCompilation.Create(Source);
        var driver = ToolCompilation.Driver().RunGenerators(compilation, Cancel);
        var edited = ToolCompilation.Parse(Source.Replace("21", "22", StringComparison.Ordinal), "Tools.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == "Tools.cs"), edited), Cancel);
        AssertCached(driver);
    }

    [Fact]
    public void Run_AfterAnEditOfASignature_MakesTheCodeAgain()
    {
        var compilation = ToolCompilation.Create(Source);
        var driver = ToolCompilation.Driver().RunGenerators(compilation, Cancel);
        var edited = ToolCompilation.Parse(Source.Replace("int count", "int most", StringComparison.Ordinal), "Tools.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == "Tools.cs"), edited), Cancel);
        var result = driver.GetRunResult().Results.Single();
        Assert.Contains(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => output.Reason == IncrementalStepRunReason.Modified);
        Assert.Contains("\\\"most\\\"", result.GeneratedSources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_HoldsValuesAlone()
    {
        var compilation = ToolCompilation.Create(Source);
        var result = ToolCompilation.Driver().RunGenerators(compilation, Cancel).GetRunResult().Results.Single();
        var model = Assert.IsType<ToolSetModel>(result.TrackedSteps[ToolSetGenerator.ParseStep].Single().Outputs.Single().Value);
        Assert.Equal(2, model.Tools.Count);
        AssertHoldsValues(model, []);
    }

    private static void AssertCached(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        var steps = result.TrackedSteps[ToolSetGenerator.ParseStep].Concat(result.TrackedOutputSteps.SelectMany(step => step.Value)).ToList();
        Assert.True(steps.Count >= 2);
        Assert.All(steps.SelectMany(step => step.Outputs), output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, output.Reason.ToString()));
        Assert.All(result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static void AssertHoldsValues(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or AttributeData, value.GetType().ToString());
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)) AssertHoldsValues(field.GetValue(value), seen);
        if (value is not IEnumerable items) return;
        foreach (var item in items) AssertHoldsValues(item, seen);
    }
}
