using Microsoft.Extensions.Time.Testing;
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
}
