using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

public class AnswerTests
{
    [Fact]
    public async Task GetResponse_ArrayOfObjects_IsATable()
    {
        var answer = await Answer("largest files here", """[{"name":"a|b.cs","bytes":1200},{"name":"c.cs","bytes":7}]""");

        Assert.Equal("`largest_files` says:\n\n| name | bytes |\n| --- | --- |\n| a\\|b.cs | 1200 |\n| c.cs | 7 |", answer);
    }

    [Fact]
    public async Task GetResponse_NestedObject_IsACompactList()
    {
        var answer = await Answer("largest files here", """{"total":2,"first":{"name":"a.cs","tags":["x","y"]}}""");

        Assert.Equal("`largest_files` says:\n\n- total: 2\n- first: name: a.cs, tags: x, y", answer);
    }

    [Theory]
    [InlineData("largest files here", "Error: Function failed.", "`largest_files` failed with an error: Function failed.")]
    [InlineData("当前目录最大的文件", "Error: Function failed.", "`largest_files` 出错了：Function failed.")]
    [InlineData("largest files here", """{"error":{"code":"x","message":"no such folder"}}""", "`largest_files` failed with an error: no such folder")]
    [InlineData("largest files here", "", "`largest_files` says: (nothing)")]
    [InlineData("largest files here", "[]", "`largest_files` says:\n\n(nothing)")]
    [InlineData("largest files here", "[not json", "`largest_files` says: [not json")]
    public async Task GetResponse_OtherResults_AreSaidAsTheyAre(string request, string result, string expected) =>
        Assert.Equal(expected, await Answer(request, result));

    [Fact]
    public async Task GetResponse_HugeResult_IsCutWithANote()
    {
        var rows = "[" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $$"""{"i":{{i}}}""")) + "]";

        var answer = await Answer("当前目录最大的文件", rows[..500_000].TrimEnd(',')[..rows[..500_000].LastIndexOf("},", StringComparison.Ordinal)] + "}]");

        Assert.True(answer.Length < 5_000, $"{answer.Length} characters");
        Assert.Matches("还有 [0-9]+ 项", answer);
    }

    [Fact]
    public async Task GetResponse_LongText_IsShortened()
    {
        var answer = await Answer("largest files here", new string('x', 2_000_000));

        Assert.EndsWith("x…\n(shortened)", answer, StringComparison.Ordinal);
        Assert.True(answer.Length < 4_200);
    }

    private static async Task<string> Answer(string request, string result)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var client = new OfflineChatClient(new() { WordDelay = TimeSpan.Zero });
        var options = new ChatOptions { Tools = ToolSets.Get("files") };
        List<ChatMessage> messages = [new(ChatRole.User, request)];
        var response = await client.GetResponseAsync(messages, options, cancellationToken);
        messages.AddMessages(response);
        var call = Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]));
        return (await client.GetResponseAsync(messages, options, cancellationToken)).Text;
    }
}
