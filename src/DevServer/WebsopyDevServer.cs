using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.DevServer.Hosting;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>
/// A server that speaks Websopy's protocol, inside this process and reachable from this machine only: to develop without a
/// key and to test without a network. Disposing it stops it.
/// </summary>
public sealed class WebsopyDevServer : IAsyncDisposable
{
    private const string Path = "/v1/ai/chat";
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(300);

    private readonly WebApplication _application;
    private readonly IChatClient? _ownModel;
    private int _isDisposed;

    private WebsopyDevServer(WebApplication application, IChatClient? ownModel)
    {
        (_application, _ownModel) = (application, ownModel);
        Endpoint = new Uri(new Uri(application.Urls.First()), Path);
    }

    /// <summary>The whole address of the chat API, ready for <see cref="WebsopyClientOptions.Endpoint"/>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="options">What it serves and where. Default: the offline model on a free port.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="OptionsValidationException">A setting made in <see cref="WebsopyDevServerOptions.ConfigureServer"/> makes no sense.</exception>
    public static async Task<WebsopyDevServer> StartAsync(WebsopyDevServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WebsopyDevServerOptions();
        var ownModel = options.Model is null ? new OfflineChatClient() : null;
        var application = Build(options, options.Model ?? ownModel!);
        try
        {
            application.MapWebsopyChat(Path);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new WebsopyDevServer(application, ownModel);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            ownModel?.Dispose();
            throw;
        }
    }

    /// <summary>Cancels what is running, closes all connections and stops. Streams that are open break off without <c>done</c>.</summary>
    /// <returns>Completes when the server has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        using (var patience = new CancellationTokenSource(StopPatience, TimeProvider.System))
            await _application.StopAsync(patience.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _ownModel?.Dispose();
    }

    private static WebApplication Build(WebsopyDevServerOptions options, IChatClient model)
    {
        // The empty builder reads no environment and no files: the application around it may be a web application itself.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options.Port));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerFactory>(new DiscreetLoggerFactory(options.LoggerFactory ?? NullLoggerFactory.Instance));
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(model);
        builder.Services.AddSingleton<IHostLifetime, InProcessLifetime>();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["127.0.0.1", "localhost"]);
        builder.Services.Configure<WebsopyServerOptions>(server =>
        {
            server.IncludeErrorDetails = true;
            options.ConfigureServer?.Invoke(server);
        });

        var application = builder.Build();
        application.UseHostFiltering();
        application.Use(CrossSiteRefusal.InvokeAsync);
        application.UseRouting();
        return application;
    }

    private static void Configure(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        // Whoever stops in a debugger reads slowly; what waits for a reader is bounded, so nothing is gained by throwing it out.
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, port);
    }
}
