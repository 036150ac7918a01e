using System.Diagnostics;

namespace Websopy.SemanticKernel;

/// <summary>Where the Websopy API is, how to sign in, and how patient and how careful the client is.</summary>
/// <remarks>
/// With dependency injection the options are bound from the configuration section <see cref="SectionName"/>, those of a keyed
/// client from its subsection <c>Websopy:KEY</c> as well.
/// </remarks>
public sealed class WebsopyClientOptions
{
    /// <summary>The configuration section that the options are bound from: <c>Websopy</c>.</summary>
    public const string SectionName = "Websopy";

    /// <summary>The environment variable that <see cref="ApiKey"/> defaults to: <c>WEBSOPY_API_KEY</c>, the name Websopy documents.</summary>
    public const string ApiKeyEnvironmentVariable = "WEBSOPY_API_KEY";

    /// <summary>The whole address of the chat API. Default: the documented <c>https://api.websopy.com/v1/ai/chat</c>.</summary>
    public Uri Endpoint { get; set; } = new("https://api.websopy.com/v1/ai/chat");

    /// <summary>
    /// The key, sent as a bearer token. Default: the environment variable <see cref="ApiKeyEnvironmentVariable"/>.
    /// It may be absent only for a loopback <see cref="Endpoint"/>.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; } = Environment.GetEnvironmentVariable(ApiKeyEnvironmentVariable);

    /// <summary>The model to ask for where a request names none. Default: <see langword="null"/>, the server's own choice.</summary>
    public string? Model { get; set; }

    /// <summary>
    /// How often a transient failure is tried again: before the first update from the start, after it only where event ids
    /// let the stream go on. The count starts anew with every new event. Default 3, as Websopy's page advises; 0 turns it off.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The upper bound of the first wait between attempts; it doubles with each further one, and the wait is drawn evenly
    /// between zero and the bound (full jitter). Default 1 second, as Websopy's page advises.
    /// </summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait between attempts. Where the server asks for more (<c>Retry-After</c>), the failure is thrown at once
    /// with <see cref="WebsopyException.RetryAfter"/>. Default 30 seconds.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest silence: from beginning to send the request to the answer's head, and between two reads of its body. Heartbeat
    /// comments count as life. Default 60 seconds; <see cref="Timeout.InfiniteTimeSpan"/> turns it off.
    /// </summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest time to make a connection, where the client makes its own <see cref="HttpClient"/>. Default 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The most bytes that may arrive without completing an event, heartbeat comments included. Default 4 MiB.</summary>
    public int MaxEventBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>The most bytes of one answer's body, all attempts at it taken together. Default 64 MiB.</summary>
    public long MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The most tool calls in one response. Default 128.</summary>
    public int MaxToolCalls { get; set; } = 128;

    /// <summary>The most UTF-8 bytes of one tool call's arguments. Default 1 MiB.</summary>
    public int MaxToolArgumentBytes { get; set; } = 1024 * 1024;

    /// <summary>Escaped it becomes three times as long, and servers and proxies take some 8,000 characters of an address.</summary>
    internal const int MaxGetMessageBytes = 2000;

    /// <summary>Allows <c>http:</c> to other machines than this one, which shows the key to everyone on the way. Default: no.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// Sends a conversation of one plain user message of at most 2,000 bytes of UTF-8, with no options set, as the documented
    /// <c>GET ?message=...</c>. The text then stands in the logs of every proxy and server on the way. Default: no, everything goes as <c>POST</c>.
    /// </summary>
    public bool UseGetForPlainMessage { get; set; }

    /// <summary>
    /// Joins the text of all content events that arrive in one network read into one update, so that a consumer that lags
    /// behind pays per read and not per token. Default: no, an update is an event.
    /// </summary>
    public bool CoalesceContent { get; set; }

    /// <summary>
    /// Keeps each chunk's JSON as a <see cref="System.Text.Json.JsonElement"/> in <c>RawRepresentation</c>, unknown fields
    /// included; chunks of unknown type become updates of their own then. Default: no, it costs allocations per chunk.
    /// </summary>
    public bool IncludeRawRepresentation { get; set; }

    internal WebsopyClientOptions Clone() => (WebsopyClientOptions)MemberwiseClone();
}
