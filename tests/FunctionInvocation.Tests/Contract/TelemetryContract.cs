using System.Diagnostics;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>The spans of a turn and of its functions.</summary>
public abstract class TelemetryContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    private static readonly string[] PlainTags =
    [
        "gen_ai.operation.name", "gen_ai.tool.call.id", "gen_ai.tool.description", "gen_ai.tool.name", "gen_ai.tool.type",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_Functions_HaveASpanEachUnderThatOfTheTurn(bool concurrent)
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a")), Call("c2", "Echo", ("text", "b"))), Calls(Call("c3", "Echo", ("text", "c"))), Says("world"))
        {
            ActivitySource = activities.Source,
        };
        var client = Client(model);
        client.AllowConcurrentInvocation = concurrent;

        (await AskAsync(client, With(Echo()))).Succeeded();

        var turn = activities.Turn;
        Assert.Equal(["c1", "c2", "c3"], activities.Tools.Select(tool => (string?)tool.GetTagItem("gen_ai.tool.call.id")).Order());
        Assert.All(activities.Tools, tool => Assert.Equal(("execute_tool Echo", turn.SpanId), (tool.OperationName, tool.ParentSpanId)));
        Assert.Same(turn, activities.Ended[^1]);
        Assert.Equal(4, activities.Ended.Count);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task Ask_Function_SpanHasItsTagsAndNoArguments()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "secret"))), Says("world")) { ActivitySource = activities.Source };
        var echo = AIFunctionFactory.Create((string text) => text, "Echo", "Says it again.");

        await AskAsync(Client(model), With(echo));

        var span = Assert.Single(activities.Tools);
        Assert.Equal(PlainTags, span.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["execute_tool", "c1", "Says it again.", "Echo", "function"],
            span.TagObjects.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value));
        Assert.Equal((ActivityStatusCode.Unset, ActivityKind.Internal), (span.Status, span.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_ModelSideAllowsSensitiveData_SpanHasArgumentsAndResult(bool allowed)
    {
        using var activities = new RecordedActivities();
        using var telemetry = new OpenTelemetryChatClient(new ScriptedChatClient()) { EnableSensitiveData = allowed };
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "secret"))), Says("world"))
        {
            ActivitySource = activities.Source,
            Services = [telemetry],
        };

        await AskAsync(Client(model), With(Echo()));

        var span = Assert.Single(activities.Tools);
        Assert.Equal(allowed ? """{"text":"secret"}""" : null, (span.GetTagItem("gen_ai.tool.call.arguments") as string)?.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(allowed ? "\"echo secret\"" : null, span.GetTagItem("gen_ai.tool.call.result"));
    }

    [Fact]
    public async Task Ask_FunctionFails_SpanHasTheError()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Fail")), Says("world")) { ActivitySource = activities.Source };

        await AskAsync(Client(model), With(Throws("Fail", new InvalidOperationException("boom"))));

        var span = Assert.Single(activities.Tools);
        Assert.Equal((ActivityStatusCode.Error, "boom"), (span.Status, span.StatusDescription));
        Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, activities.Turn.Status);
    }

    [Fact]
    public async Task Ask_FunctionNotFound_HasNoSpan()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Nope")), Says("world")) { ActivitySource = activities.Source };

        await AskAsync(Client(model), With(Echo()));

        Assert.Empty(activities.Tools);
        Assert.NotNull(activities.Turn);
    }

    [Fact]
    public async Task Ask_UsageInEveryRound_SpanOfTheTurnHasTheSum()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(
            new Round(Update(Call("c1", "Echo", ("text", "a"))), Usage(10, 1)), new Round(Text("world"), Usage(20, 2)))
        {
            ActivitySource = activities.Source,
        };

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal([10 + 20, 1 + 2], Tags(activities.Turn));
        Assert.All(activities.Tools, tool => Assert.Equal([null, null], Tags(tool)));
        static object?[] Tags(Activity activity) =>
            [activity.GetTagItem("gen_ai.usage.input_tokens"), activity.GetTagItem("gen_ai.usage.output_tokens")];
    }

    [Fact]
    public async Task Ask_NoUsage_SpanOfTheTurnHasNone()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world")) { ActivitySource = activities.Source };

        await AskAsync(Client(model), With(Echo()));

        Assert.Empty(activities.Turn.TagObjects);
    }

    [Fact]
    public async Task Ask_EveryRequest_IsMadeUnderTheSpanOfTheTurn()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(
            new Round(Text("Hm."), Update(Call("c1", "Echo", ("text", "a")))), Calls(Call("c2", "Echo", ("text", "b"))), Says("world"))
        {
            ActivitySource = activities.Source,
        };

        await AskAsync(Client(model), With(Echo()));

        Assert.Equal(3, model.Activities.Count);
        Assert.All(model.Activities, activity => Assert.Same(activities.Turn, activity));
    }

    [Fact]
    public async Task Ask_FunctionStartsASpan_ItIsUnderThatOfTheFunction()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Work"), Call("c2", "Work")), Says("world")) { ActivitySource = activities.Source };
        var work = AIFunctionFactory.Create(
            async () =>
            {
                await Task.Yield();
                using var span = activities.Source.StartActivity("work");
            },
            "Work");

        await AskAsync(Client(model), With(work));

        var parents = activities.Ended.Where(activity => activity.OperationName == "work").Select(activity => activity.ParentSpanId);
        Assert.Equal(activities.Tools.Select(tool => tool.SpanId), parents);
    }

    [Theory]
    [InlineData("invoke_agent")]
    [InlineData("invoke_agent Helper(1)")]
    [InlineData("invoke_workflow x")]
    public async Task Ask_UnderAnAgentsSpan_TurnHasNoneOfItsOwnAndFunctionsAreUnderTheAgents(string name)
    {
        using var activities = new RecordedActivities();
        using var ofTheAgent = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world")) { ActivitySource = activities.Source };
        using (var agent = ofTheAgent.Source.StartActivity(name))
        {
            await AskAsync(Client(model), With(Echo()));
            Assert.Equal(agent!.SpanId, Assert.Single(ofTheAgent.Tools).ParentSpanId);
        }

        Assert.Empty(activities.Ended);
    }

    [Fact]
    public async Task Ask_UnderASpanWhoseNameOnlyBeginsAlike_TurnHasItsOwn()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Says("world")) { ActivitySource = activities.Source };
        using (activities.Source.StartActivity("invoke_agents"))
            await AskAsync(Client(model), With(Echo()));

        Assert.NotNull(activities.Turn);
    }

    [Fact]
    public async Task Ask_NoSourceOnTheModelsSide_NoSpans()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), Says("world"));

        (await AskAsync(Client(model), With(Echo()))).Succeeded();

        Assert.Empty(activities.Ended);
        Assert.All(model.Activities, Assert.Null);
    }
}
