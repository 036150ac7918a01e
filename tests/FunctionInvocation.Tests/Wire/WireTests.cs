using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.Wire;

/// <summary>The invoker over Websopy's client, from the bytes up.</summary>
public sealed class WireTests : MidStreamTest
{
    private readonly GatedFunction _tool = new("Tool");

    [Fact]
    public async Task CallInFragments_LastOneArrives_FunctionStartsThoughTheStreamStandsStill()
    {
        using var harness = new ClientHarness();
        var stall = new Gate();
        harness.Then(
            EventStreamBuilder.Of(Chunks.Content("a"), Chunks.Tool("Tool", "{\"x\":", "c1"), Chunks.Tool(null, "1}", "c1")).ToScript()
                .Stall(stall).Send(EventStreamBuilder.Of(Chunks.Content("b"), Chunks.Done(3, 4)).ToBytes()), asynchronous: true);
        harness.Then(EventStreamBuilder.Of(Chunks.Content("c"), Chunks.Done(5, 6)).ToScript());
        await using var updates = Open(Client(harness.Client), With(_tool));

        Assert.Equal("a", await NextAsync(updates));
        Assert.Equal("call(c1 Tool)", await NextAsync(updates));
        await _tool.Started.WaitAsync(Token);
        _tool.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        stall.Open();
        Assert.Equal("b", await NextAsync(updates));
        Assert.Equal("usage(7)", await NextAsync(updates));
        Assert.Equal("c", await NextAsync(updates));
        Assert.Equal("usage(11)", await NextAsync(updates));
        Assert.False(await updates.MoveNextAsync());
    }

    [Fact]
    public async Task ErrorChunk_AfterAFunctionHasStarted_FunctionIsCancelledAndAnsweredThenTheErrorIsThrown()
    {
        using var harness = new ClientHarness();
        var stall = new Gate();
        harness.Then(
            EventStreamBuilder.Of(Chunks.Content("a"), Chunks.Tool("Tool", "{}", "c1")).ToScript()
                .Stall(stall).Send(EventStreamBuilder.Of(Chunks.Error("overloaded", "server_error")).ToBytes()), asynchronous: true);
        await using var updates = Open(Client(harness.Client), With(_tool));

        await NextAsync(updates);
        await NextAsync(updates);
        await _tool.Started.WaitAsync(Token);
        stall.Open();

        Assert.Equal("result(c1 Error: Function was cancelled.)", await NextAsync(updates));
        var failure = await Assert.ThrowsAsync<WebsopyException>(async () => await updates.MoveNextAsync());
        Assert.Contains("overloaded", failure.Message, StringComparison.Ordinal);
        Assert.True(_tool.WasCancelled);
        Assert.Equal((0, 1), (_tool.Running, harness.Server.Requests.Count));
    }

    [Fact]
    public async Task Resume_AfterAFunctionHasStarted_FunctionRunsOnceAndGoesOn()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Then(new EventStreamBuilder().Event(Chunks.Content("a"), "1").Event(Chunks.Tool("Tool", "{}"), "2").ToScript().Fault());
        harness.Then(new EventStreamBuilder().Event(Chunks.Content("b"), "3").Event(Chunks.Done(), "4").ToScript());
        harness.Then(EventStreamBuilder.Of(Chunks.Content("c"), Chunks.Done()).ToScript());
        await using var updates = Open(Client(harness.Client), With(_tool));

        Assert.Equal("a", await NextAsync(updates));
        Assert.StartsWith("call(", await NextAsync(updates), StringComparison.Ordinal);
        await _tool.Started.WaitAsync(Token);
        Assert.Equal("b", await NextAsync(updates)); // the connection broke in between
        Assert.Equal((1, 1), (_tool.Starts, _tool.Running));
        _tool.End();
        var rest = new List<ChatResponseUpdate>();
        while (await updates.MoveNextAsync()) rest.Add(updates.Current);

        Assert.Equal("2", harness.Server.Requests[1].Header("Last-Event-ID"));
        Assert.Equal(1, _tool.Starts);
        Assert.Single(rest.SelectMany(update => update.Contents).OfType<FunctionResultContent>());
        Assert.Equal("c", rest.ToChatResponse().Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"x":[1,2]}""")]
    public async Task Resume_CallIsSentAgain_FunctionRunsOnce(string arguments)
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        var calls = 0;
        harness.Then(new EventStreamBuilder().Event(Chunks.Content("a"), "1").Event(Chunks.Tool("Tool", arguments, "c1"), "2").ToScript().Fault());
        harness.Then(new EventStreamBuilder().Event(Chunks.Tool("Tool", arguments, "c1"), "3").Event(Chunks.Content("b"), "4").Event(Chunks.Done(), "5").ToScript());
        harness.Then(EventStreamBuilder.Of(Chunks.Content("c"), Chunks.Done()).ToScript());

        var turn = await AskAsync(Client(harness.Client), With(AIFunctionFactory.Create((int[]? x = null) => ++calls, "Tool")));

        Assert.Equal("abc", turn.Succeeded().Text);
        Assert.Equal((1, 1, 1), (calls, turn.Calls.Count(), turn.Results.Count()));
    }

    [Fact]
    public async Task StreamBreaks_WithoutIds_HistoryOfWhatCameIsValidToSendAgain()
    {
        using var harness = new ClientHarness();
        harness.Then(EventStreamBuilder.Of(Chunks.Content("a"), Chunks.Tool("Tool", "{}", "c1"), Chunks.Content("b")).ToScript().Fault());
        harness.Then(EventStreamBuilder.Of(Chunks.Content("c"), Chunks.Done()).ToScript());
        var client = Client(harness.Client);

        var broken = await AskAsync(client, With(_tool));
        var failure = Assert.IsType<WebsopyException>(broken.Failure);
        ChatMessage[] history = [new(ChatRole.User, "hello"), .. broken.Response.Messages, new(ChatRole.User, "Go on.")];
        var next = (await AskAsync(client, With(_tool), history)).Succeeded();

        Assert.Equal(WebsopyErrorKind.InterruptedStream, failure.Kind);
        Assert.Equal("c", next.Text);
        Assert.Equal(["user", "assistant c1", "tool c1", "user"], SentHistory.Of(harness.Server.Requests[1]));
    }

    [Fact]
    public async Task CollectedTurn_TextBetweenResults_GoesOutInTheOrderOfTheWire()
    {
        using var harness = new ClientHarness();
        harness.Then(EventStreamBuilder.Of(Chunks.Content("c"), Chunks.Done()).ToScript());
        ChatMessage[] history =
        [
            new(ChatRole.User, "hello"),
            new(ChatRole.Assistant, [new TextContent("a"), new FunctionCallContent("c1", "A"), new FunctionCallContent("c2", "B")]),
            new(ChatRole.Tool, [new FunctionResultContent("c2", "b")]),
            new(ChatRole.Assistant, "b"),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "a")]),
            new(ChatRole.User, "Go on."),
        ];

        await AskAsync(Client(harness.Client), messages: history);

        Assert.Equal(["user", "assistant c1 c2", "tool c1", "tool c2", "user"], SentHistory.Of(Assert.Single(harness.Server.Requests)));
        Assert.Contains("\"content\":\"ab\"", harness.Server.Requests[0].BodyText, StringComparison.Ordinal);
    }
}
