namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>The error codes that this server sends; docs/protocol.md has the table.</summary>
internal static class ServerErrorCodes
{
    public const string InvalidRequest = "invalid_request";
    public const string Unauthorized = "unauthorized";
    public const string ResumeExpired = "resume_expired";
    public const string RequestTooLarge = "request_too_large";
    public const string RateLimited = "rate_limited";
    public const string Overloaded = "overloaded";
    public const string ModelError = "model_error";
}
