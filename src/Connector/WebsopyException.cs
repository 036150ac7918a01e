using System.Net;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel;

/// <summary>A request to Websopy failed. <see cref="Kind"/> says how; the message says what to do where that is known.</summary>
/// <remarks>The key is never part of it: text that the server sent is searched for the key before it is quoted.</remarks>
public sealed class WebsopyException : Exception
{
    private HttpStatusCode? _statusCode;
    private string? _requestId;

    /// <summary>Creates an exception.</summary>
    /// <param name="kind">What kind of failure it is.</param>
    /// <param name="message">What happened, without any secret.</param>
    /// <param name="innerException">What caused it.</param>
    public WebsopyException(WebsopyErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What kind of failure this is.</summary>
    public WebsopyErrorKind Kind { get; }

    /// <summary>The HTTP status; <see langword="null"/> where no answer came. A failure in mid-stream has the stream's status, 200.</summary>
    public HttpStatusCode? StatusCode { get => _statusCode; init => _statusCode = value; }

    /// <summary>The server's own code for the failure, such as <c>rate_limited</c>; <see langword="null"/> where it sent none.</summary>
    public string? Code { get; init; }

    /// <summary>The server's id of the request (<c>x-request-id</c>), for its support; <see langword="null"/> where it sent none.</summary>
    public string? RequestId { get => _requestId; init => _requestId = value; }

    /// <summary>How long the server asks to wait before the next attempt; <see langword="null"/> where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later. The client has already retried such a failure where it could.</summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// What had arrived when a call of <see cref="IChatClient.GetResponseAsync"/>, or of Semantic Kernel's that does not stream,
    /// failed, with its text, calls and usage; <see langword="null"/> when nothing had, and for a streaming call, whose caller
    /// has every update already.
    /// </summary>
    public ChatResponse? PartialResponse { get; internal set; }

    /// <summary>Says which answer failed, where the failure was found by someone who knows only its content.</summary>
    internal WebsopyException OfAnswer(HttpStatusCode status, string? requestId)
    {
        _statusCode ??= status;
        _requestId ??= requestId;
        return this;
    }
}
