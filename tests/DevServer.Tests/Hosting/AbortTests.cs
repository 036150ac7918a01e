using System.Net;
using Microsoft.Extensions.Time.Testing;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class AbortTests
{
    [Fact]
    public async Task Abort_NoResumeWindow_CancelsTheModelAtOnce()
    {
        var model = new CancellableModel(updates: 1);
        await using var server = await TestServers.StartAsync(model, o => o.ResumeWindow = TimeSpan.Zero);
        var stream = await EventStream.PostAsync(server.Endpoint);
        await stream.NextAsync();

        stream.Dispose();

        Assert.True(await model.Cancelled);
    }

    [Fact]
    public async Task Abort_BeforeTheFirstUpdate_CancelsTheModel()
    {
        var model = CancellableModel.Silent;
        await using var server = await TestServers.StartAsync(model, o => o.ResumeWindow = TimeSpan.Zero);
        var stream = await EventStream.PostAsync(server.Endpoint);
        await model.Started;

        stream.Dispose();

        Assert.True(await model.Cancelled);
    }

    [Fact]
    public async Task Abort_NobodyComesBack_CancelsTheModelAfterTheWindow()
    {
        var time = new FakeTimeProvider();
        var watch = new TimerWatch(time);
        var model = new CancellableModel(updates: 1);
        await using var server = await TestServers.StartAsync(model, timeProvider: watch);
        var stream = await EventStream.PostAsync(server.Endpoint);
        var seen = await stream.NextAsync();
        stream.Dispose();
        await watch.Started(TimeSpan.FromSeconds(5));

        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(model.HasEnded);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(await model.Cancelled);
        using var late = await EventStream.PostAsync(server.Endpoint, lastEventId: seen!.Id);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
    }

    [Fact]
    public async Task Abort_ClientCameBack_LeavesTheModelAtWork()
    {
        var time = new FakeTimeProvider();
        var watch = new TimerWatch(time);
        var model = new CancellableModel(updates: 1);
        await using var server = await TestServers.StartAsync(model, o => o.HeartbeatInterval = Timeout.InfiniteTimeSpan, watch);
        var stream = await EventStream.PostAsync(server.Endpoint);
        var seen = await stream.NextAsync();
        stream.Dispose();
        await watch.Started(TimeSpan.FromSeconds(5));

        using var second = await EventStream.PostAsync(server.Endpoint, lastEventId: seen!.Id);
        time.Advance(TimeSpan.FromHours(1));

        Assert.False(model.HasEnded);
    }

    [Fact]
    public async Task Abort_EndsTheSlotOfTheStream()
    {
        var model = new CancellableModel(updates: 1);
        await using var server = await TestServers.StartAsync(model, o => { o.ResumeWindow = TimeSpan.Zero; o.MaxConcurrentStreams = 1; });
        var stream = await EventStream.PostAsync(server.Endpoint);
        using (var refused = await EventStream.PostAsync(server.Endpoint))
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);

        stream.Dispose();
        await model.Cancelled;

        // The slot is free a moment after the model has ended, on another thread.
        for (var status = HttpStatusCode.TooManyRequests; status != HttpStatusCode.OK;)
        {
            using var next = await EventStream.PostAsync(server.Endpoint);
            status = next.Status;
        }
    }
}
