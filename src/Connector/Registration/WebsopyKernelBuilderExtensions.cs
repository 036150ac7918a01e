using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;
using Websopy.SemanticKernel;

namespace Microsoft.SemanticKernel;

/// <summary>Registers Websopy's chat completion for Semantic Kernel.</summary>
public static class WebsopyKernelBuilderExtensions
{
    /// <summary>
    /// Registers a <see cref="WebsopyChatCompletionService"/> as <see cref="IChatCompletionService"/> and <see cref="ITextGenerationService"/>,
    /// and an <see cref="IChatClient"/> that invokes kernel functions as well.
    /// </summary>
    /// <param name="builder">Where to register.</param>
    /// <param name="configure">Changes the options after the configuration section <c>Websopy</c> has set them, and with a service id <c>Websopy:ID</c>.</param>
    /// <param name="serviceId">The key of the services; <see langword="null"/> for none.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The options are checked when the host starts, or else when the service is first asked for. HTTP goes through <see cref="IHttpClientFactory"/>.</remarks>
    public static IKernelBuilder AddWebsopyChatCompletion(
        this IKernelBuilder builder, Action<WebsopyClientOptions>? configure = null, string? serviceId = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWebsopyChatCompletion(configure, serviceId);
        return builder;
    }
}
