using Microsoft.Extensions.Logging;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>Everything that can end a turn early: the two tokens a caller can give, and the turn itself.</summary>
internal sealed class TurnCancellation(ILogger logger, CancellationToken ofCall, CancellationToken ofEnumeration) : IDisposable
{
    private readonly CancellationTokenSource _source = ofCall == ofEnumeration
        ? CancellationTokenSource.CreateLinkedTokenSource(ofCall)
        : CancellationTokenSource.CreateLinkedTokenSource(ofCall, ofEnumeration);

    /// <summary>For all that runs in the turn.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the caller has cancelled.</summary>
    public bool IsRequested => ofCall.IsCancellationRequested || ofEnumeration.IsCancellationRequested;

    /// <summary>Ends all that runs in the turn. What functions have registered for it may throw, which must not keep the turn from its end.</summary>
    public Task StopAsync() => CancelAsync(_source, logger);

    /// <summary>Cancels beside the reader: what functions have registered on their token may block.</summary>
    public static async Task CancelAsync(CancellationTokenSource source, ILogger logger)
    {
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            InvocationLog.CancellationFailed(logger, exception);
        }
    }

    /// <summary>
    /// What the caller gets for an exception: where he has cancelled it is his cancellation, however it showed itself.
    /// </summary>
    public Exception Translate(Exception exception)
    {
        var token = ofCall.IsCancellationRequested ? ofCall : ofEnumeration;
        if (!token.IsCancellationRequested || exception is OperationCanceledException cancelled && cancelled.CancellationToken == token)
            return exception;
        return new OperationCanceledException(new OperationCanceledException().Message, exception, token);
    }

    public void Dispose() => _source.Dispose();
}
