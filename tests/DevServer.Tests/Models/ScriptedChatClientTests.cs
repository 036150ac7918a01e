using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Websopy.SemanticKernel.DevServer.Tests.Models;

public sealed class ScriptedChatClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Play_AllKindsOfContent_ComeInOrder()
    {
        var client = ScriptedChatClient.Play(s => s
            .Reasoning("hm").Text("a").Texts(["b", "c"]).Call("f", new { x = 1, s = "世" }).Call("g").Error("e", "code").Usage(3, 5));

        var response = await client.GetResponseAsync("hi", cancellationToken: Token);

        Assert.Equal("abc", response.Text);
        var contents = Assert.Single(response.Messages).Contents;
        var calls = contents.OfType<FunctionCallContent>().ToArray();
        Assert.Equal([("call_1_1", "f"), ("call_1_2", "g")], calls.Select(c => (c.CallId, c.Name)));
        Assert.Equal("1", calls[0].Arguments!["x"]!.ToString());
        Assert.Equal("世", calls[0].Arguments!["s"]!.ToString());
        Assert.Null(calls[1].Arguments);
        Assert.Equal("code", Assert.Single(contents.OfType<ErrorContent>()).ErrorCode);
        Assert.Equal("hm", Assert.Single(contents.OfType<TextReasoningContent>()).Text);
        Assert.Equal((3, 5, 8), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal(("scripted-1", "scripted"), (response.ResponseId, response.ModelId));
    }

    [Fact]
    public async Task Play_SeveralScripts_OneARequestAndTheLastRepeats()
    {
        var client = ScriptedChatClient.Play(s => s.Text("one"), s => s.Text("two"));

        List<string> answers = [];
        for (var i = 0; i < 4; i++)
            answers.Add((await client.GetResponseAsync($"question {i}", cancellationToken: Token)).Text);

        Assert.Equal(["one", "two", "two", "two"], answers);
        Assert.Equal(["question 0", "question 1", "question 2", "question 3"], client.Requests.Select(r => r.Messages[0].Text));
    }

    [Fact]
    public async Task Play_FunctionOfTheRequest_AnswersIt()
    {
        var client = ScriptedChatClient.Play((request, s) => s.Text($"{request.Number}: {request.Messages[^1].Text} at {request.Options?.Temperature}"));

        var response = await client.GetResponseAsync("hi", new() { Temperature = 0.5f }, Token);

        Assert.Equal("1: hi at 0.5", response.Text);
    }

    [Fact]
    public async Task Play_SameScriptTwice_MakesNewCalls()
    {
        var client = ScriptedChatClient.Play(s => s.Call("f", new Dictionary<string, object?> { ["x"] = 1 }));

        var first = Call(await client.GetResponseAsync("a", cancellationToken: Token));
        first.InformationalOnly = true;
        first.Arguments!["x"] = 2;
        var second = Call(await client.GetResponseAsync("b", cancellationToken: Token));

        Assert.False(second.InformationalOnly);
        Assert.Equal(1, second.Arguments!["x"]);
        Assert.Equal("call_2_1", second.CallId);

        static FunctionCallContent Call(ChatResponse response) => Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
    }

    [Fact]
    public async Task Wait_ByTheClientsClock()
    {
        var time = new FakeTimeProvider();
        var client = ScriptedChatClient.Play(s => s.Wait(TimeSpan.FromMinutes(1)).Text("a"));
        client.TimeProvider = time;

        var response = client.GetResponseAsync("hi", cancellationToken: Token);
        Assert.False(response.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("a", (await response).Text);
    }

    [Fact]
    public async Task Gate_OpensOrFails_AsItsTaskDoes()
    {
        var gate = new TaskCompletionSource();
        var client = ScriptedChatClient.Play(s => s.Text("a").Gate(gate.Task).Text("b"));
        await using var updates = client.GetStreamingResponseAsync("hi", cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.True(await updates.MoveNextAsync());

        var next = updates.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        gate.SetException(new IOException("broken"));

        await Assert.ThrowsAsync<IOException>(() => next);
    }

    [Fact]
    public async Task Fail_ThrowsAfterWhatCameBefore()
    {
        var failure = new IOException("broken");
        var client = ScriptedChatClient.Play(s => s.Text("a").Fail(failure));
        List<string> texts = [];

        var thrown = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("hi", cancellationToken: Token))
                texts.Add(update.Text);
        });

        Assert.Same(failure, thrown);
        Assert.Equal(["a"], texts);
    }

    [Fact]
    public async Task Stream_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        var client = ScriptedChatClient.Play(s => s.Text("a").Gate(new TaskCompletionSource().Task));
        await using var updates = client.GetStreamingResponseAsync("hi", cancellationToken: cancellation.Token).GetAsyncEnumerator(Token);
        Assert.True(await updates.MoveNextAsync());

        var next = updates.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Requests_OfVeryMany_TheLastAreKept()
    {
        var client = ScriptedChatClient.Play(s => s.Text("a"));
        for (var i = 0; i < 1005; i++)
            await client.GetResponseAsync("hi", cancellationToken: Token);

        Assert.Equal(1000, client.Requests.Count);
        Assert.Equal((6, 1005), (client.Requests[0].Number, client.Requests[^1].Number));
    }

    [Fact]
    public void Play_NoScriptOrNoObject_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ScriptedChatClient.Play());
        Assert.Throws<ArgumentException>(() => ScriptedChatClient.Play(s => s.Call("f", 42)));
    }

    [Fact]
    public void GetService_GivesItselfAndItsMetadata()
    {
        var client = ScriptedChatClient.Play(s => s.Text("a"));

        Assert.Same(client, client.GetService<ScriptedChatClient>());
        Assert.Equal("scripted", client.GetService<ChatClientMetadata>()!.DefaultModelId);
        Assert.Null(client.GetService<string>());
    }
}
