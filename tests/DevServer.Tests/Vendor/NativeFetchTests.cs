using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Vendor;

/// <summary>The sample that Websopy publishes must work against the development server as it works against Websopy.</summary>
public sealed class NativeFetchTests
{
    private const string Key = "key-of-the-sample";
    private const string Missing = "node is not installed, and the sample runs in it.";

    [Fact]
    public async Task Sample_Answer_LogsEveryDocumentedChunk()
    {
        var model = ScriptedChatClient.Play(s => s
            .Text("AI").Text(" 正在").Text("改变").Text("世界...").Call("get_time", new { zone = "Asia/Shanghai" }).Usage(20, 150));
        await using var server = await TestServers.StartAsync(model, o => o.ApiKeys.Add(Key));

        var chunks = await RunSampleAsync(server.Endpoint);

        Assert.Equal(["content", "content", "content", "content", "tool_call", "done"], chunks.Select(c => c.GetProperty("type").GetString()));
        Assert.Equal("AI 正在改变世界...", string.Concat(chunks.Take(4).Select(c => c.GetProperty("content").GetString())));
        Assert.Equal("""{"name":"get_time","arguments":"{\u0022zone\u0022:\u0022Asia/Shanghai\u0022}"}""", JsonSerializer.Serialize(chunks[4].GetProperty("tool")));
        Assert.Equal(150, chunks[5].GetProperty("usage").GetProperty("completionTokens").GetInt32());
        Assert.Equal("Hello", Assert.Single(model.Requests).Messages[0].Text);
    }

    [Fact]
    public async Task Sample_ThousandPiecesAtTheModelsPace_LosesNone()
    {
        var pieces = Enumerable.Range(0, 1000).Select(i => $"第{i}个 ").ToArray();
        var model = ScriptedChatClient.Play(s =>
        {
            foreach (var group in pieces.Chunk(20))
                s.Texts(group).Wait(TimeSpan.FromMilliseconds(1));
        });
        await using var server = await TestServers.StartAsync(model, o => o.ApiKeys.Add(Key));

        var chunks = await RunSampleAsync(server.Endpoint);

        Assert.Equal(string.Concat(pieces), string.Concat(chunks.SkipLast(1).Select(c => c.GetProperty("content").GetString())));
        Assert.Equal("done", chunks[^1].GetProperty("type").GetString());
    }

    private static async Task<List<JsonElement>> RunSampleAsync(Uri endpoint)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Vendor", "native-fetch.mjs");
        using var node = Start(new ProcessStartInfo("node", [script, endpoint.ToString(), Key]) { RedirectStandardOutput = true, RedirectStandardError = true });
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            throw new InvalidOperationException(Missing, e);
        }
    }
}
