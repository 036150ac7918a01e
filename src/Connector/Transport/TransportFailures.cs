using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Transport;

/// <summary>Gives the exceptions of sockets and HTTP their kind.</summary>
internal static class TransportFailures
{
    /// <summary>Translates what an attempt failed with.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="hasResponse">Whether the answer's head had come.</param>
    /// <param name="idleExpired">Whether the idle timeout cancelled the attempt.</param>
    /// <param name="idleTimeout">That timeout, for the message.</param>
    /// <param name="quoter">Quotes what the network said.</param>
    /// <returns>The typed failure; <see langword="null"/> for an exception that is none of the network's.</returns>
    public static WebsopyException? Translate(Exception exception, bool hasResponse, bool idleExpired, TimeSpan idleTimeout, Quoter quoter) => exception switch
    {
        WebsopyException known => known,
        OperationCanceledException when idleExpired => Silence(exception, hasResponse, idleTimeout),
        OperationCanceledException { InnerException: TimeoutException timeout } =>
            Transient(WebsopyErrorKind.Timeout, $"The HTTP client gave up: {timeout.Message}", exception), // its Timeout, or its handler's ConnectTimeout
        HttpRequestException or IOException when hasResponse =>
            Transient(WebsopyErrorKind.InterruptedStream, $"The stream broke off: {quoter.Message(exception.Message)}", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new WebsopyException(WebsopyErrorKind.Connection, $"No secure connection could be made: {quoter.Message(exception.Message)}", exception),
        HttpRequestException or IOException =>
            Transient(WebsopyErrorKind.Connection, $"The server could not be reached, or closed the connection before it answered: {quoter.Message(exception.Message)}", exception),
        _ => null,
    };

    private static WebsopyException Silence(Exception exception, bool hasResponse, TimeSpan idleTimeout) =>
        Transient(
            WebsopyErrorKind.Timeout,
            hasResponse ? $"The stream was silent for {idleTimeout.TotalSeconds:0.###} s." : $"The server did not answer within {idleTimeout.TotalSeconds:0.###} s.",
            exception);

    private static WebsopyException Transient(WebsopyErrorKind kind, string message, Exception exception) =>
        new(kind, message, exception) { IsTransient = true };
}
