using System.Diagnostics;
using Microsoft.Extensions.AI;
using static Websopy.SemanticKernel.FunctionInvocation.Tests.Round;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>What only a stream shows: the updates one by one, and the caller between them.</summary>
public abstract class StreamContract<TSubject> : ContractOf<TSubject>
    where TSubject : Subject, new()
{
    [Fact]
    public async Task CurrentContext_OutsideOfFunctions_IsNull()
    {
        using var model = new ScriptedChatClient(new Round(Text("Hm."), Update(Call("c1", "Echo", ("text", "a"))), Text("So.")), Says("world"));

        await foreach (var _ in Client(model).GetStreamingResponseAsync("hello", With(Echo()), Token))
            Assert.Null(FunctionInvokingChatClient.CurrentContext);

        Assert.Null(FunctionInvokingChatClient.CurrentContext);
        Assert.Equal(2, model.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task GetStreamingResponse_CallerStopsReading_StreamOfTheModelIsClosed(int after)
    {
        using var model = new ScriptedChatClient(new Round(Text("a"), Update(Call("c1", "Echo", ("text", "a"))), Text("b")), Says("world"));
        var read = 0;

        await foreach (var _ in Client(model).GetStreamingResponseAsync("hello", With(Echo()), Token))
        {
            if (++read == after)
                break;
        }

        Assert.Equal(after, read);
        Assert.Equal(0, model.OpenStreams);
    }

    [Fact]
    public async Task Ask_StreamedResults_HaveMessageIdsOfTheirOwn()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a"))), Calls(Call("c2", "Echo", ("text", "b"))), Says("world"));

        var turn = await AskAsync(Client(model), With(Echo()));

        var results = turn.Succeeded().Updates.Where(update => update.Contents.Any(content => content is FunctionResultContent)).ToList();
        var others = turn.Updates.Except(results).Select(update => update.MessageId).ToHashSet();
        Assert.Equal(2, results.Count);
        Assert.All(results, update => Assert.False(string.IsNullOrEmpty(update.MessageId)));
        Assert.All(results, update => Assert.DoesNotContain(update.MessageId, others));
        Assert.All(results, update => Assert.NotNull(update.CreatedAt));
    }

    [Fact]
    public async Task Ask_NoCalls_UpdatesPassThroughAsTheyAre()
    {
        ChatResponseUpdate[] said = [Text("a"), Update(new TextReasoningContent("hm")), Text("b"), Usage(1, 1)];
        using var model = new ScriptedChatClient(new Round([.. said.Select(update => (Step)update)]));

        var turn = await AskAsync(Client(model), With(Echo()));

        Assert.Equal(said, turn.Succeeded().Updates);
    }

    [Fact]
    public async Task Ask_UpdatesAroundCalls_KeepTheirOrderAndFields()
    {
        var before = Text("a");
        var after = Text("b");
        var raw = new object();
        (before.RawRepresentation, after.RawRepresentation, after.AuthorName) = (raw, raw, "model");
        using var model = new ScriptedChatClient(new Round(before, Update(Call("c1", "Echo", ("text", "a"))), after), Says("c"));

        var texts = (await AskAsync(Client(model), With(Echo()))).Succeeded().Updates.Where(update => update.Text.Length > 0).ToList();

        Assert.Equal(["a", "b", "c"], texts.Select(update => update.Text));
        Assert.Same(raw, texts[0].RawRepresentation);
        Assert.Same(raw, texts[1].RawRepresentation);
        Assert.Equal(("model", "message-1"), (texts[1].AuthorName, texts[1].MessageId));
    }

    [Fact]
    public async Task Ask_ModelKeepsTheConversation_ResultsCarryItsId()
    {
        using var model = new ScriptedChatClient(
            Calls(Call("c1", "Echo", ("text", "a"))) with { ConversationId = "conv" },
            Says("world") with { ConversationId = "conv" });

        var updates = (await AskAsync(Client(model), With(Echo()))).Succeeded().Updates;

        Assert.Equal(3, updates.Count(update => update.Contents.Count > 0));
        Assert.All(updates, update => Assert.Equal("conv", update.ConversationId));
    }

    [Fact]
    public async Task GetStreamingResponse_BetweenUpdates_TheCallersSpanIsCurrent()
    {
        using var activities = new RecordedActivities();
        using var model = new ScriptedChatClient(new Round(Text("Hm."), Update(Call("c1", "Echo", ("text", "a")))), Says("world"))
        {
            ActivitySource = activities.Source,
        };
        using var caller = activities.Source.StartActivity("caller");

        await foreach (var _ in Client(model).GetStreamingResponseAsync("hello", With(Echo()), Token))
            Assert.Same(caller, Activity.Current);

        Assert.Same(caller, Activity.Current);
        Assert.Equal(caller?.SpanId, activities.Turn.ParentSpanId);
    }

    [Fact]
    public async Task GetStreamingResponse_EnumeratedTwice_IsTwoTurns()
    {
        using var model = new ScriptedChatClient { Otherwise = index => index % 2 == 0 ? Calls(Call($"c{index}", "Echo", ("text", "a"))) : Says("world") };
        var stream = Client(model).GetStreamingResponseAsync("hello", With(Echo()), Token);

        Assert.Equal("world", (await stream.ToChatResponseAsync(Token)).Text);
        Assert.Equal("world", (await stream.ToChatResponseAsync(Token)).Text);

        Assert.Equal(["user: hello"], model.Requests[2].Messages);
        Assert.Equal("tool: result(c2 echo a)", model.Requests[3].Messages[^1]);
    }

    [Fact]
    public async Task GetStreamingResponse_TokenOfTheEnumerationIsCancelled_ReachesTheModel()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var model = new ScriptedChatClient(new Round(Text("Hm."), new TaskCompletionSource().Task));
        await using var updates = Client(model).GetStreamingResponseAsync("hello", With(Echo()), CancellationToken.None)
            .GetAsyncEnumerator(cancellation.Token);

        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.True(model.LastToken.IsCancellationRequested);
    }

    [Fact]
    public virtual async Task GetStreamingResponse_AfterTheEndOrAFailure_StaysEnded()
    {
        using var model = new ScriptedChatClient(Calls(Call("c1", "Echo", ("text", "a"))), new Round(new IOException("broken")));
        await using var updates = Client(model).GetStreamingResponseAsync("hello", With(Echo()), Token).GetAsyncEnumerator(Token);
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (await updates.MoveNextAsync())
                Assert.NotNull(updates.Current);
        });

        Assert.False(await updates.MoveNextAsync());
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task GetStreamingResponse_NeverEnumerated_AsksNothing()
    {
        using var model = new ScriptedChatClient();

        await using (Client(model).GetStreamingResponseAsync("hello", With(Echo()), Token).GetAsyncEnumerator(Token))
            Assert.Empty(model.Requests);

        Assert.Empty(model.Requests);
    }
}
