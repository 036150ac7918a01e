using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Contract.Tests.Hosts;
using Websopy.SemanticKernel.DevServer;
using Websopy.SemanticKernel.TestKit.Diagnostics;

namespace Websopy.SemanticKernel.Contract.Tests;

/// <summary>What every chat client of this project promises. Each test is run over every way from the caller to the model.</summary>
public abstract class ChatClientContract : IAsyncDisposable
{
    private readonly List<IClientHost> _hosts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_Texts_InOrderAndUnchanged()
    {
        string[] texts = ["Hello", ", ", "你好", " 👩‍💻\r\n", "\t\"quoted\" \\ </script>", "\u0001\u2028", " ", "end"];
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Texts(texts)));
        var outcome = await StreamAsync(client);
        Assert.Equal(texts, outcome.Succeeded().Updates.Select(update => update.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public async Task Stream_OfTenThousandUpdates_LosesNone()
    {
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Texts(Enumerable.Range(0, 10_000).Select(i => $"{i} "))));
        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i} ")), (await StreamAsync(client)).Succeeded().Text);
    }

    [Fact]
    public async Task Stream_End_HasFinishReasonAndUsage()
    {
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Text("cut").Usage(12, 3).Finish(ChatFinishReason.Length)));
        var response = (await StreamAsync(client)).Succeeded().Updates.ToChatResponse();
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal((12L, 3L, 15L), (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, response.Usage?.TotalTokenCount));
    }

    [Fact]
    public async Task Stream_Updates_ShareIdsAndRole()
    {
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Reasoning("hm").Text("a").Call("t").Text("b")));
        var updates = (await StreamAsync(client)).Succeeded().Updates;
        Assert.NotNull(Assert.Single(updates.Select(update => update.ResponseId).Distinct()));
        Assert.NotNull(Assert.Single(updates.Select(update => update.MessageId).Distinct()));
        Assert.All(updates, update => Assert.Equal(ChatRole.Assistant, update.Role));
    }

    [Fact]
    public async Task Stream_ToolCalls_WithIdsAndArguments()
    {
        var arguments = new Dictionary<string, object?> { ["city"] = "上海", ["days"] = new[] { 1, 2 }, ["exact"] = true, ["note"] = null };
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Text("Let me look.").Call("get_weather", arguments).Call("now")));
        var outcome = (await StreamAsync(client)).Succeeded();
        Assert.Equal(["get_weather", "now"], outcome.Calls.Select(call => call.Name));
        Assert.Equal("""{"city":"上海","days":[1,2],"exact":true,"note":null}""", UpdateLines.Arguments(outcome.Calls[0]));
        Assert.Equal("{}", UpdateLines.Arguments(outcome.Calls[1]));
        Assert.Equal(2, outcome.Calls.Select(call => call.CallId).Distinct().Count());
        Assert.Equal(ChatFinishReason.ToolCalls, outcome.Updates[^1].FinishReason);
    }

    [Fact]
    public async Task Stream_Reasoning_IsNoText()
    {
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Reasoning("thin").Reasoning("king").Text("said")));
        var outcome = (await StreamAsync(client)).Succeeded();
        Assert.Equal("thinking", string.Concat(outcome.Contents.OfType<TextReasoningContent>().Select(content => content.Text)));
        Assert.Equal("said", outcome.Text);
    }

    [Fact]
    public async Task Response_NotStreamed_EqualsTheStreamCollected()
    {
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Reasoning("hm").Text("a").Text("b").Call("t", new { x = 1 }).Usage(5, 7)));
        var streamed = (await StreamAsync(client)).Succeeded().Updates.ToChatResponse();
        var response = await client.GetResponseAsync(Ask("Hi"), null, Cancel);
        Assert.Equal(Described(streamed), Described(response));
    }

    [Fact]
    public async Task Stream_FirstUpdate_ArrivesWhileTheModelIsAtWork()
    {
        var gate = new TaskCompletionSource();
        var client = await ClientAsync(ScriptedChatClient.Play((_, script) => script.Text("first").Gate(gate.Task).Text("second")));

        // Were the first text held back until the end, its gate would never open.
        var outcome = await StreamOutcome.OfAsync(client.GetStreamingResponseAsync(Ask("Hi"), null, Cancel), _ => gate.TrySetResult());
        Assert.Equal("firstsecond", outcome.Succeeded().Text);
    }

    [Fact]
    public async Task Cancelled_WhileTheModelIsAtWork_EndsTheCallAndTheModel()
    {
        var model = new CancellationProbe();
        var client = await ClientAsync(model);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var outcome = await StreamOutcome.OfAsync(client.GetStreamingResponseAsync(Ask("Hi"), null, cancellation.Token), _ => cancellation.Cancel());
        Assert.IsAssignableFrom<OperationCanceledException>(outcome.Failure);
        Assert.Equal("first", outcome.Text);
        await model.Cancelled.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Disposed_WhileTheModelIsAtWork_EndsTheModel()
    {
        var model = new CancellationProbe();
        var client = await ClientAsync(model);
        await using (var updates = client.GetStreamingResponseAsync(Ask("Hi"), null, Cancel).GetAsyncEnumerator(Cancel))
            Assert.True(await updates.MoveNextAsync());

        await model.Cancelled.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Calls_InParallel_DoNotMix()
    {
        var client = await ClientAsync(ScriptedChatClient.Play((request, script) => script.Texts(request.Messages[^1].Text.Select(letter => letter.ToString()))));
        var questions = Enumerable.Range(0, 100).Select(i => $"question {i}").ToList();
        var answers = await Task.WhenAll(questions.Select(question => client.GetResponseAsync(Ask(question), null, Cancel)));
        Assert.Equal(questions, answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task History_WithCallsAndResults_ReachesTheModel()
    {
        var model = ScriptedChatClient.Play((_, script) => script.Text("ok"));
        var client = await ClientAsync(model);
        var call = new FunctionCallContent("id-1", "add", new Dictionary<string, object?> { ["a"] = 1, ["b"] = "二" });
        List<ChatMessage> history =
        [
            new(ChatRole.System, "Be brief."), new(ChatRole.User, "1+二?"), new(ChatRole.Assistant, [new TextContent("Adding."), call]),
            new(ChatRole.Tool, [new FunctionResultContent("id-1", "3 \"three\"")]), new(ChatRole.User, "And?"),
        ];
        await client.GetResponseAsync(history, new() { Tools = [Adder], Temperature = 0.5f, MaxOutputTokens = 99, ToolMode = ChatToolMode.RequireAny }, Cancel);

        var request = Assert.Single(model.Requests);
        Assert.Equal(history.Select(message => (message.Role, message.Text)), request.Messages.Select(message => (message.Role, message.Text)));
        var sent = Assert.Single(request.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.Equal(("id-1", "add", """{"a":1,"b":"二"}"""), (sent.CallId, sent.Name, UpdateLines.Arguments(sent)));
        var result = Assert.Single(request.Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>());
        Assert.Equal(("id-1", "3 \"three\""), (result.CallId, $"{result.Result}"));
        Assert.Equal((0.5f, 99, ChatToolMode.RequireAny), (request.Options?.Temperature, request.Options?.MaxOutputTokens, request.Options?.ToolMode));
        Assert.Equal("add", Assert.Single(request.Options?.Tools ?? []).Name);
    }

    [Fact]
    public async Task FunctionInvocation_OnTop_RoundTrips()
    {
        var model = ScriptedChatClient.Play((request, script) => _ = request.Number == 1
            ? script.Text("Adding. ").Call("add", new { a = 20, b = 22 }).Usage(10, 1)
            : script.Text($"It is {request.Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Last().Result}.").Usage(20, 2));
        using var client = (await ClientAsync(model)).AsBuilder().UseFunctionInvocation().Build();
        var outcome = (await StreamOutcome.OfAsync(client.GetStreamingResponseAsync(Ask("20+22?"), new() { Tools = [Adder] }, Cancel))).Succeeded();
        Assert.Equal("Adding. It is 42.", outcome.Text);
        Assert.Equal(33, outcome.Updates.ToChatResponse().Usage?.TotalTokenCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_OfTheModel_SurfacesAsAnException(bool afterText)
    {
        var model = ScriptedChatClient.Play((_, script) => (afterText ? script.Text("before") : script).Fail(new InvalidOperationException("the model broke")));
        var client = await ClientAsync(model);
        var outcome = await StreamAsync(client);
        Assert.NotNull(outcome.Failure);
        Assert.Contains("the model broke", outcome.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(afterText ? "before" : "", outcome.Text);
        Assert.NotNull(await Record.ExceptionAsync(() => client.GetResponseAsync(Ask("Hi"), null, Cancel)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();

        GC.SuppressFinalize(this);
    }

    /// <summary>A way from a caller to this model.</summary>
    private protected abstract Task<IClientHost> StartAsync(IChatClient model, CancellationToken cancellationToken);

    private static AIFunction Adder { get; } = AIFunctionFactory.Create((int a, int b) => a + b, "add", "Adds two numbers.");

    private async Task<IChatClient> ClientAsync(IChatClient model)
    {
        var host = await StartAsync(model, Cancel);
        _hosts.Add(host);
        return host.Client;
    }

    private static List<ChatMessage> Ask(string text) => [new(ChatRole.User, text)];

    private static Task<StreamOutcome> StreamAsync(IChatClient client) =>
        StreamOutcome.OfAsync(client.GetStreamingResponseAsync(Ask("Hi"), null, Cancel));

    private static string Described(ChatResponse response) => string.Join('\n', UpdateLines.Of(
        response.Messages.Select(message => new ChatResponseUpdate(message.Role, [.. message.Contents.Select(Anonymous)])))) +
        $"\n{response.FinishReason} {response.Usage?.TotalTokenCount} {response.ModelId}";

    /// <summary>Without its id, which differs from response to response.</summary>
    private static AIContent Anonymous(AIContent content) =>
        content is FunctionCallContent call ? new FunctionCallContent("id", call.Name, call.Arguments) : content;
}
