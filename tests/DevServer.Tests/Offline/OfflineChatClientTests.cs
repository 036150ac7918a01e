using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class OfflineChatClientTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 5, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sing a song", "offline model of the development server", "WEBSOPY_API_KEY", "`get_time`")]
    [InlineData("唱首歌", "开发服务器的离线模型", "WEBSOPY_API_KEY", "`get_time`")]
    public async Task GetResponse_NothingFits_SaysWhatItIsAndHowToGetMore(string request, params string[] expected)
    {
        var response = await Ask(request, new() { Tools = ToolSets.Get("files") });

        Assert.All(expected, text => Assert.Contains(text, response.Text, StringComparison.Ordinal));
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("websopy-offline", response.ModelId);
    }

    [Theory]
    [InlineData("What is the weather?", "To call `get_weather` I still need `city` (Name of the city)")]
    [InlineData("天气怎么样", "要调用 `get_weather`，我还需要 `city`（Name of the city）")]
    public async Task GetResponse_RequiredParameterMissing_AsksForItByName(string request, string expected)
    {
        var response = await Ask(request, new() { Tools = ToolSets.Get("weather") });

        Assert.StartsWith(expected, response.Text, StringComparison.Ordinal);
        Assert.Empty(Calls(response));
    }

    [Fact]
    public async Task GetStreamingResponse_SeveralCalls_TextThenCallsThenTextInOneResponse()
    {
        var updates = await Stream("what time is it in Tokyo and Paris?", new() { Tools = ToolSets.Get("files") });

        var kinds = updates.SelectMany(update => update.Contents).Select(content => content.GetType().Name).ToList();
        var distinct = kinds.Where((kind, i) => i == 0 || kinds[i - 1] != kind);
        Assert.Equal([nameof(TextContent), nameof(FunctionCallContent), nameof(TextContent), nameof(UsageContent)], distinct);
        Assert.Single(updates.Select(update => update.MessageId).Distinct());
        Assert.All(updates, update => Assert.Equal(ChatRole.Assistant, update.Role));
        Assert.Equal(ChatFinishReason.ToolCalls, updates[^1].FinishReason);
        Assert.Equal(["call_1", "call_2"], Calls(updates.ToChatResponse()).Select(call => call.CallId));
    }

    [Fact]
    public async Task GetStreamingResponse_SameInputTwice_SameUpdates()
    {
        var options = new ChatOptions { Tools = ToolSets.Get("files") };

        var first = await Stream("3 largest C# files here, then the time in Oslo", options);
        var second = await Stream("3 largest C# files here, then the time in Oslo", options);

        Assert.Equal(JsonSerializer.Serialize(first, AIJsonUtilities.DefaultOptions), JsonSerializer.Serialize(second, AIJsonUtilities.DefaultOptions));
    }

    [Fact]
    public async Task GetResponse_ToolModeNone_CallsNothing()
    {
        var response = await Ask("what time is it in Tokyo?", new() { Tools = ToolSets.Get("files"), ToolMode = ChatToolMode.None });

        Assert.Empty(Calls(response));
    }

    [Fact]
    public async Task GetResponse_ToolRequired_CallsOneEvenWhenNothingFits()
    {
        var response = await Ask("good morning", new() { Tools = ToolSets.Get("maths"), ToolMode = ChatToolMode.RequireAny });

        Assert.Single(Calls(response));
    }

    [Fact]
    public async Task GetResponse_FunctionRequired_CallsThatOneWithEveryRequiredParameter()
    {
        var response = await Ask("what time is it in Tokyo?", new() { Tools = ToolSets.Get("weather"), ToolMode = ChatToolMode.RequireSpecific("get_forecast") });

        var call = Assert.Single(Calls(response));
        Assert.Equal("get_forecast", call.Name);
        Assert.Equal("Tokyo", Text(call, "city"));
        Assert.Equal("1", Text(call, "days"));
    }

    [Fact]
    public async Task GetResponse_OneCallAtMost_CallsTheRestInLaterRounds()
    {
        var options = new ChatOptions { Tools = ToolSets.Get("files"), AllowMultipleToolCalls = false };
        List<ChatMessage> messages = [new(ChatRole.User, "time in Tokyo and Paris")];

        var zones = await Converse(messages, options, call => Text(call, "timeZone"));

        Assert.Equal([["Asia/Tokyo"], ["Europe/Paris"], []], zones);
    }

    [Fact]
    public async Task GetResponse_ResultsThere_AnswersWithoutCallingAgain()
    {
        var options = new ChatOptions { Tools = ToolSets.Get("files"), ToolMode = ChatToolMode.RequireAny };
        List<ChatMessage> messages = [new(ChatRole.User, "time in Tokyo and Paris")];

        var rounds = await Converse(messages, options, call => Text(call, "timeZone"));

        Assert.Equal([["Asia/Tokyo", "Europe/Paris"], []], rounds);
    }

    [Fact]
    public async Task GetResponse_SecondTurn_CallIdsGoOn()
    {
        var options = new ChatOptions { Tools = ToolSets.Get("files") };
        List<ChatMessage> messages = [new(ChatRole.User, "time in Tokyo")];
        await Converse(messages, options, call => call.CallId);
        messages.Add(new(ChatRole.User, "time in Paris"));

        var ids = await Converse(messages, options, call => call.CallId);

        Assert.Equal(["call_2"], ids[0]);
    }

    [Fact]
    public async Task GetResponse_TokenLimit_StopsThereAndSaysSo()
    {
        var response = await Ask("Sing a song", new() { MaxOutputTokens = 5 });

        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal("I am the offline", response.Text);
        Assert.Equal(5, response.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task GetResponse_Usage_CountsTheWholeConversation()
    {
        var one = await Ask("Sing a song");
        using var client = Client();
        var two = await client.GetResponseAsync(
            [new(ChatRole.System, "Be kind."), new(ChatRole.User, "Sing a song")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, one.Usage!.InputTokenCount);
        Assert.Equal(6, two.Usage!.InputTokenCount);
        Assert.Equal(two.Usage.InputTokenCount + two.Usage.OutputTokenCount, two.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task GetStreamingResponse_WordDelay_WaitsForTheClockBetweenWords()
    {
        var time = new FakeTimeProvider(Now);
        using var client = new OfflineChatClient(new() { WordDelay = TimeSpan.FromMilliseconds(20) }, time);
        await using var stream = client.GetStreamingResponseAsync("Sing a song", cancellationToken: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await stream.MoveNextAsync());

        var next = stream.MoveNextAsync();
        time.Advance(TimeSpan.FromMilliseconds(19));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await next);
        Assert.Equal(" am", stream.Current.Text);
    }

    [Fact]
    public async Task GetStreamingResponse_CancelledWhilePacing_Throws()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var client = new OfflineChatClient(timeProvider: new FakeTimeProvider(Now));
        await using var stream = client.GetStreamingResponseAsync("Sing a song", cancellationToken: cancellation.Token).GetAsyncEnumerator(cancellation.Token);
        Assert.True(await stream.MoveNextAsync());

        var next = stream.MoveNextAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task FunctionInvokingClient_OnTop_AnswersFromARealFunction()
    {
        using var client = Client().AsBuilder().UseFunctionInvocation().Build();
        var tool = AIFunctionFactory.Create((string city) => $"{city}: 21 °C", "get_weather", "Weather in a city");

        var response = await client.GetResponseAsync("weather in Rome", new() { Tools = [tool] }, TestContext.Current.CancellationToken);

        Assert.EndsWith("`get_weather` says: Rome: 21 °C", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GetService_Metadata_NamesTheModel()
    {
        using var client = Client();

        Assert.Equal("websopy-offline", client.GetService<ChatClientMetadata>()!.DefaultModelId);
        Assert.Same(client, client.GetService<OfflineChatClient>());
        Assert.Null(client.GetService<string>());
    }

    private static OfflineChatClient Client() => new(new() { WordDelay = TimeSpan.Zero }, new FakeTimeProvider(Now));

    private static async Task<ChatResponse> Ask(string request, ChatOptions? options = null)
    {
        using var client = Client();
        return await client.GetResponseAsync(request, options, TestContext.Current.CancellationToken);
    }

    private static async Task<List<ChatResponseUpdate>> Stream(string request, ChatOptions options)
    {
        using var client = Client();
        return await client.GetStreamingResponseAsync(request, options, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Answers every call with "fine" until none comes; what each round called.</summary>
    private static async Task<List<List<string>>> Converse(List<ChatMessage> messages, ChatOptions options, Func<FunctionCallContent, string> select)
    {
        using var client = Client();
        var rounds = new List<List<string>>();
        while (rounds.Count < 20)
        {
            var response = await client.GetResponseAsync(messages, options, TestContext.Current.CancellationToken);
            var calls = Calls(response);
            rounds.Add([.. calls.Select(select)]);
            messages.AddMessages(response);
            if (calls.Count == 0) break;
            messages.Add(new(ChatRole.Tool, [.. calls.Select(call => (AIContent)new FunctionResultContent(call.CallId, "fine"))]));
        }

        return rounds;
    }

    private static List<FunctionCallContent> Calls(ChatResponse response) =>
        [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    private static string Text(FunctionCallContent call, string name) => ((JsonElement)call.Arguments![name]!).ToString();
}
