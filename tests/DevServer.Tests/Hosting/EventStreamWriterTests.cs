using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Websopy.SemanticKernel.DevServer.Hosting;
using Websopy.SemanticKernel.DevServer.Runs;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class EventStreamWriterTests
{
    [Fact]
    public async Task Write_BodyOfTheServer_IsToldNotToBuffer()
    {
        using var sent = new MemoryStream();
        var body = new WatchedBody(sent);
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(body);
        var events = new ReplayBuffer(maxEvents: 10, maxBytes: 1000);
        var reader = events.TryAttach(after: 0)!;
        events.Append("data: {}\n\n"u8);
        events.Complete();

        await EventStreamWriter.WriteAsync(context, reader, Timeout.InfiniteTimeSpan, TimeProvider.System);

        Assert.True(body.IsUnbuffered);
        Assert.Equal("data: {}\n\n"u8.ToArray(), sent.ToArray());
    }

    [Fact]
    public async Task Write_TakenOverInTheMiddleOfAnEvent_BreaksTheConnection()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var model = ScriptedChatClient.Play(s => s.Text("a").Gate(gate.Task).Text(new string('x', 30_000_000)));
        await using var server = await TestServers.StartAsync(model, o => o.ReplayBufferBytes = 100_000_000);
        using var broken = await EventStream.PostAsync(server.Endpoint);
        var first = (await broken.NextAsync())!;
        gate.SetResult();
        Assert.EndsWith("-2", await broken.NextLineAsync(), StringComparison.Ordinal);

        using var next = await EventStream.PostAsync(server.Endpoint, lastEventId: first.Id);

        await Assert.ThrowsAnyAsync<IOException>(broken.ReadTextAsync);
        Assert.Equal(["content", "done"], (await next.ReadAllAsync()).Select(e => e.Type));
    }

    private sealed class WatchedBody(Stream stream) : StreamResponseBodyFeature(stream)
    {
        public bool IsUnbuffered { get; private set; }

        public override void DisableBuffering() => IsUnbuffered = true;
    }
}
