using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.TestKit;

/// <summary>
/// A client over a server in memory, with a clock, jitter and log that the test controls. Nothing is retried and nothing
/// times out unless the test's options say so.
/// </summary>
public sealed class ClientHarness : IDisposable
{
    /// <summary>The key of every test; no part of it may show up anywhere.</summary>
    public const string Key = "sk-websopy-SECRET-0123456789abcdef";

    private readonly Lazy<WebsopyChatClient> _client;
    private readonly Lazy<HttpClient> _http;

    public ClientHarness(Action<WebsopyClientOptions>? configure = null)
    {
        configure?.Invoke(Options);
        _http = new(() => new HttpClient(Server, disposeHandler: false));
        _client = new(() => new WebsopyChatClient(Options, OverNetwork ? null : _http.Value, Log, Time, () => Jitter));
    }

    public WebsopyClientOptions Options { get; } = new()
    {
        Endpoint = new("https://api.websopy.test/v1/ai/chat"),
        ApiKey = Key,
        MaxRetries = 0,
        IdleTimeout = Timeout.InfiniteTimeSpan,
    };

    public StubHttpHandler Server { get; } = new();

    public RecordingTimeProvider Time { get; init; } = new() { SkipsWaits = true };

    public CapturingLoggerFactory Log { get; } = new();

    /// <summary>The random number between 0 and 1 that every wait is drawn with.</summary>
    public double Jitter { get; set; } = 0.5;

    /// <summary>Whether the client makes its own HttpClient, for a real server.</summary>
    public bool OverNetwork { get; init; }

    public WebsopyChatClient Client => _client.Value;

    /// <summary>A harness with one answer: these chunks.</summary>
    public static ClientHarness For(params IEnumerable<string> chunks) => For(EventStreamBuilder.Of(chunks).ToScript());

    /// <summary>A harness with one answer: this body.</summary>
    public static ClientHarness For(ByteScript script, bool asynchronous = false, Action<WebsopyClientOptions>? configure = null) =>
        new ClientHarness(configure).Then(script, asynchronous);

    /// <summary>Queues a further answer.</summary>
    public ClientHarness Then(ByteScript script, bool asynchronous = false)
    {
        Server.Answer(() => Responses.EventStream(script, asynchronous));
        return this;
    }

    /// <summary>Queues a further answer.</summary>
    public ClientHarness Then(Stream body)
    {
        Server.Answer(() => Responses.EventStream(body));
        return this;
    }

    public IAsyncEnumerable<ChatResponseUpdate> Stream(CancellationToken cancellationToken, ChatOptions? options = null) =>
        Client.GetStreamingResponseAsync([new(ChatRole.User, "Hi")], options, cancellationToken);

    public Task<StreamOutcome> StreamAsync(CancellationToken cancellationToken, ChatOptions? options = null) =>
        StreamOutcome.OfAsync(Stream(cancellationToken, options));

    public Task<ChatResponse> RespondAsync(CancellationToken cancellationToken, ChatOptions? options = null) =>
        Client.GetResponseAsync([new(ChatRole.User, "Hi")], options, cancellationToken);

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
        if (_http.IsValueCreated)
            _http.Value.Dispose();

        Server.Dispose();
        Log.Dispose();
    }
}
