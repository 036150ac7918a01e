using System.ClientModel;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>A model on a server that speaks OpenAI's protocol: Ollama, llama.cpp, vLLM and many others.</summary>
public static class UpstreamModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Creates the client of a model.</summary>
    /// <remarks>
    /// The model named here is used whatever model a request names, since a caller of Websopy names Websopy's. Silence of
    /// up to five minutes is borne: a local server may load the model on the first request.
    /// </remarks>
    /// <param name="endpoint">The base address of the API, for Ollama <c>http://localhost:11434/v1</c>.</param>
    /// <param name="model">The model's name on that server.</param>
    /// <param name="apiKey">The key. Default: none, which servers on one's own machine do not ask for.</param>
    /// <returns>The model's client.</returns>
    public static IChatClient Create(Uri endpoint, string model, string? apiKey = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(model);

        // The library insists on a key; servers that ask for none ignore it.
        var client = new OpenAIClient(
            new ApiKeyCredential(apiKey ?? "none"), new OpenAIClientOptions { Endpoint = endpoint, NetworkTimeout = Patience });
        return client.GetChatClient(model).AsIChatClient().AsBuilder()
            .ConfigureOptions(static options => options.ModelId = null)
            .Build();
    }
}
