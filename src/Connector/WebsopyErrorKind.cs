namespace Websopy.SemanticKernel;

/// <summary>What kind of failure a <see cref="WebsopyException"/> reports.</summary>
public enum WebsopyErrorKind
{
    /// <summary>The server failed (status 5xx, or an <c>error</c> chunk with no more special code).</summary>
    Server,

    /// <summary>The key is missing, wrong or not allowed to do this (401, 403).</summary>
    Authentication,

    /// <summary>Too many requests (429); <see cref="WebsopyException.RetryAfter"/> says how long to wait, where the server said it.</summary>
    RateLimit,

    /// <summary>The server refuses this request as it stands (other 4xx): sending it again will not help.</summary>
    RequestRejected,

    /// <summary>The answer is not what the protocol promises: no event stream, malformed JSON, a redirect.</summary>
    Protocol,

    /// <summary>The stream broke off, or ended without <c>done</c>.</summary>
    InterruptedStream,

    /// <summary>Nothing arrived for longer than <see cref="WebsopyClientOptions.IdleTimeout"/>, or the server gave up waiting (408).</summary>
    Timeout,

    /// <summary>No connection to the server could be made.</summary>
    Connection,

    /// <summary>The answer exceeds one of the limits in <see cref="WebsopyClientOptions"/>.</summary>
    LimitExceeded,
}
