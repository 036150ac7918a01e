using Microsoft.Extensions.Logging;
using Websopy.SemanticKernel.Resilience;

namespace Websopy.SemanticKernel.Streaming;

/// <summary>What the client logs: what failed and what it does about it, never a text or a key.</summary>
internal static partial class StreamLog
{
    [LoggerMessage(1, LogLevel.Warning, "A Websopy stream failed ({Kind}), failure {Failures} in a row. Next attempt in {DelayMilliseconds:0} ms, resuming: {Resumes}.")]
    public static partial void TriesAgain(ILogger logger, WebsopyErrorKind kind, int failures, double delayMilliseconds, bool resumes);

    [LoggerMessage(2, LogLevel.Information, "A Websopy stream failed ({Kind}) and is not tried again: {Reason}, failure {Failures} in a row.")]
    public static partial void GaveUp(ILogger logger, WebsopyErrorKind kind, RetryBlock reason, int failures);
}
