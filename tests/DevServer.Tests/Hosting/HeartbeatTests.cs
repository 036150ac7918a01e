using Microsoft.Extensions.Time.Testing;
using Websopy.SemanticKernel.DevServer.Hosting;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Heartbeat_SilentModel_SendsACommentEachInterval()
    {
        var time = new FakeTimeProvider();
        var watch = new TimerWatch(time);
        await using var server = await TestServers.StartAsync(CancellableModel.Silent, timeProvider: watch);
        using var connection = await RawConnection.OpenAsync(server.Endpoint);
        await connection.PostAsync(server.Endpoint, TestServers.Question);
        await connection.ReadUntilAsync("\r\n\r\n");

        for (var beat = 0; beat < 3; beat++)
        {
            await watch.Started(Interval);
            time.Advance(Interval);
            Assert.Equal("e\r\n: keep-alive\n\n\r\n", await connection.ReadUntilAsync("\n\n\r\n"));
        }
    }

    [Fact]
    public async Task Heartbeat_EventInBetween_CountsFromTheEvent()
    {
        var time = new FakeTimeProvider();
        var watch = new TimerWatch(time);
        var gate = new TaskCompletionSource();
        var model = ScriptedChatClient.Play(s => s.Gate(gate.Task).Text("a").Gate(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None)));
        await using var server = await TestServers.StartAsync(model, timeProvider: watch);
        using var connection = await RawConnection.OpenAsync(server.Endpoint);
        await connection.PostAsync(server.Endpoint, TestServers.Question);
        await connection.ReadUntilAsync("\r\n\r\n");
        await watch.Started(Interval);

        time.Advance(TimeSpan.FromSeconds(10));
        gate.SetResult();
        await connection.ReadUntilAsync("\n\n\r\n");
        time.Advance(TimeSpan.FromSeconds(5));
        await watch.Started(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("e\r\n: keep-alive\n\n\r\n", await connection.ReadUntilAsync("\n\n\r\n"));
    }

    [Fact]
    public void OnTimer_EventCameFirst_GoesOnBeating()
    {
        var time = new FakeTimeProvider();
        var beats = 0;
        using var heartbeat = new Heartbeat(time, Interval, () => beats++);

        time.Advance(Interval);
        heartbeat.OnSent();
        time.Advance(Interval);

        Assert.Equal(2, beats);
        Assert.True(heartbeat.IsDue);
    }

    [Fact]
    public async Task Heartbeat_EventWonTheRace_TheNextSilenceHasItsComment()
    {
        var time = new FakeTimeProvider();
        var watch = new TimerWatch(time);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IEnumerable<string> Tell()
        {
            made.SetResult();
            yield break;
        }

        // A write that the client holds up: when the heartbeat is due, the next event is there already.
        var large = new string('x', 30_000_000);
        var model = ScriptedChatClient.Play(s => s
            .Text("a").Gate(gate.Task).Text(large).Text("b").Texts(Tell()).Gate(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None)));
        await using var server = await TestServers.StartAsync(model, o => o.ReplayBufferBytes = 100_000_000, watch);
        using var stream = await EventStream.PostAsync(server.Endpoint);
        await stream.NextAsync();
        await watch.Started(Interval);
        gate.SetResult();
        await made.Task.EndAsync();

        time.Advance(Interval);
        var texts = (await stream.ReadAsync(2)).Select(e => e.Text);
        await watch.Started(Interval);
        time.Advance(Interval);

        Assert.Equal([large, "b"], texts);
        Assert.Empty(stream.Comments);
        Assert.Equal(": keep-alive", await stream.NextLineAsync());
    }
}
