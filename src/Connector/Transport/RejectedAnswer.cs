using System.Net;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Transport;

/// <summary>An answer that is no event stream, and the exception it becomes.</summary>
internal sealed class RejectedAnswer(HttpResponseMessage response, WebsopyClientOptions options, Quoter quoter, TimeProvider time)
{
    /// <summary>How much of the body is read for the message.</summary>
    private const int MaxBodyBytes = 8 * 1024;

    /// <summary>Whether a handler that follows redirects was led to another origin.</summary>
    public static bool IsFromElsewhere(HttpResponseMessage response, Uri endpoint) =>
        response.RequestMessage?.RequestUri is { } uri
        && Uri.Compare(uri, endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0;

    public async Task<WebsopyException> ToExceptionAsync(IdleTimer idle)
    {
        if (IsFromElsewhere(response, options.Endpoint))
            return Exception(WebsopyErrorKind.Protocol, false, $"The answer came from another origin, {Origin(response.RequestMessage!.RequestUri!)}.", null);

        var status = (int)response.StatusCode;
        if (status is >= 300 and < 400)
            return Exception(WebsopyErrorKind.Protocol, false, $"The server answered {Status()}, a redirect{Target()}. Redirects are not followed: set {nameof(WebsopyClientOptions.Endpoint)} to the address meant.", null);

        var body = await ReadStartAsync(idle).ConfigureAwait(false);
        var (code, message) = ErrorEnvelope.Read(body);
        var said = message is null ? quoter.Snippet(body) : quoter.Message(message);
        if (status is < 200 or >= 300)
        {
            var (kind, isTransient) = Classify(response.StatusCode);
            return Exception(kind, isTransient, $"The server answered {Status()}: {said}{Advice(kind)}", code);
        }

        // A gateway may well report an error with status 200: its code says more than the missing stream.
        var contentType = response.Content.Headers.ContentType?.ToString() ?? "no content type";
        return Exception(WebsopyErrorKind.Protocol, false, $"The server answered {Status()} with {contentType} instead of {WireNames.EventStreamMediaType}: {said}", code);
    }

    internal static (WebsopyErrorKind Kind, bool IsTransient) Classify(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => (WebsopyErrorKind.Authentication, false),
        408 => (WebsopyErrorKind.Timeout, true),
        429 => (WebsopyErrorKind.RateLimit, true),
        500 or 502 or 503 or 504 => (WebsopyErrorKind.Server, true),
        >= 500 => (WebsopyErrorKind.Server, false),
        >= 400 => (WebsopyErrorKind.RequestRejected, false),
        _ => (WebsopyErrorKind.Protocol, false),
    };

    private string Advice(WebsopyErrorKind kind) => kind switch
    {
        WebsopyErrorKind.Authentication when response.RequestMessage?.RequestUri is { } uri && uri != options.Endpoint && options.ApiKey is not null && response.RequestMessage.Headers.Authorization is null =>
            " (The HTTP client followed a redirect, which drops the key: set the endpoint to the address it leads to.)",
        WebsopyErrorKind.Authentication when string.IsNullOrEmpty(options.ApiKey) =>
            $" (No key was sent: set {WebsopyClientOptions.ApiKeyEnvironmentVariable} or {nameof(WebsopyClientOptions)}.{nameof(WebsopyClientOptions.ApiKey)}.)",
        WebsopyErrorKind.Authentication => " (Is the key right, and is it for this endpoint?)",
        _ => "",
    };

    private WebsopyException Exception(WebsopyErrorKind kind, bool isTransient, string message, string? code) =>
        new(kind, quoter.Message(message))
        {
            StatusCode = response.StatusCode,
            Code = quoter.MessageOrNull(code),
            RequestId = RequestIdOf(response, quoter),
            RetryAfter = RetryAfter(),
            IsTransient = isTransient,
        };

    internal static string? RequestIdOf(HttpResponseMessage response, Quoter quoter) =>
        response.Headers.TryGetValues(WireNames.RequestIdHeader, out var values) && values.FirstOrDefault() is { Length: > 0 } id
            ? quoter.Message(id)
            : null;

    private string Status() => $"{(int)response.StatusCode} {response.StatusCode}";

    private string Target() =>
        response.Headers.Location is { IsAbsoluteUri: true } location ? $" to {Origin(location)}" : "";

    /// <summary>Scheme, host and port only: a redirect's path and query are the server's to fill.</summary>
    private static string Origin(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private TimeSpan? RetryAfter()
    {
        if (response.Headers.RetryAfter is not { } header) return null;
        var wait = header.Delta ?? header.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private async Task<byte[]> ReadStartAsync(IdleTimer idle)
    {
        var stream = await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        var buffer = new byte[MaxBodyBytes];
        idle.WaitBegins();
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, idle.Token).ConfigureAwait(false);
            return buffer[..read];
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || (exception is OperationCanceledException && idle.Expired))
        {
            return []; // the status says enough when its body breaks off or does not come
        }
        finally
        {
            idle.WaitEnds();
        }
    }
}
