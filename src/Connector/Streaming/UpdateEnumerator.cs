using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Resilience;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Streaming;

/// <summary>Enumerates a response: opens it, hands on its updates, and goes on or starts over where a failure allows it.</summary>
/// <remarks>
/// Written by hand and not as an async iterator: most events lie in the parser's buffer already, and for them
/// <see cref="MoveNextAsync"/> returns without a state machine of its own. The machines of the other events are pooled.
/// </remarks>
internal sealed class UpdateEnumerator(
    StreamContext context,
    IEnumerable<ChatMessage> messages,
    ChatOptions? options,
    CancellationToken cancellationToken,
    IDisposable? cancellationSource = null) : IAsyncEnumerator<ChatResponseUpdate>
{
    private ResponseMapper _mapper = NewMapper(context, options);
    private RequestBody? _request;
    private StreamAttempt? _attempt;
    private StreamProgress _progress;
    private TimeSpan? _reconnectionTime;

    /// <summary>A read that was still under way when the text before it was handed on.</summary>
    private ValueTask<bool>? _reading;

    /// <summary>A failure that is dealt with once what came before it has been handed on.</summary>
    private WebsopyException? _failure;
    private bool _ended;

    /// <summary>Whether the next event is the first one of a resumed stream.</summary>
    private bool _resumes;
    private long _bytesOfEarlierAttempts;

    public ChatResponseUpdate Current { get; private set; } = null!;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_ended) return new(false);
        if (cancellationToken.IsCancellationRequested) return CancelledAsync();
        if (_attempt is null || _reading is not null) return AdvanceAsync(_reading);
        while (!_mapper.IsDone)
        {
            var next = _attempt.NextAsync();
            if (!next.IsCompletedSuccessfully) return AdvanceAsync(next);
            if (!next.Result) return AdvanceAsync(new ValueTask<bool>(false));
            if (TakeEvent(_attempt.Current)) return new(true);
        }

        return EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _ended = true;
        try
        {
            await CloseAttemptAsync().ConfigureAwait(false);
        }
        finally
        {
            _mapper.Dispose();
            _request?.Dispose();
            cancellationSource?.Dispose();
        }
    }

    /// <summary>The way of everything that has to wait, or has failed. One state machine, since every read of a live stream passes it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> AdvanceAsync(ValueTask<bool>? reading)
    {
        _reading = null;
        try
        {
            while (true)
            {
                if (_failure is { } failure)
                {
                    _failure = null;
                    if (await RecoverAsync(failure).ConfigureAwait(false)) return true;
                }

                try
                {
                    if (_attempt is null) await OpenAsync().ConfigureAwait(false);
                    while (_failure is null)
                    {
                        var next = reading ?? _attempt!.NextAsync();
                        reading = null;
                        if (!next.IsCompleted && _mapper.TakePending() is { } joined)
                        {
                            _reading = next;
                            HandOn(joined);
                            return true;
                        }

                        if (!await next.ConfigureAwait(false)) _failure = _attempt!.EndOfBody();
                        else if (_resumes && _progress.Repeats(_attempt!.Current.EventId)) _failure = StartedOver();
                        else if (TakeEvent(_attempt!.Current)) return true;
                    }
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested && _attempt?.Translate(exception) is { } translated)
                {
                    _failure = translated;
                }

                reading = null;
                await CloseAttemptAsync().ConfigureAwait(false);
                _progress = _progress.Failed();
            }
        }
        catch (Exception exception)
        {
            _ended = true;
            if (!cancellationToken.IsCancellationRequested) throw;

            // However the abort showed itself, as a closed socket or through a token linked to the caller's.
            throw new OperationCanceledException(new OperationCanceledException().Message, exception, cancellationToken);
        }
    }

    private async Task OpenAsync()
    {
        _request ??= RequestFactory.Create(messages, options, context.Options, context.Client);
        _attempt = new StreamAttempt(context, _mapper, _bytesOfEarlierAttempts, cancellationToken);
        _resumes = _progress.HasDelivered;
        if (_resumes) _mapper.Resume();
        await _attempt.ConnectAsync(context.Transport, _request, _resumes ? _progress.LastEventId : null).ConfigureAwait(false);
    }

    private bool TakeEvent(in SseItem<ChatResponseUpdate?> item)
    {
        _resumes = false;
        if (item.EventId is not null || _progress.LastEventId is not null) _progress = _progress.Took(item.EventId);
        if (item.Data is not { } update) return false;
        HandOn(update);
        return true;
    }

    private void HandOn(ChatResponseUpdate update)
    {
        Current = update;
        if (!_progress.HasDelivered) _progress = _progress.Delivered();
    }

    /// <summary>Hands on what came before the failure, waits for the next attempt, or throws.</summary>
    /// <returns>Whether there is an update to hand on; the failure is then dealt with after it.</returns>
    private async ValueTask<bool> RecoverAsync(WebsopyException failure)
    {
        if (_mapper.TakePending() is { } pending)
        {
            // The first that is handed on is progress, and this failure the first one after it.
            if (!_progress.HasDelivered) _progress = _progress.Delivered().Failed();
            return HandOnBefore(failure, pending);
        }

        var decision = RetryDecision.For(failure, _mapper.HasFailed, _progress, _reconnectionTime, context.Options, context.Jitter());
        if (!decision.TriesAgain)
        {
            if (_mapper.TakeUsage() is { } usage) return HandOnBefore(failure, usage);
            StreamLog.GaveUp(context.Logger, failure.Kind, decision.Block, _progress.FailedAttempts);
            throw failure;
        }

        StreamLog.TriesAgain(context.Logger, failure.Kind, _progress.FailedAttempts, decision.Delay.TotalMilliseconds, _progress.HasDelivered);
        if (!_progress.HasDelivered) StartOver();
        await Task.Delay(decision.Delay, context.Time, cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>Nothing that came before a failure is lost to it.</summary>
    private bool HandOnBefore(WebsopyException failure, ChatResponseUpdate update)
    {
        (_failure, Current) = (failure, update);
        return true;
    }

    /// <summary>The failure of a server that ignores <c>Last-Event-ID</c>. What it repeats has been delivered, and is not again.</summary>
    private WebsopyException StartedOver()
    {
        _mapper.TakePending();
        return _attempt!.Translate(new WebsopyException(
            WebsopyErrorKind.Protocol, "The server does not go on after Last-Event-ID: it sends events again that had arrived."))!;
    }

    private void StartOver()
    {
        _mapper.Dispose();
        _mapper = NewMapper(context, options);
        _progress = _progress.Restarted();
    }

    private static ResponseMapper NewMapper(StreamContext context, ChatOptions? options) =>
        new(context.Options, context.Quoter, options?.ModelId ?? context.Options.Model, context.Time);

    private async ValueTask<bool> CancelledAsync()
    {
        await EndAsync().ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }

    private async ValueTask<bool> EndAsync()
    {
        _ended = true;
        await CloseAttemptAsync().ConfigureAwait(false);
        return false;
    }

    private async ValueTask CloseAttemptAsync()
    {
        if (_attempt is not { } attempt) return;
        _attempt = null;
        _reconnectionTime = attempt.ReconnectionTime ?? _reconnectionTime;
        _bytesOfEarlierAttempts = attempt.Bytes;
        try
        {
            if (_reading is { } reading) await AbandonAsync(attempt, reading).ConfigureAwait(false);
        }
        finally
        {
            _reading = null;
            await attempt.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask AbandonAsync(StreamAttempt attempt, ValueTask<bool> reading)
    {
        attempt.Cancel();
        try
        {
            await reading.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || attempt.Translate(exception) is not null)
        {
            // Nobody waits for this read any more: its caller has left.
        }
    }
}
