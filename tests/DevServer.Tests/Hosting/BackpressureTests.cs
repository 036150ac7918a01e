using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class BackpressureTests
{
    private const int Many = 100_000;

    [Fact]
    public async Task Write_ClientDoesNotRead_ModelWaits()
    {
        var model = new CancellableModel(Many);
        await using var server = await TestServers.StartAsync(model, o => o.ReplayBufferEvents = 1000);
        using var connection = await RawConnection.OpenAsync(server.Endpoint, receiveBuffer: 4096);
        await connection.PostAsync(server.Endpoint, TestServers.Question);
        await connection.ReadUntilAsync("\r\n\r\n");

        var made = await WaitUntilStill(() => model.Made);

        // What is neither in the buffer's 1,000 events is in the sockets of this machine, which hold a few megabytes.
        Assert.InRange(made, 500, Many / 2);
        Assert.False(model.HasEnded);
    }

    [Fact]
    public async Task Write_ClientGone_ModelWaitsAtHalfTheBuffer()
    {
        var gate = new TaskCompletionSource();
        var made = 0;
        var model = ScriptedChatClient.Play(s => s.Text("first").Gate(gate.Task).Texts(Enumerable.Range(0, Many).Select(i => $"{++made} ")));
        var detached = new TimerWatch(TimeProvider.System);
        var window = TimeSpan.FromHours(1);
        await using var server = await TestServers.StartAsync(model, o => { o.ReplayBufferEvents = 1000; o.ResumeWindow = window; }, detached);
        ServerEvent first;
        using (var stream = await EventStream.PostAsync(server.Endpoint))
            first = (await stream.NextAsync())!;
        await detached.Started(window);

        gate.SetResult();
        var still = await WaitUntilStill(() => Volatile.Read(ref made));
        using var last = await EventStream.PostAsync(server.Endpoint, lastEventId: first.Id);
        var events = await last.ReadAllAsync();

        Assert.InRange(still, 500, 501);
        Assert.Equal(Many + 1, events.Count);
        Assert.Equal(Enumerable.Range(1, Many).Select(i => $"{i} "), events.SkipLast(1).Select(e => e.Text));
    }

    [Fact]
    public async Task Write_ClientReadsLate_LosesNothing()
    {
        var model = ScriptedChatClient.Play(s => s.Texts(Enumerable.Range(0, Many).Select(i => $"{i} ")));
        await using var server = await TestServers.StartAsync(model, o => o.ReplayBufferBytes = 64 * 1024);
        using var stream = await EventStream.PostAsync(server.Endpoint);

        var events = await stream.ReadAllAsync();

        Assert.Equal(Many + 1, events.Count);
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"{i} "), events.SkipLast(1).Select(e => e.Text));
    }

    /// <summary>Polls until the model has made no progress for a while: that it waits shows only in nothing happening.</summary>
    private static async Task<int> WaitUntilStill(Func<int> progress)
    {
        var (last, still) = (-1, 0);
        while (still < 20)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
            var now = progress();
            still = now == last && now > 0 ? still + 1 : 0;
            last = now;
        }

        return last;
    }
}
