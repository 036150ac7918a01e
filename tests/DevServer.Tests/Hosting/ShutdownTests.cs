using System.Diagnostics;
using System.Net.Sockets;
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
    public async Task Dispose_Twice_IsFineAndThePortIsFree()
    {
        var server = await TestServers.StartAsync(CancellableModel.Silent);
        await server.DisposeAsync();
        await server.DisposeAsync();

        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(
            async () => await client.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port, TestContext.Current.CancellationToken));
    }
}
