using System.Net;
using Microsoft.Extensions.Time.Testing;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class ResumeTests
{
    private static IEnumerable<string> Pieces(int count) => Enumerable.Range(0, count).Select(i => $"{i} ");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(299)]
    [InlineData(300)]
    public async Task Resume_ConnectionDroppedAfterEvents_LosesAndRepeatsNothing(int received)
    {
        var model = ScriptedChatClient.Play(s => s.Texts(Pieces(300)).Usage(1, 300));
        await using var server = await TestServers.StartAsync(model);
        List<ServerEvent> events;
        using (var first = await EventStream.PostAsync(server.Endpoint))
            events = await first.ReadAsync(received);

        using var second = await EventStream.PostAsync(server.Endpoint, lastEventId: events[^1].Id);
        events.AddRange(await second.ReadAllAsync());

        Assert.Equal(string.Concat(Pieces(300)), string.Concat(events.Select(e => e.Text)));
        Assert.Equal(301, events.Select(e => e.Id).Distinct().Count());
        Assert.Equal("done", events[^1].Type);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Resume_DroppedAgainAndAgainWhileTheModelSpeaks_LosesAndRepeatsNothing()
    {
        var gates = Enumerable.Range(0, 20).Select(_ => new TaskCompletionSource()).ToArray();
        var model = ScriptedChatClient.Play(s =>
        {
            foreach (var (i, gate) in gates.Index())
                s.Text($"{i} ").Gate(gate.Task);
        });
        await using var server = await TestServers.StartAsync(model);
        List<ServerEvent> events = [];

        foreach (var gate in gates)
        {
            using var stream = await EventStream.PostAsync(server.Endpoint, lastEventId: events.LastOrDefault()?.Id);
            events.Add((await stream.NextAsync())!);
            gate.SetResult();
        }

        using var last = await EventStream.PostAsync(server.Endpoint, lastEventId: events[^1].Id);
        Assert.Equal("done", Assert.Single(await last.ReadAllAsync()).Type);
        Assert.Equal(string.Concat(Pieces(20)), string.Concat(events.Select(e => e.Text)));
    }

    [Fact]
    public async Task Resume_EarlierPositionThanSent_RepeatsWhatFollowsIt()
    {
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Texts(Pieces(10))));
        using var first = await EventStream.PostAsync(server.Endpoint);
        var events = await first.ReadAllAsync();

        using var second = await EventStream.GetAsync(server.Endpoint, lastEventId: events[3].Id);

        Assert.Equal(events[4..], await second.ReadAllAsync());
    }

    [Fact]
    public async Task Resume_SecondConnection_TakesOverFromTheFirst()
    {
        var gate = new TaskCompletionSource();
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Text("a").Gate(gate.Task).Text("b")));
        using var first = await EventStream.PostAsync(server.Endpoint);
        var seen = await first.NextAsync();

        using var second = await EventStream.PostAsync(server.Endpoint, lastEventId: seen!.Id);
        Assert.Empty(await first.ReadAllAsync());
        gate.SetResult();

        Assert.Equal(["b", ""], (await second.ReadAllAsync()).Select(e => e.Text));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef-1")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("RUN-99999999999999999999")]
    [InlineData("RUN-12")]
    [InlineData("RUN--1")]
    [InlineData("RUN-+1")]
    public async Task Resume_UnknownPosition_IsGone(string lastEventId)
    {
        await using var server = await TestServers.StartAsync(ScriptedChatClient.Play(s => s.Texts(Pieces(10))));
        using var first = await EventStream.PostAsync(server.Endpoint);
        var run = (await first.ReadAllAsync())[0].Id[..^2];

        using var second = await EventStream.PostAsync(server.Endpoint, lastEventId: lastEventId.Replace("RUN", run, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Contains("\"resume_expired\"", await second.ReadTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_DiscardedPosition_IsGone()
    {
        await using var server = await TestServers.StartAsync(
            ScriptedChatClient.Play(s => s.Texts(Pieces(100))), o => o.ReplayBufferEvents = 20);
        using var first = await EventStream.PostAsync(server.Endpoint);
        var events = await first.ReadAllAsync();

        using var early = await EventStream.PostAsync(server.Endpoint, lastEventId: events[50].Id);
        using var late = await EventStream.PostAsync(server.Endpoint, lastEventId: events[95].Id);

        Assert.Equal(HttpStatusCode.Gone, early.Status);
        Assert.Equal(events[96..], await late.ReadAllAsync());
    }

    [Fact]
    public async Task Resume_OtherKey_IsGone()
    {
        await using var server = await TestServers.StartAsync(
            ScriptedChatClient.Play(s => s.Texts(Pieces(10))), o => { o.ApiKeys.Add("one"); o.ApiKeys.Add("two"); });
        using var first = await EventStream.PostAsync(server.Endpoint, key: "one");
        var events = await first.ReadAllAsync();

        using var other = await EventStream.PostAsync(server.Endpoint, lastEventId: events[0].Id, key: "two");
        using var same = await EventStream.PostAsync(server.Endpoint, lastEventId: events[0].Id, key: "one");

        Assert.Equal(HttpStatusCode.Gone, other.Status);
        Assert.Equal(events[1..], await same.ReadAllAsync());
    }

    [Fact]
    public async Task Resume_FinishedRunAfterItsWindow_IsGone()
    {
        var time = new FakeTimeProvider();
        var detached = new TimerWatch(time);
        await using var server = await TestServers.StartAsync(
            ScriptedChatClient.Play(s => s.Texts(Pieces(3))), o => o.ResumeWindow = TimeSpan.FromSeconds(7), detached);
        using var first = await EventStream.PostAsync(server.Endpoint);
        var events = await first.ReadAllAsync();
        await detached.Started(TimeSpan.FromSeconds(7));

        time.Advance(TimeSpan.FromSeconds(7));
        using var second = await EventStream.PostAsync(server.Endpoint, lastEventId: events[0].Id);

        Assert.Equal(HttpStatusCode.Gone, second.Status);
    }
}
