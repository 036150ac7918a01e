using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel.FunctionInvocation;

namespace Microsoft.Extensions.AI;

/// <summary>Puts mid-stream function invocation on a pipeline of chat clients.</summary>
public static class MidStreamFunctionInvocationChatClientBuilderExtensions
{
    /// <summary>Invokes functions while the response is still being streamed.</summary>
    /// <param name="builder">The pipeline, which needs no <c>UseFunctionInvocation</c> besides.</param>
    /// <param name="loggerFactory">Where invocations are logged; <see langword="null"/> for the factory of the pipeline's services, if there is one.</param>
    /// <param name="configure">Changes the settings of the client.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>As with <c>UseFunctionInvocation</c>, put <c>UseOpenTelemetry</c> after it, so that each request has a span of its own.</remarks>
    public static ChatClientBuilder UseMidStreamFunctionInvocation(
        this ChatClientBuilder builder, ILoggerFactory? loggerFactory = null, Action<MidStreamFunctionInvokingChatClient>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((innerClient, services) =>
        {
            var client = new MidStreamFunctionInvokingChatClient(innerClient, loggerFactory ?? services.GetService<ILoggerFactory>(), services);
            configure?.Invoke(client);
            return client;
        });
    }
}
