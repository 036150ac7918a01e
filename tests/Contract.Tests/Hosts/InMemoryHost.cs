using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Websopy.SemanticKernel.DevServer;

namespace Websopy.SemanticKernel.Contract.Tests.Hosts;

/// <summary>Websopy's client over the endpoint of the development server, with no network in between.</summary>
internal sealed class InMemoryHost : IClientHost
{
    private readonly WebApplication _application;
    private readonly HttpClient _http;
    private readonly WebsopyChatClient _client;

    private InMemoryHost(WebApplication application, Func<HttpMessageHandler, HttpMessageHandler>? between, Action<WebsopyClientOptions>? configure)
    {
        var handler = application.GetTestServer().CreateHandler();
        var options = new WebsopyClientOptions { Endpoint = new("http://localhost/v1/ai/chat"), ApiKey = null };
        configure?.Invoke(options);
        _application = application;
        _http = new HttpClient(between?.Invoke(handler) ?? handler);
        _client = new WebsopyChatClient(options, _http);
    }

    public IChatClient Client => _client;

    public static async Task<IClientHost> StartAsync(
        IChatClient model,
        CancellationToken cancellationToken,
        TimeSpan resumeWindow = default,
        Func<HttpMessageHandler, HttpMessageHandler>? between = null,
        Action<WebsopyClientOptions>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore().AddSingleton(model)
            .Configure<WebsopyServerOptions>(options => (options.IncludeErrorDetails, options.ResumeWindow) = (true, resumeWindow));
        var application = builder.Build();
        application.UseRouting();
        application.MapWebsopyChat();
        await application.StartAsync(cancellationToken);
        return new InMemoryHost(application, between, configure);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _http.Dispose();
        await _application.DisposeAsync();
    }
}
