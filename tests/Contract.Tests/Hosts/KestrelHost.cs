using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer;

namespace Websopy.SemanticKernel.Contract.Tests.Hosts;

/// <summary>Websopy's client over the development server on a loopback port.</summary>
internal sealed class KestrelHost : IClientHost
{
    private readonly WebsopyDevServer _server;
    private readonly WebsopyChatClient _client;

    private KestrelHost(WebsopyDevServer server) =>
        (_server, _client) = (server, new WebsopyChatClient(new() { Endpoint = server.Endpoint, ApiKey = null }));

    public IChatClient Client => _client;

    public static async Task<IClientHost> StartAsync(IChatClient model, CancellationToken cancellationToken) => new KestrelHost(
        await WebsopyDevServer.StartAsync(
            new() { Model = model, ConfigureServer = options => options.ResumeWindow = TimeSpan.Zero }, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
