using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>What the server logs: never a message's text, a key or a run's id, which is a key to the answer.</summary>
internal static partial class Log
{
    public const string Category = "Websopy.SemanticKernel.DevServer";

    [LoggerMessage(1, LogLevel.Information, "A stream began: {Messages} messages, {Tools} tools.")]
    public static partial void StreamBegan(this ILogger logger, int messages, int tools);

    [LoggerMessage(2, LogLevel.Information, "A stream was resumed after event {EventNumber}.")]
    public static partial void StreamResumed(this ILogger logger, long eventNumber);

    [LoggerMessage(3, LogLevel.Information, "A request was refused: {Status} {Code}.")]
    public static partial void RequestRefused(this ILogger logger, int status, string code);

    [LoggerMessage(4, LogLevel.Error, "The model failed.")]
    public static partial void ModelFailed(this ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Debug, "The model was cancelled: its client had gone, or the server stops.")]
    public static partial void RunCancelled(this ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The protocol cannot carry {ContentType}; the model's content of this type was left out.")]
    public static partial void LeftOut(this ILogger logger, string contentType);

    [LoggerMessage(7, LogLevel.Warning, "A model has not ended {Seconds} seconds after it was cancelled; the server stops without it.")]
    public static partial void ModelDidNotEnd(this ILogger logger, double seconds);

    [LoggerMessage(8, LogLevel.Critical, "An answer ended with an internal failure ({Failure}).")]
    public static partial void RunBroke(this ILogger logger, string failure);
}
