using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.MidStream;

/// <summary>What comes when: functions start before the stream ends, text flows on, results come as soon as they are there.</summary>
public sealed class OrderTests : MidStreamTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_FunctionRuns_TextFlowsOnAndTheResultFollows(bool concurrent)
    {
        var tool = new GatedFunction("Tool");
        using var model = new ScriptedChatClient(new Round(Text("a"), Update(Call("c1", "Tool")), Text("b"), Text("c")), Says("d"));
        await using var updates = Open(Client(model, concurrent), With(tool));

        Assert.Equal("a", await NextAsync(updates));
        Assert.Equal("call(c1 Tool)", await NextAsync(updates));
        await tool.Started.WaitAsync(Token);
        Assert.Equal("b", await NextAsync(updates));
        Assert.Equal("c", await NextAsync(updates));
        Assert.Equal(1, tool.Running);

        tool.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        Assert.Equal("d", await NextAsync(updates));
        Assert.False(await updates.MoveNextAsync());
    }

    [Fact]
    public async Task Stream_CallComplete_FunctionStartsBeforeTheStreamGoesOn()
    {
        var tool = new GatedFunction("Tool");
        // The model says no more until the function has run: a client that waits for the end of the stream waits forever.
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), tool.Started, Text("a")), Says("b"));
        tool.End();

        var turn = await AskAsync(Client(model), With(tool)).WaitAsync(Token);

        Assert.Equal("ab", turn.Succeeded().Text);
        Assert.Equal(["c1: done"], turn.ResultTexts);
    }

    [Fact]
    public async Task Stream_ResultWhileTheModelIsSilent_IsPassedOnAtOnce()
    {
        var tool = new GatedFunction("Tool");
        var speaks = new TaskCompletionSource();
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Tool")), speaks.Task, Text("a"), Text("b")), Says("c"));
        await using var updates = Open(Client(model), With(tool));

        Assert.Equal("call(c1 Tool)", await NextAsync(updates));
        tool.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        speaks.SetResult();
        Assert.Equal("a", await NextAsync(updates));
        Assert.Equal("b", await NextAsync(updates));
        Assert.Equal("c", await NextAsync(updates));
    }

    [Fact]
    public async Task Stream_FunctionBlocksItsThread_TextFlowsOn()
    {
        using var end = new ManualResetEventSlim();
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "Block")), Text("a")), Says("b"));
        await using var updates = Open(Client(model), With(AIFunctionFactory.Create(() => end.Wait(Token), "Block")));

        Assert.Equal("call(c1 Block)", await NextAsync(updates));
        Assert.Equal("a", await NextAsync(updates));
        end.Set();
        Assert.StartsWith("result(c1", await NextAsync(updates), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serial_TwoCalls_SecondStartsWhenTheFirstHasEndedThoughTheStreamRuns()
    {
        var (first, second) = (new GatedFunction("First"), new GatedFunction("Second"));
        var end = new TaskCompletionSource();
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "First"), Call("c2", "Second")), Text("a"), end.Task), Says("b"));
        await using var updates = Open(Client(model), With(first, second));

        await NextAsync(updates);
        await first.Started.WaitAsync(Token);
        Assert.Equal("a", await NextAsync(updates));
        Assert.Equal(0, second.Starts);
        first.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        await second.Started.WaitAsync(Token);
        Assert.Equal(0, first.Running);
        second.End();
        Assert.Equal("result(c2 done)", await NextAsync(updates));
        end.SetResult();
        Assert.Equal("b", await NextAsync(updates));
    }

    [Fact]
    public async Task Concurrent_TwoCalls_RunTogetherAndTheFirstToEndIsTheFirstResult()
    {
        var (first, second) = (new GatedFunction("First"), new GatedFunction("Second"));
        using var model = new ScriptedChatClient(new Round(Update(Call("c1", "First")), Update(Call("c2", "Second"))), Says("b"));
        await using var updates = Open(Client(model, concurrent: true), With(first, second));

        await NextAsync(updates);
        await NextAsync(updates);
        await Task.WhenAll(first.Started, second.Started).WaitAsync(Token);
        second.End();
        Assert.Equal("result(c2 done)", await NextAsync(updates));
        first.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        Assert.Equal("b", await NextAsync(updates));
        Assert.Equal("tool: result(c1 done) result(c2 done)", model.Requests[1].Messages[^1]);
    }

    [Fact]
    public async Task Stream_UpdatesWithoutIds_DoNotBecomePartsOfResults()
    {
        var tool = new GatedFunction("Tool");
        using var model = new BareModel([new() { Contents = [Call("c1", "Tool")] }, Bare("a"), Bare("b")], [Bare("c"), Bare("d")]);
        await using var updates = Open(Client(model), With(tool));
        var all = new List<ChatResponseUpdate>();

        await NextAsync(updates);
        all.Add(updates.Current);
        tool.End();
        while (await updates.MoveNextAsync()) all.Add(updates.Current);

        var messages = all.ToChatResponse().Messages;
        Assert.Equal([ChatRole.Tool], messages.Where(message => message.Contents.OfType<FunctionResultContent>().Any()).Select(message => message.Role));
        Assert.Equal("abcd", string.Concat(messages.Where(message => message.Role == ChatRole.Assistant).Select(message => message.Text)));
        Assert.DoesNotContain(messages, message => message.Role == ChatRole.Tool && message.Text.Length > 0);
        Assert.NotEqual(messages[^1].MessageId, messages.First(message => message.Text.Contains('b')).MessageId);
    }

    [Fact]
    public async Task Stream_TextAroundCalls_NextRequestHasItInOneMessageBeforeTheResults()
    {
        var tool = new GatedFunction("Tool");
        tool.End();
        using var model = new ScriptedChatClient(
            new Round(Text("a"), Update(Call("c1", "Tool")), Text("b"), Update(Call("c2", "Tool")), Text("c")), Says("d"));

        await AskAsync(Client(model), With(tool));

        Assert.Equal(
            ["user: hello", "assistant: a call(c1 Tool) b call(c2 Tool) c", "tool: result(c1 done) result(c2 done)"], model.Requests[1].Messages);
    }

    [Fact]
    public async Task Stream_TextWithoutIdsAfterAResult_IsTheAssistants()
    {
        var tool = new GatedFunction("Tool");
        using var model = new PushedModel();
        await using var updates = Open(Client(model), With(tool));

        await ReadAsync(new() { Contents = [Call("c1", "Tool")] });
        await ReadAsync(Bare("a"));
        tool.End();
        Assert.Equal("result(c1 done)", await NextAsync(updates));
        await ReadAsync(Bare("b"));

        Assert.Equal(("b", ChatRole.Assistant), (updates.Current.Text, updates.Current.Role));
        Assert.NotNull(updates.Current.MessageId);

        async Task ReadAsync(ChatResponseUpdate update)
        {
            var read = updates.MoveNextAsync().AsTask();
            model.Push(update);
            await read.WaitAsync(Token);
        }
    }

    [Fact]
    public async Task Function_CallArrivesOnAnotherThread_RunsInTheReadersContext()
    {
        var local = new AsyncLocal<string> { Value = "of the reader" };
        string? seen = null;
        using var model = new PushedModel();
        await using var updates = Open(Client(model), With(AIFunctionFactory.Create(() => { seen = local.Value; }, "See")));

        var text = updates.MoveNextAsync().AsTask();
        model.Push(Text("a"));
        await text.WaitAsync(Token);
        var call = updates.MoveNextAsync().AsTask(); // the round is quiet: a read that most likely brings text
        model.Push(Update(Call("c1", "See")));
        await call.WaitAsync(Token);
        var result = updates.MoveNextAsync().AsTask();
        await result.WaitAsync(Token);

        Assert.StartsWith("result(c1", Describe(updates.Current), StringComparison.Ordinal);
        Assert.Equal("of the reader", seen);
    }

    private static ChatResponseUpdate Bare(string text) => new() { Contents = [new TextContent(text)] };
}
