using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Websopy.SemanticKernel.DevServer;
using Websopy.SemanticKernel.DevServer.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts an <see cref="IChatClient"/> behind Websopy's protocol.</summary>
public static class WebsopyEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>GET</c> and <c>POST</c> of a path to the <see cref="IChatClient"/> in the service container, with the limits
    /// and keys in <see cref="WebsopyServerOptions"/>.
    /// </summary>
    /// <remarks>
    /// <para>The client is resolved in a scope of its own for each answer, which lasts as long as the model is at work and
    /// may outlive the request. The caller's tools are declared to the model and never run here.</para>
    /// <para>Text, reasoning, calls, usage and errors of the model reach the caller. Calls that the model's side has
    /// answered itself do not; content that the protocol cannot carry is left out, with a warning in the log.</para>
    /// </remarks>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="pattern">The path. Default: the one Websopy documents.</param>
    /// <returns>What adds conventions to the endpoint, such as CORS or rate limits.</returns>
    /// <exception cref="InvalidOperationException">No <see cref="IChatClient"/> is registered.</exception>
    /// <exception cref="OptionsValidationException">A setting of <see cref="WebsopyServerOptions"/> makes no sense.</exception>
    public static IEndpointConventionBuilder MapWebsopyChat(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/v1/ai/chat")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);

        var services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IChatClient)) is false)
            throw new InvalidOperationException("MapWebsopyChat needs a model: register an IChatClient, for instance with services.AddChatClient(...).");

        var endpoint = ChatEndpoint.Create(services);
        return endpoints.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Post], endpoint.HandleAsync).WithDisplayName("Websopy chat");
    }
}
