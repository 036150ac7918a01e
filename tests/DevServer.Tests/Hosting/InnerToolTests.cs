using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class InnerToolTests
{
    private const string Declaring = """{"messages":[{"role":"user","content":"Hello"}],"tools":[{"name":"outer_tool"}]}""";

    [Fact]
    public async Task Call_ToolOfTheModelsSide_StaysThere()
    {
        var ran = 0;
        var model = WithTool(() => ++ran, ScriptedChatClient.Play(s => s.Text("a").Call("inner_tool"), s => s.Text("b")));
        await using var server = await TestServers.StartAsync(model);
        using var stream = await EventStream.PostAsync(server.Endpoint, Declaring);

        var events = await stream.ReadAllAsync();

        Assert.Equal(["content", "content", "done"], events.Select(e => e.Type));
        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task Call_ToolOfTheCaller_ComesAtOnce()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Call("outer_tool").Gate(gate.Task).Text("b")));
        using var stream = await EventStream.PostAsync(server.Endpoint, Declaring);

        var call = (await stream.NextAsync())!;
        gate.SetResult();

        Assert.Equal("tool_call", call.Type);
        Assert.Contains("outer_tool", call.Data, StringComparison.Ordinal);
        Assert.Equal(["content", "done"], (await stream.ReadAllAsync()).Select(e => e.Type));
    }

    [Fact]
    public async Task Call_ToolsOfBothSides_OnlyTheCallersReachesIt()
    {
        var model = WithTool(() => 1, ScriptedChatClient.Play(s => s.Call("inner_tool"), s => s.Call("outer_tool")));
        await using var server = await TestServers.StartAsync(model);
        using var stream = await EventStream.PostAsync(server.Endpoint, Declaring);

        var events = await stream.ReadAllAsync();

        Assert.Equal(["tool_call", "done"], events.Select(e => e.Type));
        Assert.Contains("outer_tool", events[0].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_NobodysTool_ComesAtTheEnd()
    {
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Call("unknown").Text("b")));
        using var stream = await EventStream.PostAsync(server.Endpoint, Declaring);

        Assert.Equal(["content", "tool_call", "done"], (await stream.ReadAllAsync()).Select(e => e.Type));
    }

    private static IChatClient WithTool(Func<int> tool, IChatClient inner) => inner.AsBuilder()
        .UseFunctionInvocation(configure: invoker => invoker.AdditionalTools = [AIFunctionFactory.Create(tool, "inner_tool")])
        .Build();
}
