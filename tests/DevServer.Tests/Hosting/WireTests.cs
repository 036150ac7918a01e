using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed partial class WireTests
{
    [Fact]
    public async Task Post_WholeAnswer_IsTheseBytes()
    {
        var model = ScriptedChatClient.Play(s => s.Reasoning("Hm.").Text("世界 <b>\n").Call("get_time", new { zone = "Asia/Tokyo" }).Usage(3, 5));
        await using var server = await TestServers.StartAsync(model);
        using var stream = await EventStream.PostAsync(server.Endpoint);

        var body = RunIds().Replace(await stream.ReadTextAsync(), "RUN");

        Assert.Equal(
            "id: RUN-1\ndata: {\"type\":\"reasoning\",\"id\":\"scripted-1\",\"model\":\"scripted\",\"content\":\"Hm.\"}\n\n"
            + "id: RUN-2\ndata: {\"type\":\"content\",\"content\":\"世界 <b>\\n\"}\n\n"
            + "id: RUN-3\ndata: {\"type\":\"tool_call\",\"tool\":{\"name\":\"get_time\",\"arguments\":\"{\\\"zone\\\":\\\"Asia/Tokyo\\\"}\"}}\n\n"
            + "id: RUN-4\ndata: {\"type\":\"done\",\"usage\":{\"promptTokens\":3,\"completionTokens\":5,\"totalTokens\":8},\"finishReason\":\"tool_calls\"}\n\n",
            body);
    }

    [Fact]
    public async Task Post_Head_CarriesWhatProxiesNeed()
    {
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Text("Hi")));
        using var stream = await EventStream.PostAsync(server.Endpoint);

        var head = stream.Response;
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("text/event-stream", head.Content.Headers.ContentType!.ToString());
        Assert.True(head.Headers.CacheControl is { NoCache: true, NoTransform: true });
        Assert.Equal("no", Assert.Single(head.Headers.GetValues("X-Accel-Buffering")));
        Assert.NotEmpty(Assert.Single(head.Headers.GetValues("x-request-id")));
        Assert.False(head.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Post_SilentModel_HeadComesAtOnce()
    {
        await using var server = await TestServers.StartAsync(CancellableModel.Silent);

        using var stream = await EventStream.PostAsync(server.Endpoint);

        Assert.Equal(HttpStatusCode.OK, stream.Status);
    }

    [Fact]
    public async Task Post_EveryEvent_IsOneHttpChunk()
    {
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToArray();
        var large = new string('x', 40_000);
        var model = ScriptedChatClient.Play(s => s.Text("a").Gate(gates[0].Task).Text(large).Gate(gates[1].Task).Text("b").Gate(gates[2].Task));
        await using var server = await TestServers.StartAsync(model);
        using var connection = await RawConnection.OpenAsync(server.Endpoint);
        await connection.PostAsync(server.Endpoint, TestServers.Question);
        await connection.ReadUntilAsync("\r\n\r\n");

        foreach (var (gate, text) in gates.Zip(["a", large, "b"]))
        {
            var frame = await connection.ReadUntilAsync("\n\n\r\n");
            var size = Convert.ToInt32(frame[..frame.IndexOf('\r', StringComparison.Ordinal)], 16);
            Assert.Equal(frame.Length - frame.IndexOf('\n', StringComparison.Ordinal) - 1 - 2, size);
            Assert.Contains($"\"content\":\"{text}\"", frame, StringComparison.Ordinal);
            gate.SetResult();
        }
    }

    [Fact]
    public async Task Post_UpdatesThatAreReadyTogether_StayWholeEventsInWrites()
    {
        var model = ScriptedChatClient.Play(s => s.Texts(Enumerable.Range(0, 5000).Select(i => $"piece {i} ")));
        await using var server = await TestServers.StartAsync(model);
        using var connection = await RawConnection.OpenAsync(server.Endpoint);
        await connection.PostAsync(server.Endpoint, TestServers.Question);
        await connection.ReadUntilAsync("\r\n\r\n");

        var body = await connection.ReadUntilAsync("\r\n0\r\n\r\n");

        // Each piece is what stands between two sizes of the chunked encoding, with the line break that ends it.
        var writes = HttpChunks().Split(body).Where(write => write.Length > 0 && write != "\r\n").ToArray();
        Assert.All(writes, write => Assert.StartsWith("id: ", write, StringComparison.Ordinal));
        Assert.All(writes, write => Assert.EndsWith("}\n\n\r\n", write, StringComparison.Ordinal));
        Assert.InRange(writes.Length, 1, 4000);
    }

    [Fact]
    public async Task Get_Message_AsksTheModel()
    {
        var model = ScriptedChatClient.Play(s => s.Text("Hi"));
        await using var server = await TestServers.StartAsync(model);

        using var stream = await EventStream.GetAsync(new Uri(server.Endpoint, "?message=Hello%20%E4%B8%96%E7%95%8C"));

        Assert.Equal(["content", "done"], (await stream.ReadAllAsync()).Select(e => e.Type));
        var message = Assert.Single(Assert.Single(model.Requests).Messages);
        Assert.Equal((ChatRole.User, "Hello 世界"), (message.Role, message.Text));
    }

    [Fact]
    public async Task Post_ParallelStreams_EachGetsItsOwn()
    {
        var all = new TaskCompletionSource();
        var model = ScriptedChatClient.Play((request, s) => s.Text(request.Messages[0].Text).Gate(all.Task).Text("!"));
        await using var server = await TestServers.StartAsync(model);
        var streams = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            EventStream.PostAsync(server.Endpoint, $$"""{"messages":[{"role":"user","content":"number {{i}}"}]}""")));
        var firsts = await Task.WhenAll(streams.Select(stream => stream.NextAsync()));
        all.SetResult();
        var rests = await Task.WhenAll(streams.Select(stream => stream.ReadAllAsync()));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"number {i}"), firsts.Select(e => e!.Text));
        Assert.All(rests, rest => Assert.Equal(["content", "done"], rest.Select(e => e.Type)));
        Assert.Equal(100, firsts.Select(e => e!.Id).Distinct().Count());
        foreach (var stream in streams)
            stream.Dispose();
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex RunIds();

    [GeneratedRegex("(?<=^|\r\n)[0-9a-f]+\r\n")]
    private static partial Regex HttpChunks();
}
