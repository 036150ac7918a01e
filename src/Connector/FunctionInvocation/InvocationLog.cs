using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>What the invoker logs, at the levels of the base class. Arguments and results only at Trace.</summary>
internal static partial class InvocationLog
{
    [LoggerMessage(1, LogLevel.Debug, "Invoking {Function} while the response is streamed.")]
    public static partial void Invoking(ILogger logger, string function);

    [LoggerMessage(2, LogLevel.Trace, "Invoking {Function} with {Arguments}.")]
    public static partial void InvokingWith(ILogger logger, string function, string arguments);

    [LoggerMessage(3, LogLevel.Debug, "{Function} completed after {Duration}.")]
    public static partial void Completed(ILogger logger, string function, TimeSpan duration);

    [LoggerMessage(4, LogLevel.Trace, "{Function} returned {Result}.")]
    public static partial void Returned(ILogger logger, string function, string result);

    [LoggerMessage(5, LogLevel.Debug, "{Function} was cancelled.")]
    public static partial void Cancelled(ILogger logger, string function);

    [LoggerMessage(6, LogLevel.Error, "{Function} failed.")]
    public static partial void Failed(ILogger logger, string function, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "There is no function {Function}.")]
    public static partial void NotFound(ILogger logger, string function);

    [LoggerMessage(8, LogLevel.Debug, "{Function} cannot be invoked here; its call is the caller's.")]
    public static partial void LeftToCaller(ILogger logger, string function);

    [LoggerMessage(9, LogLevel.Debug, "{Function} needs approval; the caller is asked.")]
    public static partial void NeedsApproval(ILogger logger, string function);

    [LoggerMessage(10, LogLevel.Debug, "{Function} asked for the turn to end.")]
    public static partial void Terminates(ILogger logger, string function);

    [LoggerMessage(11, LogLevel.Debug, "The inner client has answered the call of {Function} itself; the run here is given up.")]
    public static partial void AnsweredByServer(ILogger logger, string function);

    [LoggerMessage(12, LogLevel.Debug, "A call of {Function} came again and is not invoked again.")]
    public static partial void Repeated(ILogger logger, string function);

    [LoggerMessage(13, LogLevel.Debug, "The limit of {Iterations} iterations is reached; the last request goes without functions.")]
    public static partial void LastIteration(ILogger logger, int iterations);

    [LoggerMessage(14, LogLevel.Warning, "Functions failed in more than {Rounds} rounds in a row; their exceptions are thrown.")]
    public static partial void TooManyErrors(ILogger logger, int rounds);

    [LoggerMessage(15, LogLevel.Error, "What functions have registered for their cancellation failed.")]
    public static partial void CancellationFailed(ILogger logger, Exception exception);
}
