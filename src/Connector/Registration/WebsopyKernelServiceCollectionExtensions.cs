using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;
using Websopy.SemanticKernel;
using Websopy.SemanticKernel.KernelConnector.Invocation;

namespace Microsoft.SemanticKernel;

/// <summary>Registers Websopy's chat completion for Semantic Kernel where kernels come from an application's services.</summary>
public static class WebsopyKernelServiceCollectionExtensions
{
    /// <inheritdoc cref="WebsopyKernelBuilderExtensions.AddWebsopyChatCompletion" />
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Changes the options after the configuration section <c>Websopy</c> has set them, and with a service id <c>Websopy:ID</c>.</param>
    /// <param name="serviceId">The key of the services; <see langword="null"/> for none.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWebsopyChatCompletion(
        this IServiceCollection services, Action<WebsopyClientOptions>? configure = null, string? serviceId = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddWebsopyClient(serviceId, configure);
        services.AddKeyedChatClient(serviceId, provider => provider.GetRequiredKeyedService<WebsopyChatClient>(serviceId))
            .Use((inner, provider) => new KernelFunctionInvokingChatClient(inner, provider.GetService<ILoggerFactory>(), provider));
        services.AddKeyedSingleton(serviceId, (provider, key) => new WebsopyChatCompletionService(
            provider.GetRequiredKeyedService<WebsopyChatClient>(key), provider.GetService<ILoggerFactory>()));
        services.AddKeyedSingleton<IChatCompletionService>(serviceId, (provider, key) => provider.GetRequiredKeyedService<WebsopyChatCompletionService>(key));
        services.AddKeyedSingleton<ITextGenerationService>(serviceId, (provider, key) => provider.GetRequiredKeyedService<WebsopyChatCompletionService>(key));
        return services;
    }
}
