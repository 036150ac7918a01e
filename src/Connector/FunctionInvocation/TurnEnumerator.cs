using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// Enumerates a turn: what the base class does before the first request, then round after round until no call is left to
/// answer here, then what the base class does at the end.
/// </summary>
/// <remarks>
/// Written by hand and not as an async iterator: nearly all updates are more of the same text, and for them
/// <see cref="MoveNextAsync"/> does little more than ask the inner client.
/// </remarks>
internal sealed class TurnEnumerator(
    MidStreamFunctionInvokingChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, TurnCancellation cancellation)
    : IAsyncEnumerator<ChatResponseUpdate>
{
    private TurnFrame? _frame;
    private TurnHistory? _history;
    private Round? _round;

    /// <summary>The round, while nothing but its next update is waited for, and no span has to be current.</summary>
    private Round? _quiet;
    private ChatOptions? _options;
    private TextRead? _textRead;
    private int _iteration;
    private int _consecutiveErrors;

    /// <summary>The base's span, where it has one; rounds and functions belong under it.</summary>
    private Activity? _span;
    private UsageDetails? _usage;

    /// <summary>Why the turn ends, thrown when <see cref="_remaining"/> has been passed on.</summary>
    private ExceptionDispatchInfo? _failure;

    /// <summary>The results of the calls that a failure has ended.</summary>
    private Queue<ChatResponseUpdate>? _remaining;
    private bool _ended;

    public ChatResponseUpdate Current { get; private set; } = null!;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_quiet is not { } round) return AdvanceAsync(null);

        // Not in a try, which costs a fifth of what an event does. What the inner client throws here, and not in its task, goes to
        // the caller as it is: nothing runs that would have to be stopped.
        var reading = round.ReadAsync();
        if (!reading.IsCompletedSuccessfully) return (_textRead ??= new TextRead(PassText, AdvanceAsync)).WaitAsync(reading);
        var read = reading.Result;
        return read && PassText() ? new ValueTask<bool>(true) : AdvanceAsync(new ValueTask<bool>(read));
    }

    public async ValueTask DisposeAsync()
    {
        (_ended, _quiet) = (true, null);
        try
        {
            await StopRoundAsync().ConfigureAwait(false);
        }
        finally
        {
            _remaining = null;
            _history?.Dispose();
            cancellation.Dispose();
            if (_frame is not null) await _frame.DisposeAsync().ConfigureAwait(false); // last, for a listener to its span may throw
        }
    }

    private ValueTask<bool> AdvanceAsync(bool read, Exception? failure) =>
        AdvanceAsync(failure is null ? new ValueTask<bool>(read) : new ValueTask<bool>(Task.FromException<bool>(failure)));

    /// <summary>The way of everything that has to wait, or is more than text.</summary>
    /// <param name="reading">A read of the quiet round that has begun.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> AdvanceAsync(ValueTask<bool>? reading)
    {
        _quiet = null;
        while (true)
        {
            if (_span is not null) Activity.Current = _span; // until this method returns
            try
            {
                if (_remaining?.TryDequeue(out var remaining) == true) return PassOn(remaining);
                if (_ended) return false;
                if (_failure is not null) Fail(_failure);
                ChatResponseUpdate? update;
                if (_round is { IsQuiet: true } quiet)
                {
                    var read = reading is { } begun ? await begun.ConfigureAwait(false) : await quiet.ReadAsync().ConfigureAwait(false);
                    reading = null;
                    update = quiet.Take(read);
                }
                else
                {
                    if (cancellation.IsRequested) throw new OperationCanceledException();
                    update = await StepAsync().ConfigureAwait(false);
                }

                if (update is not null) return PassOn(update);
            }
            catch (Exception exception) when (_failure is null)
            {
                reading = null;
                await StopAsync(exception).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops the round that has failed. What closing it throws counts instead, as it does with <c>await foreach</c>.</summary>
    private async ValueTask StopAsync(Exception exception)
    {
        _failure = ExceptionDispatchInfo.Capture(cancellation.Translate(exception));
        try
        {
            await StopRoundAsync().ConfigureAwait(false);
        }
        catch (Exception closing)
        {
            _failure = ExceptionDispatchInfo.Capture(cancellation.Translate(closing));
        }
    }

    /// <summary>Throws what ended the turn, once: afterwards there is nothing more.</summary>
    private void Fail(ExceptionDispatchInfo failure)
    {
        _ended = true;
        failure.Throw();
    }

    private bool PassText()
    {
        if (_quiet!.Pass() is not { } update) return false;
        Current = update;
        return true;
    }

    private bool PassOn(ChatResponseUpdate update)
    {
        Current = update;
        _quiet = _span is null && _round is { IsQuiet: true } ? _round : null;
        if (_span is null) return true;
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage) (_usage ??= new UsageDetails()).Add(usage.Details);
        }

        return true;
    }

    private ValueTask<ChatResponseUpdate?> StepAsync()
    {
        if (_history is null) return OpenAsync();
        _round ??= BeginRound(_history);
        return _round.IsComplete ? EndRoundAsync(_round, _history) : _round.NextAsync();
    }

    private async ValueTask<ChatResponseUpdate?> OpenAsync()
    {
        var outer = Activity.Current;
        _frame ??= new TurnFrame(client.StreamOfBase(messages, options, cancellation.Token).GetAsyncEnumerator(cancellation.Token));
        if (await _frame.NextAsync().ConfigureAwait(false) is { } update)
        {
            foreach (var content in update.Contents)
            {
                if (content is FunctionCallContent call) call.InformationalOnly = true;
                if (content is FunctionResultContent { Exception: not null }) _consecutiveErrors = 1;
            }

            return update;
        }

        if (_frame.HandOver is not { } handOver) return await EndAsync(null).ConfigureAwait(false);
        if (handOver.Activity != outer) _span = handOver.Activity;
        _history = new TurnHistory(handOver.Messages);
        _options = handOver.Options;
        return null;
    }

    private Round BeginRound(TurnHistory history)
    {
        var isLast = _iteration >= client.MaximumIterationsPerRequest;
        _options = client.OptionsOfRound(_options, _iteration);
        if (isLast)
        {
            InvocationLog.LastIteration(client.Logger, client.MaximumIterationsPerRequest);
            _options = RoundOptions.Last(_options);
        }

        var isAtErrorLimit = _consecutiveErrors >= client.MaximumConsecutiveErrorsPerRequest;
        var request = new RoundRequest(history.Messages, _options, _iteration, isLast, isAtErrorLimit);
        return new Round(client, request, followsResults: Current is not null, cancellation.Token);
    }

    /// <summary>Goes on to the next round, or ends the turn.</summary>
    private async ValueTask<ChatResponseUpdate?> EndRoundAsync(Round round, TurnHistory history)
    {
        var calls = round.Calls;
        if (calls is not { Any: true }) return await EndAsync(round).ConfigureAwait(false);
        CountErrors(calls.Exceptions);
        var response = round.ToResponse();
        var results = new ChatMessage(ChatRole.Tool, calls.Results);
        client.RoundAnswered([.. response.Messages, results]);
        if (calls.WaitsForCaller || calls.Terminates || results.Contents.Count == 0) return await EndAsync(round).ConfigureAwait(false);

        history.Add(response.Messages, results, response.ConversationId);
        _options = RoundOptions.Next(_options, response.ConversationId);
        _iteration++;
        _round = null;
        await round.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    private void CountErrors(List<Exception> exceptions)
    {
        _consecutiveErrors = exceptions.Count > 0 ? _consecutiveErrors + 1 : 0;
        if (_consecutiveErrors <= client.MaximumConsecutiveErrorsPerRequest) return;
        InvocationLog.TooManyErrors(client.Logger, client.MaximumConsecutiveErrorsPerRequest);
        if (exceptions.Count > 1) throw new AggregateException(exceptions);
        ExceptionDispatchInfo.Throw(exceptions[0]);
    }

    /// <summary>Ends the turn as a turn ends.</summary>
    /// <returns>An update of the assistant, where the last one is not.</returns>
    private async ValueTask<ChatResponseUpdate?> EndAsync(Round? round)
    {
        _round = null;
        if (round is not null) await round.DisposeAsync().ConfigureAwait(false);
        await _frame!.CloseAsync(_usage).ConfigureAwait(false);
        _ended = true;
        if (Current?.Role != ChatRole.Tool) return null;
        return round?.ClosingUpdate() ?? new ChatResponseUpdate(ChatRole.Assistant, []) { MessageId = Guid.NewGuid().ToString("N"), CreatedAt = client.Time.GetUtcNow() };
    }

    /// <summary>Cancels what runs, waits for it, and gives every call its result.</summary>
    private async ValueTask StopRoundAsync()
    {
        if (_round is not { } round) return;
        _round = null;
        await using var _ = round.ConfigureAwait(false);
        await cancellation.StopAsync().ConfigureAwait(false);
        await round.StopAsync().ConfigureAwait(false);
        while (round.TakeResult() is { } result) (_remaining ??= new Queue<ChatResponseUpdate>()).Enqueue(result);
        if (round.Calls is { Any: true } calls) client.RoundAnswered([.. round.ToResponse().Messages, new ChatMessage(ChatRole.Tool, calls.Results)]);
    }
}
