using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>
/// One request to the inner client: its response, and beside it the functions that the response calls. Both are waited for
/// together, and what is there first is passed on first.
/// </summary>
/// <param name="client">The invoker.</param>
/// <param name="request">What is asked.</param>
/// <param name="followsResults">Whether results were passed on in this turn before.</param>
/// <param name="cancellationToken">Cancels the response and the functions.</param>
internal sealed class Round(
    MidStreamFunctionInvokingChatClient client, RoundRequest request, bool followsResults, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates =
        client.Responder.GetStreamingResponseAsync(request.Messages, request.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);

    private readonly RoundTranscript _transcript = new();

    /// <summary>A read of the response that was still under way when a result was passed on.</summary>
    private Task<bool>? _reading;
    private bool _followsResults = followsResults;
    private bool _streamEnded;
    private string? _messageId;

    /// <summary>The calls; <see langword="null"/> as long as there are none.</summary>
    public RoundCalls? Calls { get; private set; }

    /// <summary>Whether there is nothing to wait for but the response's next update.</summary>
    public bool IsQuiet => !_streamEnded && _reading is null && Calls is null or { UnderWay.IsIdle: true };

    /// <summary>Whether the response has ended and every call has its result.</summary>
    public bool IsComplete => _streamEnded && Calls is null or { UnderWay.IsIdle: true };

    /// <summary>Reads the response's next update, where the round is quiet. It must go through <see cref="Pass"/> or <see cref="Take"/>.</summary>
    public ValueTask<bool> ReadAsync() => _updates.MoveNextAsync();

    /// <summary>The update that was read, where it is but more of the text before it; <see langword="null"/> where it needs a closer look.</summary>
    public ChatResponseUpdate? Pass() => _updates.Current is { } update && _transcript.TryJoin(update) ? update : null;

    /// <summary>The update that was read, with its calls decided about, and begun.</summary>
    /// <param name="read">Whether there was one.</param>
    /// <exception cref="InvalidOperationException">It is null.</exception>
    public ChatResponseUpdate? Take(bool read)
    {
        if (!read)
        {
            _streamEnded = true;
            return null;
        }

        var update = _updates.Current ?? throw new InvalidOperationException("The inner client streamed a null ChatResponseUpdate.");
        if (_followsResults) Separate(update);
        if (Calls is not null || HasCalls(update))
        {
            Calls ??= new RoundCalls(client, request, _transcript, cancellationToken);
            Calls.Decide(update);
        }

        _transcript.Add(update);
        Calls?.Start();
        return update;
    }

    /// <summary>Waits for a result or an update, whichever comes first.</summary>
    /// <returns>What to pass on; <see langword="null"/> where something has ended without bringing anything.</returns>
    public async ValueTask<ChatResponseUpdate?> NextAsync()
    {
        if (TakeResult() is { } result) return result;
        var oneEnds = Calls is { UnderWay.IsIdle: false } calls ? calls.UnderWay.WhenOneEndsAsync() : null;
        if (_streamEnded)
        {
            if (oneEnds is not null) await oneEnds.ConfigureAwait(false);
            return null;
        }

        _reading ??= _updates.MoveNextAsync().AsTask();
        if (oneEnds is not null && !_reading.IsCompleted) await Task.WhenAny(_reading, oneEnds).ConfigureAwait(false);
        if (oneEnds is not null && !_reading.IsCompleted) return null;
        var reading = _reading;
        _reading = null;
        return Take(await reading.ConfigureAwait(false));
    }

    /// <summary>The result of a call that has ended; <see langword="null"/> where none has.</summary>
    public ChatResponseUpdate? TakeResult()
    {
        if (Calls is null || !Calls.TryTakeResult(out var result)) return null;
        _followsResults = true;
        _transcript.Close();
        return new ChatResponseUpdate(ChatRole.Tool, [result])
        {
            MessageId = Guid.NewGuid().ToString("N"),
            ResponseId = _transcript.Last?.ResponseId,
            ConversationId = _transcript.Last?.ConversationId,
            CreatedAt = client.Time.GetUtcNow(),
        };
    }

    /// <summary>An update of the assistant without content, for a stream that would end with a result.</summary>
    public ChatResponseUpdate ClosingUpdate() => new(ChatRole.Assistant, [])
    {
        MessageId = _transcript.Last?.MessageId ?? MessageId,
        ResponseId = _transcript.Last?.ResponseId,
        ConversationId = _transcript.Last?.ConversationId,
        CreatedAt = client.Time.GetUtcNow(),
    };

    /// <summary>The response as far as it has come.</summary>
    public ChatResponse ToResponse() => _transcript.ToResponse();

    /// <summary>Waits, after a cancellation, until nothing of the round runs any more.</summary>
    public async ValueTask StopAsync()
    {
        try
        {
            if (_reading is not null) await _reading.ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The turn ends for another reason, and nobody waits for this read any more.
        }
        finally
        {
            _reading = null;
            if (Calls is not null) await Calls.UnderWay.WhenAllEndAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Calls is not null) await Calls.UnderWay.WhenAllEndAsync().ConfigureAwait(false);
        }
        finally
        {
            await _updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private string MessageId => _messageId ??= Guid.NewGuid().ToString("N");

    /// <summary>Keeps an update that leaves its role and message open from becoming a part of the result before it.</summary>
    private void Separate(ChatResponseUpdate update)
    {
        update.Role ??= ChatRole.Assistant;
        update.MessageId ??= MessageId;
    }

    private static bool HasCalls(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is FunctionCallContent { InformationalOnly: false } or FunctionResultContent) return true;
        }

        return false;
    }
}
