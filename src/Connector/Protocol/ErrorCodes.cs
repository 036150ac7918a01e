namespace Websopy.SemanticKernel.Protocol;

/// <summary>What the codes of <c>error</c> chunks and error bodies mean; all of them are assumptions of docs/protocol.md.</summary>
internal static class ErrorCodes
{
    public const string InvalidRequest = "invalid_request";
    public const string Unauthorized = "unauthorized";
    public const string Forbidden = "forbidden";
    public const string ResumeExpired = "resume_expired";
    public const string RequestTooLarge = "request_too_large";
    public const string RateLimited = "rate_limited";
    public const string Overloaded = "overloaded";
    public const string InternalError = "internal_error";
    public const string ModelError = "model_error";

    public static (WebsopyErrorKind Kind, bool IsTransient) Classify(string? code) => code switch
    {
        RateLimited => (WebsopyErrorKind.RateLimit, true),
        Overloaded or InternalError => (WebsopyErrorKind.Server, true),
        Unauthorized or Forbidden => (WebsopyErrorKind.Authentication, false),
        InvalidRequest or RequestTooLarge or ResumeExpired => (WebsopyErrorKind.RequestRejected, false),
        _ => (WebsopyErrorKind.Server, false),
    };
}
