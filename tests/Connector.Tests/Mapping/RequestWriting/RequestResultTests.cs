using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestResultTests
{
    private static readonly ChatMessage Call = new(ChatRole.Assistant, [new FunctionCallContent("1", "f")]);

    private static string Result(object? result, Exception? exception = null)
    {
        const string start = """{"role":"tool","toolCallId":"1","name":"f","content":""";
        var body = RequestBody.OfMessages(
            Call, new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", result) { Exception = exception }]) { AuthorName = "ignored" });
        var message = body[(body.IndexOf("},{", StringComparison.Ordinal) + 2)..];
        Assert.StartsWith(start, message, StringComparison.Ordinal);
        return message[start.Length..^1];
    }

    public static TheoryData<object?, string> Results => new()
    {
        { "晴 \"25\"", """
            "晴 \"25\""
            """ },
        { "", "\"\"" },
        { null, "\"\"" },
        { RequestBody.Json("\"te\\u0078t\""), "\"text\"" },
        { RequestBody.Json("""{ "a" : [ 1, "b" ] }"""), """
            "{\"a\":[1,\"b\"]}"
            """ },
        { RequestBody.Json("null"), "\"null\"" },
        { JsonValue.Create("node"), "\"node\"" },
        { new JsonArray(1, "你"), """
            "[1,\"你\"]"
            """ },
        { 25, "\"25\"" },
        { true, "\"true\"" },
        { 0.5, "\"0.5\"" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "\"2026-01-02T03:04:05+00:00\"" },
        { new { City = "巴黎", Degrees = 25 }, """
            "{\"city\":\"巴黎\",\"degrees\":25}"
            """ },
        { new[] { "a", "b" }, """
            "[\"a\",\"b\"]"
            """ },
        { new TextContent("t"), "\"t\"" },
        { new TextContent(""), "\"\"" },
        { new List<AIContent>(), "\"\"" },
        { new[] { new TextContent("t") }, "\"t\"" },
        { new DataContent(new byte[] { 1 }, "image/png"), """[{"type":"image","url":"data:image/png;base64,AQ=="}]""" },
        {
            new List<AIContent> { new TextContent("t"), new UsageContent(), new UriContent("https://example.com/i.png", "image/png") },
            """[{"type":"text","text":"t"},{"type":"image","url":"https://example.com/i.png"}]"""
        },
        { new HashSet<AIContent> { new TextContent("a") }, "\"a\"" },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Write_Result_AsContent(object? result, string expected) => Assert.Equal(expected, Result(result));

    [Fact]
    public void Write_FailedCall_SaysSoWithoutDetails()
    {
        var exception = new InvalidOperationException("password is 1234");

        Assert.Equal("\"Error: Function failed.\"", Result(null, exception));
        Assert.Equal("\"Error: ask again\"", Result("Error: ask again", exception));
    }

    [Fact]
    public async Task Write_ResultOfFunctionInvokingChatClient_SaysTheSame()
    {
        // The text for a failed call is the one that the invoking client makes itself.
        var function = AIFunctionFactory.Create(int () => throw new InvalidOperationException("secret"), "f");
        var rounds = 0;
        List<ChatMessage> history = [new(ChatRole.User, "go")];
        using var inner = new Answering(messages =>
        {
            history = [.. messages];
            return rounds++ == 0 ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "f")]) : new ChatMessage(ChatRole.Assistant, "done");
        });
        using var client = new FunctionInvokingChatClient(inner);

        await client.GetResponseAsync(history, new ChatOptions { Tools = [function] }, TestContext.Current.CancellationToken);

        Assert.EndsWith("""{"role":"tool","toolCallId":"1","name":"f","content":"Error: Function failed."}""", RequestBody.OfMessages([.. history]), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ResultWithoutKnownCall_NoName() =>
        Assert.Equal(
            """{"role":"tool","toolCallId":"x","content":"r"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("x", "r")])));

    [Fact]
    public void Write_ResultWithoutJson_SaysWhere()
    {
        var exception = Assert.Throws<NotSupportedException>(() => Result((Action)(() => { })));

        Assert.Contains("messages[1]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("tool 'f'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ResultOfOtherContent_SaysWhere()
    {
        var exception = Assert.Throws<NotSupportedException>(
            () => Result(new List<AIContent> { new TextContent("t"), new DataContent(new byte[] { 1 }, "audio/wav") }));

        Assert.Contains("messages[1] (role tool)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("call '1'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("audio/wav", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Answering(Func<IEnumerable<ChatMessage>, ChatMessage> answer) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
            Task.FromResult(new ChatResponse(answer(messages)));

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose()
        {
        }
    }
}
