using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.Transport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Websopy's chat client.</summary>
public static class WebsopyServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="WebsopyChatClient"/> as the <see cref="IChatClient"/>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Changes the options after the configuration section <c>Websopy</c> has set them.</param>
    /// <returns>A builder to put middleware on the client, such as <c>UseFunctionInvocation()</c>.</returns>
    /// <remarks>The options are checked when the host starts. HTTP goes through <see cref="IHttpClientFactory"/>, client <c>Websopy</c>.</remarks>
    public static ChatClientBuilder AddWebsopyChatClient(this IServiceCollection services, Action<WebsopyClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = Options.Options.DefaultName;
        AddWebsopy(services, name, configure);
        return services.AddChatClient(provider => Create(provider, name));
    }

    /// <summary>Registers a <see cref="WebsopyChatClient"/> as the keyed <see cref="IChatClient"/>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="serviceKey">The key; its text names the options and the HTTP client (<c>Websopy:KEY</c>).</param>
    /// <param name="configure">Changes the options after the configuration section <c>Websopy</c> has set them.</param>
    /// <returns>A builder to put middleware on the client.</returns>
    /// <inheritdoc cref="AddWebsopyChatClient" path="/remarks" />
    public static ChatClientBuilder AddKeyedWebsopyChatClient(
        this IServiceCollection services, object? serviceKey, Action<WebsopyClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = serviceKey?.ToString() ?? Options.Options.DefaultName;
        AddWebsopy(services, name, configure);
        return services.AddKeyedChatClient(serviceKey, provider => Create(provider, name));
    }

    private static void AddWebsopy(IServiceCollection services, string name, Action<WebsopyClientOptions>? configure)
    {
        services.AddOptions<WebsopyClientOptions>(name)
            .Configure<IServiceProvider>(static (options, provider) =>
                provider.GetService<IConfiguration>()?.GetSection(WebsopyClientOptions.SectionName).Bind(options))
            .ValidateOnStart();
        if (configure is not null) services.Configure(name, configure);
        services.AddSingleton<IValidateOptions<WebsopyClientOptions>>(new WebsopyClientOptionsValidator(name));

        services.AddHttpClient(HttpClientName(name), static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => WebsopyTransport.CreateHandler(OptionsOf(provider, name).ConnectTimeout))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the handler renews its connections itself, and a client lives on
            .RedactLoggedHeaders(static header => header.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
    }

    private static WebsopyChatClient Create(IServiceProvider provider, string name) => new(
        OptionsOf(provider, name),
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(name)),
        provider.GetService<ILoggerFactory>(),
        provider.GetService<TimeProvider>() ?? TimeProvider.System,
        WebsopyChatClient.DrawJitter);

    private static WebsopyClientOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<WebsopyClientOptions>>().Get(name);

    private static string HttpClientName(string name) =>
        name.Length == 0 ? WebsopyClientOptions.SectionName : $"{WebsopyClientOptions.SectionName}:{name}";
}
