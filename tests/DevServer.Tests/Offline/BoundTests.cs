using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Offline;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class BoundTests
{
    [Fact]
    public void Read_SchemaOfThousandsOfChoices_HasNoMoreThanTheBound()
    {
        var tool = Assert.Single(ToolEntry.Read([ManyChoices()]));

        Assert.Equal(64, tool.Leaves.Count);
        Assert.All(tool.Leaves, leaf => Assert.Equal(ParameterRole.Choice, leaf.Role));
        Assert.True(tool.Leaves.Sum(leaf => leaf.Choices.Count) <= SchemaReader.MaxEntries);
    }

    [Fact]
    public void Read_SchemaOfThousandsOfProperties_HasNoMoreThanTheBound()
    {
        var inner = string.Join(',', Enumerable.Range(0, 64).Select(i => $$$"""{"type":"object","properties":{"a{{{i}}}":true,"b{{{i}}}":true}}""").Select((schema, i) => $"\"q{i}\":{schema}"));
        var schema = string.Join(',', Enumerable.Range(0, 64).Select(i => $$$"""{"type":"object","properties":{{{{inner}}}}}""").Select((schema, i) => $"\"p{i}\":{schema}"));

        var tool = new ToolEntry((AIFunctionDeclaration)ToolSets.Tool("wide", "", $$$"""{"type":"object","properties":{{{{schema}}}}}"""), 0);

        Assert.True(Count(tool.Schema) <= SchemaReader.MaxEntries);
    }

    [Fact]
    public void Plan_Cancelled_StopsBeforeItIsDone()
    {
        var request = string.Concat(Enumerable.Repeat("count items value number 7, ", 140));
        var planner = new CallPlanner(new(request), ToolEntry.Read([ManyChoices()]), RequestCase.Today, new CancellationToken(canceled: true));

        Assert.Throws<OperationCanceledException>(planner.Plan);
        Assert.Throws<OperationCanceledException>(() => planner.Demand(null));
    }

    private static int Count(ParameterSchema schema) => schema.Properties.Sum(property => 1 + Count(property));

    private static AITool ManyChoices()
    {
        var choices = string.Join(',', Enumerable.Range(0, 256).Select(i => $"\"value number {i} items list\""));
        var properties = string.Join(',', Enumerable.Range(0, 64).Select(i => $$$"""{"enum":[{{{choices}}}]}""").Select((schema, i) => $"\"p{i}\":{schema}"));
        return ToolSets.Tool("count_items", "Counts items in the list.", $$$"""{"type":"object","properties":{{{{properties}}}}}""");
    }
}
