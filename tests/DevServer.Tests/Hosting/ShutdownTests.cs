using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Websopy.SemanticKernel.DevServer.Hosting;
using Websopy.SemanticKernel.DevServer.Tests.Support;

namespace Websopy.SemanticKernel.DevServer.Tests.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Dispose_OpenStreams_CancelsTheModelsAndEndsPromptly()
    {
        var models = new List<CancellableModel>();
        var server = await TestServers.StartAsync(new EachHisOwn(models));
        using var idle = await EventStream.PostAsync(server.Endpoint);
        using var other = await EventStream.PostAsync(server.Endpoint);
        await Task.WhenAll(models.Select(model => model.Started));
        var seen = await idle.NextAsync();

        var clock = Stopwatch.StartNew();
        await server.DisposeAsync();

        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
        Assert.Equal(2, models.Count);
        Assert.All(models, model => Assert.True(model.HasEnded));
        Assert.True(await models[0].Cancelled);
        Assert.Equal("content", seen!.Type);
        Assert.Empty(await idle.ReadAllAsync());
    }

    [Fact]
    public async Task Dispose_ClientThatDoesNotRead_EndsPromptly()
    {
        var model = new CancellableModel(updates: 1_000_000);
        var server = await TestServers.StartAsync(model);
        using var connection = await RawConnection.OpenAsync(server.Endpoint, receiveBuffer: 4096);
        await connection.PostAsync(server.Endpoint, TestServers.Question);
        await connection.ReadUntilAsync("\r\n\r\n");
        await model.Started;

        var clock = Stopwatch.StartNew();
        await server.DisposeAsync();

        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
        Assert.True(await model.Cancelled);
    }

    [Fact]
    public async Task Dispose_RunWithoutConnection_IsCancelledAndAwaited()
    {
        var model = new CancellableModel(updates: 1);
        var server = await TestServers.StartAsync(model, o => o.ResumeWindow = TimeSpan.FromHours(1));
        using (var stream = await EventStream.PostAsync(server.Endpoint))
            await stream.NextAsync();

        await server.DisposeAsync();

        Assert.True(model.HasEnded);
    }

    [Fact]
    public async Task Stopped_ModelEndsLate_IsAwaited()
    {
        var (begun, gate) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var hasEnded = false;
        async IAsyncEnumerable<ChatResponseUpdate> Answer()
        {
            begun.SetResult();
            await gate.Task;

            // Not to be cancelled, and longer than it takes to return without waiting.
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
            Volatile.Write(ref hasEnded, true);
            yield break;
        }

        using var lifetime = new HostLifetime();
        var runs = TestRuns.Create(new FunctionModel(_ => Answer()));
        new RunShutdown(runs, NullLogger.Instance).Register(lifetime);
        runs.TryStart(null, TestRuns.Question, out _);
        await begun.Task.EndAsync();

        lifetime.StopApplication();
        gate.SetResult();
        lifetime.NotifyStopped();

        Assert.True(Volatile.Read(ref hasEnded));
    }

    [Fact]
    public async Task Dispose_Twice_IsFineAndThePortIsFree()
    {
        var server = await TestServers.StartAsync(CancellableModel.Silent);
        await server.DisposeAsync();
        await server.DisposeAsync();

        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(
            async () => await client.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port, TestContext.Current.CancellationToken));
    }

    private sealed class HostLifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();
        private readonly CancellationTokenSource _stopped = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => _stopped.Token;

        public void StopApplication() => _stopping.Cancel();

        public void NotifyStopped() => _stopped.Cancel();

        public void Dispose()
        {
            _stopping.Dispose();
            _stopped.Dispose();
        }
    }
}
