using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http;
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
    /// <returns>A builder to put middleware on the client, such as <c>UseMidStreamFunctionInvocation()</c>.</returns>
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
    /// <param name="configure">Changes the options after the configuration sections <c>Websopy</c> and <c>Websopy:KEY</c> have set them.</param>
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
            .Configure<IServiceProvider>((options, provider) => Bind(options, provider.GetService<IConfiguration>(), name))
            .ValidateOnStart();
        if (configure is not null) services.Configure(name, configure);
        services.AddSingleton<IValidateOptions<WebsopyClientOptions>>(new WebsopyClientOptionsValidator(name));

        services.AddHttpClient(HttpClientName(name), static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => WebsopyTransport.CreateHandler(OptionsOf(provider, name).ConnectTimeout))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan); // the handler renews its connections itself, and a client lives on
        services.PostConfigure<HttpClientFactoryOptions>(HttpClientName(name), static http =>
        {
            // The factory hides every header unless told otherwise; the key's stays hidden whatever it is told.
            var isHidden = http.ShouldRedactHeaderValue;
            http.ShouldRedactHeaderValue = header => header.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || isHidden(header);
        });
    }

    private static void Bind(WebsopyClientOptions options, IConfiguration? configuration, string name)
    {
        if (configuration?.GetSection(WebsopyClientOptions.SectionName) is not { } section) return;
        var keyOfTheEnvironment = options.ApiKey;
        section.Bind(options);
        if (name.Length > 0) section.GetSection(name).Bind(options);
        if (string.IsNullOrEmpty(options.ApiKey)) options.ApiKey = keyOfTheEnvironment; // "ApiKey": "" is a place to fill in, not a key
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
