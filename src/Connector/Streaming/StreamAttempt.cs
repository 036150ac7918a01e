using System.Net.ServerSentEvents;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Mapping;
using Websopy.SemanticKernel.Protocol;
using Websopy.SemanticKernel.Transport;

namespace Websopy.SemanticKernel.Streaming;

/// <summary>One request and its answer: the connection, its guards, and the parser on it.</summary>
internal sealed class StreamAttempt : IAsyncDisposable
{
    private readonly WebsopyClientOptions _options;
    private readonly ResponseMapper _mapper;
    private readonly Quoter _quoter;
    private readonly IdleTimer _idle;
    private readonly long _bytesBefore;
    private HttpResponseMessage? _response;
    private BoundedStream? _body;
    private SseParser<ChatResponseUpdate?>? _parser;
    private IAsyncEnumerator<SseItem<ChatResponseUpdate?>>? _events;

    public StreamAttempt(StreamContext context, ResponseMapper mapper, long bytesBefore, CancellationToken cancellationToken)
    {
        _options = context.Options;
        _bytesBefore = bytesBefore;
        _quoter = context.Quoter;
        _mapper = mapper;
        _idle = new IdleTimer(_options.IdleTimeout, context.Time, cancellationToken);
    }

    /// <summary>The wait that the stream's last <c>retry</c> field asks for.</summary>
    public TimeSpan? ReconnectionTime =>
        _parser is { } parser && parser.ReconnectionInterval != Timeout.InfiniteTimeSpan ? parser.ReconnectionInterval : null;

    /// <summary>How many bytes of the response have come, those of earlier attempts among them.</summary>
    public long Bytes => _body?.Bytes ?? _bytesBefore;

    /// <summary>The event that <see cref="NextAsync"/> has brought, mapped.</summary>
    public SseItem<ChatResponseUpdate?> Current => _events!.Current;

    /// <exception cref="WebsopyException">The answer is no event stream.</exception>
    public async Task ConnectAsync(WebsopyTransport transport, RequestBody body, string? lastEventId)
    {
        _response = await transport.SendAsync(body, lastEventId, _idle).ConfigureAwait(false);
        var stream = await _response.Content.ReadAsStreamAsync(_idle.Token).ConfigureAwait(false);
        _body = new BoundedStream(stream, _idle, _options.MaxResponseBytes, _options.MaxEventBytes, _bytesBefore);
        _parser = SseParser.Create(_body, Map);
        _events = _parser.EnumerateAsync(_idle.Token).GetAsyncEnumerator(CancellationToken.None);
    }

    /// <summary>Reads the next event. <see langword="false"/> at the end of the body.</summary>
    public ValueTask<bool> NextAsync() => _events!.MoveNextAsync();

    /// <summary>Gives what was thrown its kind, and the answer it belongs to.</summary>
    /// <returns><see langword="null"/> for an exception that says nothing of the network or the answer.</returns>
    public WebsopyException? Translate(Exception exception) =>
        WithAnswer(TransportFailures.Translate(exception, _response is not null, _idle.Expired, _options.IdleTimeout, _quoter));

    /// <summary>Why the body ended without <c>done</c>.</summary>
    public WebsopyException EndOfBody()
    {
        if (_body!.Failure is { } cause && Translate(cause) is { } failed) return failed;
        var unfinished = _mapper.UnfinishedCalls is { } tools ? $" A call was incomplete: {_quoter.Snippet(tools)}." : "";
        var message = _body.Reads == 0
            ? "The server answered with an empty stream."
            : $"The stream ended without 'done'.{unfinished}";
        return WithAnswer(new WebsopyException(WebsopyErrorKind.InterruptedStream, message) { IsTransient = true })!;
    }

    /// <summary>Ends a read that is under way.</summary>
    public void Cancel() => _idle.Cancel();

    public async ValueTask DisposeAsync()
    {
        if (_events is not null) await _events.DisposeAsync().ConfigureAwait(false);
        _response?.Dispose();
        _idle.Dispose();
    }

    private ChatResponseUpdate? Map(string eventType, ReadOnlySpan<byte> json)
    {
        if (json.Length > _options.MaxEventBytes)
        {
            throw new WebsopyException(
                WebsopyErrorKind.LimitExceeded,
                $"An event of {json.Length} bytes is larger than {nameof(WebsopyClientOptions.MaxEventBytes)}, {_options.MaxEventBytes} bytes.");
        }

        _body!.EventCompleted();
        return _mapper.Map(json, _body.Reads);
    }

    private WebsopyException? WithAnswer(WebsopyException? failure) =>
        failure is null || _response is null
            ? failure
            : failure.OfAnswer(_response.StatusCode, RejectedAnswer.RequestIdOf(_response, _quoter));
}
