using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class ModelErrorTests
{
    [Theory]
    [InlineData(false, "The model failed (InvalidOperationException).")]
    [InlineData(true, "The model failed (InvalidOperationException): the secret of the house")]
    public async Task Model_Throws_EndsWithAnErrorChunk(bool details, string message)
    {
        var log = new CollectingLogger();
        var model = ScriptedChatClient.Play(s => s.Text("a").Usage(1, 2).Fail(new InvalidOperationException("the secret of the house")));
        await using var server = await TestServers.StartAsync(model, o => o.IncludeErrorDetails = details, loggerFactory: log);
        using var stream = await EventStream.PostAsync(server.Endpoint);

        var events = await stream.ReadAllAsync();

        Assert.Equal(["content", "error"], events.Select(e => e.Type));
        Assert.Equal(message, events[1].Text);
        Assert.Equal("model_error", events[1].Field("code"));
        Assert.Contains(log.Lines, line => line.StartsWith("Error: The model failed.", StringComparison.Ordinal) && line.Contains("the secret of the house", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "The model failed.")]
    [InlineData(true, "The model failed: busy: try later")]
    public async Task Model_ReportsAnError_EndsWithAnErrorChunk(bool details, string message)
    {
        var model = ScriptedChatClient.Play(s => s.Text("a").Error("try later", "busy").Text("never"));
        await using var server = await TestServers.StartAsync(model, o => o.IncludeErrorDetails = details);
        using var stream = await EventStream.PostAsync(server.Endpoint);

        var events = await stream.ReadAllAsync();

        Assert.Equal(["content", "error"], events.Select(e => e.Type));
        Assert.Equal(message, events[1].Text);
    }

    [Fact]
    public async Task Model_TimesOutByItself_IsAnErrorAndNoAbort()
    {
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Fail(new TaskCanceledException("upstream"))));
        using var stream = await EventStream.PostAsync(server.Endpoint);

        Assert.Equal("error", Assert.Single(await stream.ReadAllAsync()).Type);
    }

    [Fact]
    public async Task Model_ArgumentsCannotBeWritten_NumbersEventsWithoutAGap()
    {
        var call = new FunctionCallContent("1", "f", new Dictionary<string, object?> { ["x"] = double.NaN, ["y"] = new Func<int>(() => 1) });
        await using var server = await TestServers.StartAsync(
            ScriptedChatClient.Play(s => s.Text("a").Update(new ChatResponseUpdate(ChatRole.Assistant, [call]))));
        using var stream = await EventStream.PostAsync(server.Endpoint);

        var events = await stream.ReadAllAsync();

        Assert.Equal(["content", "error"], events.Select(e => e.Type));
        Assert.EndsWith("-2", events[1].Id, StringComparison.Ordinal);
    }
}
