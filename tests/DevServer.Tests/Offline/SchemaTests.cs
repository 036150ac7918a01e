using System.Diagnostics;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Offline;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class SchemaTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"properties":7,"required":"x"}""")]
    [InlineData("""{"properties":{"a":true,"b":{"$ref":"#/definitions/b"},"c":{"type":7},"d":{"enum":3},"e":{"anyOf":[]},"f":{"items":false,"type":"array"}},"required":[1,"zz"]}""")]
    [InlineData("""{"anyOf":[{"type":"null"},{"type":"object","properties":{"a":{"oneOf":[{"type":"null"}]}}}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"minimum":1e400,"maximum":"x","type":["null"]}}}""")]
    public void Plan_WeirdSchema_StillCallsTheTool(string schema)
    {
        var plan = Plan("run the gizmo", ToolSets.Tool("run_gizmo", "Runs the gizmo.", schema));

        Assert.Equal("run_gizmo", Assert.Single(plan.Calls).Name);
    }

    [Theory]
    [InlineData("""{"n":{"type":"integer","minimum":5}}""", "n", "run the gizmo, n is 3", """run_gizmo{n:5,}""")]
    [InlineData("""{"mode":{"const":"fast"}}""", "mode", "run the gizmo", """run_gizmo{mode:"fast",}""")]
    [InlineData("""{"mode":{"type":"string","default":"slow"}}""", "mode", "run the gizmo", """run_gizmo{mode:"slow",}""")]
    [InlineData("""{"mode":{"type":"string","default":"slow"}}""", "", "run the gizmo", """run_gizmo{}""")]
    [InlineData("""{"to":{"anyOf":[{"type":"null"},{"type":"string","format":"email"}]}}""", "", "run the gizmo for a@b.example", """run_gizmo{to:"a@b.example",}""")]
    [InlineData("""{"at":{"type":"object","properties":{"city":{"type":"string"},"when":{"type":"string","format":"date"}},"required":["city"]}}""", "at", "run the gizmo in Rome tomorrow", """run_gizmo{at:{city:"Rome",when:"2025-03-06",},}""")]
    [InlineData("""{"rows":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"}}}}}""", "", "run the gizmo with id 7", """run_gizmo{rows:[{id:7,},],}""")]
    [InlineData("""{"level":{"enum":[1,2,3]}}""", "level", "run the gizmo at level two", """run_gizmo{level:2,}""")]
    [InlineData("""{"verbose":{"type":"boolean"}}""", "", "run the gizmo without verbose output", """run_gizmo{verbose:false,}""")]
    [InlineData("""{"link":{"type":"string","format":"uri"}}""", "link", "run the gizmo on https://example.com/a?b=1.", """run_gizmo{link:"https://example.com/a?b=1",}""")]
    [InlineData("""{"extension":{"type":"string"}}""", "extension", "run the gizmo on Python files", """run_gizmo{extension:".py",}""")]
    [InlineData("""{"start":{"type":"string","format":"date-time"}}""", "start", "run the gizmo tomorrow at 3pm", """run_gizmo{start:"2025-03-06T15:00:00",}""")]
    [InlineData("""{"question":{"type":"string"}}""", "question", "run the gizmo on how birds fly", """run_gizmo{question:"run the gizmo on how birds fly",}""")]
    [InlineData("""{"day":{"type":"string","format":"date"}}""", "day", "run the gizmo on March 7", """run_gizmo{day:"2025-03-07",}""")]
    [InlineData("""{"day":{"type":"string","format":"date"}}""", "day", "run the gizmo on Friday", """run_gizmo{day:"2025-03-07",}""")]
    public void Plan_Schema_IsHonoured(string properties, string required, string request, string expected)
    {
        var names = required.Length == 0 ? "" : $"\"{required}\"";

        var plan = Plan(request, ToolSets.Tool("run_gizmo", "Runs the gizmo.", $$"""{"type":"object","properties":{{properties}},"required":[{{names}}]}"""));

        Assert.Equal(expected, Assert.Single(plan.Calls).Key);
    }

    [Fact]
    public void Plan_ManyValues_CallsAtMostEightTimes()
    {
        var plan = new CallPlanner(
            new("time in Tokyo, Paris, Rome, Oslo, Berlin, Madrid, London, Vienna, Lisbon and Athens"), ToolEntry.Read(ToolSets.Get("files")), RequestCase.Today, TestContext.Current.CancellationToken).Plan();

        Assert.Equal(8, plan.Calls.Count);
    }

    [Fact]
    public void Plan_AnyRequest_CallsDeclaredToolsOnlyAndNothingTwice()
    {
        var requests = RequestCase.Read(DevelopmentRequests.Lines).Select(line => line.Request).ToList();
        foreach (var set in ToolSets.Names)
        {
            var tools = ToolEntry.Read(ToolSets.Get(set));
            foreach (var request in requests)
            {
                var plan = new CallPlanner(new(request), tools, RequestCase.Today, TestContext.Current.CancellationToken).Plan();
                Assert.All(plan.Calls, call => Assert.Contains(tools, tool => tool.Name == call.Name));
                Assert.Distinct(plan.Calls.Select(call => call.Key));
                Assert.All(plan.Calls, call => Assert.All(tools.Single(tool => tool.Name == call.Name).Schema.Required, name => Assert.True(call.Arguments.ContainsKey(name))));
            }
        }
    }

    [Fact]
    public void Plan_HugeRequestAndThousandsOfTools_IsBounded()
    {
        var tools = Enumerable.Range(0, 3_000).Select(i => ToolSets.Tool($"tool_{i}_report", $"Makes report number {i} about files and orders.", """{"type":"object","properties":{"path":{"type":"string"}}}""")).ToArray();
        var request = string.Concat(Enumerable.Repeat("list the files in Tokyo and 3, 4; \"", 20_000));
        var clock = Stopwatch.StartNew();

        var plan = Plan(request, tools);

        // A guard against the quadratic, generous enough for a busy machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.True(plan.Calls.Count <= 8);
    }

    private static Plan Plan(string request, params AITool[] tools) =>
        new CallPlanner(new(request), ToolEntry.Read(tools), RequestCase.Today, TestContext.Current.CancellationToken).Plan();
}
