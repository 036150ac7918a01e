using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>The client as a part of a pipeline.</summary>
public sealed class ClientTests : MidStreamTest
{
    [Fact]
    public async Task UseMidStreamFunctionInvocation_InAPipeline_IsConfiguredAndUsesItsServices()
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(logs).AddSingleton<TimeProvider>(time).BuildServiceProvider();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo")), Says("b"));
        IServiceProvider? seen = null;
        var echo = AIFunctionFactory.Create((IServiceProvider provider) => (seen = provider) is null ? "" : "echo", "Echo");

        using var client = model.AsBuilder().UseMidStreamFunctionInvocation(configure: invoker => invoker.MaximumIterationsPerRequest = 7).Build(services);
        var turn = (await AskAsync(client, With(echo))).Succeeded();

        Assert.Equal(7, client.GetService<FunctionInvokingChatClient>()?.MaximumIterationsPerRequest);
        Assert.Same(client.GetService<MidStreamFunctionInvokingChatClient>(), client.GetService<FunctionInvokingChatClient>());
        Assert.Same(services, seen);
        Assert.Equal(time.GetUtcNow(), turn.Updates.Single(update => update.Role == ChatRole.Tool).CreatedAt);
        Assert.Contains("Echo", logs.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseMidStreamFunctionInvocation_GivenLoggers_AreUsedInsteadOfThoseOfTheServices()
    {
        using var logs = new RecordedLogs(LogLevel.Debug);
        using var others = new RecordedLogs(LogLevel.Debug);
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(others).BuildServiceProvider();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Nope")), Says("b"));

        using var client = model.AsBuilder().UseMidStreamFunctionInvocation(logs).Build(services);
        await AskAsync(client);

        Assert.Contains("Nope", logs.All, StringComparison.Ordinal);
        Assert.Empty(others.Entries);
    }

    [Fact]
    public void Constructor_NoInnerClient_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new MidStreamFunctionInvokingChatClient(null!));
        Assert.Throws<ArgumentNullException>(() => MidStreamFunctionInvocationChatClientBuilderExtensions.UseMidStreamFunctionInvocation(null!));
    }

    [Fact]
    public void GetStreamingResponse_NoMessages_ThrowsAtOnce()
    {
        using var model = new ScriptedChatClient();

        Assert.Throws<ArgumentNullException>(() => Client(model).GetStreamingResponseAsync((IEnumerable<ChatMessage>)null!, cancellationToken: Token));
    }

    [Fact]
    public void Dispose_InnerClient_IsDisposed()
    {
        using var model = new ScriptedChatClient();

        Client(model).Dispose();

        Assert.True(model.IsDisposed);
    }

    [Fact]
    public async Task GetStreamingResponse_EnumeratedTwice_IsTwoTurns()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo")), Says("a"), Calls(Call("c1", "Echo")), Says("b"));
        var stream = Client(model).GetStreamingResponseAsync("hello", With(AIFunctionFactory.Create(() => "echo", "Echo")), Token);

        Assert.Equal("a", (await stream.ToChatResponseAsync(Token)).Text);
        Assert.Equal("b", (await stream.ToChatResponseAsync(Token)).Text);
        Assert.Equal(4, model.Requests.Count);
    }

    [Fact]
    public async Task Telemetry_FunctionRunsBesideTheRequest_ItsSpanIsUnderTheTurnAndNotUnderTheRequest()
    {
        using var activities = new RecordedActivities();
        var tool = new GatedFunction("Tool");
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), tool.Started, Text("a"), Usage(3, 4)), new Round(Text("b"), Usage(5, 6)))
        {
            ActivitySource = activities.Source,
        };
        tool.End();
        var outer = Activity.Current;

        var turn = (await AskAsync(Client(model), With(tool))).Succeeded();

        Assert.Same(outer, Activity.Current);
        var orchestrate = activities.Turn;
        var execute = Assert.Single(activities.Tools);
        Assert.Equal(orchestrate.SpanId, execute.ParentSpanId);
        Assert.All(model.Activities, activity => Assert.Equal(orchestrate.SpanId, activity?.SpanId));
        Assert.Equal((8, 10), (orchestrate.GetTagItem("gen_ai.usage.input_tokens"), orchestrate.GetTagItem("gen_ai.usage.output_tokens")));
        Assert.Equal("ab", turn.Text);
    }

    [Fact]
    public async Task Telemetry_AnswerToAnApproval_IsUnderTheOneSpanOfTheTurn()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo")), Calls(Call("c2", "Free")), Says("b")) { ActivitySource = activities.Source };
        var options = With(new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "echo", "Echo")), AIFunctionFactory.Create(() => "free", "Free"));
        var client = Client(model);
        var first = await AskAsync(client, options);
        var before = activities.Ended.Count;

        ChatMessage[] history = [new(ChatRole.User, "hello"), .. first.Response.Messages, new(ChatRole.User, [first.ApprovalRequests.Single().CreateResponse(true)])];
        (await AskAsync(client, options, history)).Succeeded();

        var second = activities.Ended.Skip(before).ToList();
        var orchestrate = Assert.Single(second, activity => activity.OperationName == "orchestrate_tools");
        var tools = second.Where(activity => activity.OperationName.StartsWith("execute_tool", StringComparison.Ordinal)).ToList();
        Assert.Equal(["execute_tool Echo", "execute_tool Free"], tools.Select(activity => activity.OperationName));
        Assert.All(tools, activity => Assert.Equal(orchestrate.SpanId, activity.ParentSpanId));
    }
}
