using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Websopy.SemanticKernel.Protocol;
using Websopy.SemanticKernel.Streaming;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel;

/// <summary>Websopy's streaming chat as an <see cref="IChatClient"/>.</summary>
/// <remarks>
/// It is safe to use from many threads at once. It does not invoke functions itself: put
/// <c>UseMidStreamFunctionInvocation</c> or another invoker on it with a <see cref="ChatClientBuilder"/>.
/// </remarks>
public sealed class WebsopyChatClient : IChatClient
{
    private readonly StreamContext _context;
    private readonly ChatClientMetadata _metadata;
    private readonly HttpClient? _ownHttpClient;

    /// <summary>Creates a client.</summary>
    /// <param name="options">Where and how; <see langword="null"/> for the defaults, with the key from the environment. They are copied.</param>
    /// <param name="httpClient">
    /// What to send with; <see langword="null"/> for a client of its own. A given one is not disposed, should not follow
    /// redirects, and needs <see cref="HttpClient.Timeout"/> infinite for answers that take longer to begin.
    /// </param>
    /// <param name="loggerFactory">Where retries and failures are logged; <see langword="null"/> for nowhere. Texts and keys never are.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says which and what to set.</exception>
    public WebsopyChatClient(WebsopyClientOptions? options = null, HttpClient? httpClient = null, ILoggerFactory? loggerFactory = null)
        : this(options ?? new WebsopyClientOptions(), httpClient, loggerFactory, TimeProvider.System, DrawJitter)
    {
    }

    internal WebsopyChatClient(
        WebsopyClientOptions options, HttpClient? httpClient, ILoggerFactory? loggerFactory, TimeProvider timeProvider, Func<double> jitter)
    {
        options = options.Clone();
        if (WebsopyClientOptionsValidator.Validate(options) is { Count: > 0 } mistakes)
            throw new ArgumentException(string.Join(" ", mistakes), nameof(options));

        _ownHttpClient = httpClient is null ? WebsopyTransport.CreateHttpClient(options) : null;
        _metadata = new ChatClientMetadata("websopy", options.Endpoint, options.Model);
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<WebsopyChatClient>();
        var quoter = new Quoter(options.ApiKey);
        var transport = new WebsopyTransport(httpClient ?? _ownHttpClient!, options, quoter, timeProvider);
        _context = new StreamContext(options, quoter, transport, timeProvider, jitter, logger, this);
    }

    /// <inheritdoc />
    /// <exception cref="WebsopyException">The request failed (while it is enumerated).</exception>
    /// <exception cref="NotSupportedException">The messages or options hold something that Websopy cannot take (while it is enumerated).</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new UpdateStream(_context, messages, options, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>It is the streaming response, collected.</remarks>
    /// <exception cref="WebsopyException">The request failed; <see cref="WebsopyException.PartialResponse"/> has what came before.</exception>
    /// <exception cref="NotSupportedException">The messages or options hold something that Websopy cannot take.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
                updates.Add(update);
        }
        catch (WebsopyException exception) when (updates.Count > 0)
        {
            exception.PartialResponse = updates.ToChatResponse();
            throw;
        }

        return updates.ToChatResponse();
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        if (serviceType == typeof(ChatClientMetadata)) return _metadata;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Disposes the HTTP client, where it is this client's own.</summary>
    public void Dispose() => _ownHttpClient?.Dispose();

    internal static double DrawJitter() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
