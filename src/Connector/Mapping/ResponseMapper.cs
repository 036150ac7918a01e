using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Maps the chunks of one response to updates. It outlives a broken connection: a resumed stream goes on in it.</summary>
internal sealed class ResponseMapper(WebsopyClientOptions options, Quoter quoter, string? requestedModel, TimeProvider time) : IDisposable
{
    private readonly TextCoalescer? _coalescer = options.CoalesceContent ? new TextCoalescer() : null;

    /// <summary>The response's id where the server sends none; made before the wait for the first event, not after it.</summary>
    private readonly string _madeId = Guid.NewGuid().ToString("N");
    private ToolCallAssembler? _calls;
    private string? _responseId;
    private string? _model = requestedModel;
    private string? _conversationId;
    private DateTimeOffset? _createdAt;
    private ChunkUsage? _usage;
    private string? _serverResponseId;
    private bool _idsVary;
    private bool _isResumed;

    /// <summary>Whether <c>done</c> has come.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether an <c>error</c> chunk has come.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The tools whose calls have begun and are not whole; <see langword="null"/> where there are none.</summary>
    public string? UnfinishedCalls => _calls?.Unfinished;

    /// <summary>Maps one event.</summary>
    /// <param name="json">The event's data.</param>
    /// <param name="read">Which network read brought it.</param>
    /// <returns>The update to hand on; <see langword="null"/> where the event completes none.</returns>
    /// <exception cref="WebsopyException">The event is an <c>error</c>, is malformed, or exceeds a limit.</exception>
    public ChatResponseUpdate? Map(ReadOnlySpan<byte> json, int read)
    {
        try
        {
            var chunk = ChunkReader.Read(json);
            if (chunk is { Type: not ChunkType.Unknown, Details: { } details }) Take(details);
            var update = Map(in chunk, read);
            return options.IncludeRawRepresentation ? WithRaw(update, json) : update;
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException) // not JSON; not UTF-8
        {
            throw new WebsopyException(
                WebsopyErrorKind.Protocol, $"An event is malformed ({JsonMistake.Of(exception)}): {quoter.Snippet(json)}");
        }
    }

    /// <summary>Tells that what comes now comes over another connection, after the events that have been mapped.</summary>
    public void Resume()
    {
        _isResumed = true;
        _calls?.Resume();
    }

    /// <summary>Hands on the text that waits to be joined with more; <see langword="null"/> where none waits.</summary>
    public ChatResponseUpdate? TakePending() => _coalescer?.Take() is { } content ? Update(content) : null;

    /// <summary>Hands on usage that came before <c>done</c>, which now will not come; <see langword="null"/> where none did.</summary>
    public ChatResponseUpdate? TakeUsage() => UsageContent() is { } usage ? Update(usage) : null;

    public void Dispose()
    {
        _coalescer?.Dispose();
        _calls?.Dispose();
    }

    private ChatResponseUpdate? Map(ref readonly Chunk chunk, int read)
    {
        switch (chunk.Type)
        {
            case ChunkType.Content when _coalescer is null:
                return chunk.Content.IsEmpty ? null : Update(new TextContent(chunk.Content.GetString()));
            case ChunkType.Reasoning when _coalescer is null:
                return chunk.Content.IsEmpty ? null : Update(new TextReasoningContent(chunk.Content.GetString()));
            case ChunkType.Content or ChunkType.Reasoning:
                return _coalescer!.Add(chunk.Content, chunk.Type, read) is { } joined ? Update(joined) : null;
            case ChunkType.ToolCall:
                return MapCall(chunk.Tool);
            case ChunkType.Done:
                return MapDone(chunk.Details?.FinishReason);
            case ChunkType.Error:
                throw ErrorOf(in chunk);
            default:
                return null;
        }
    }

    private ChatResponseUpdate? MapCall(ReadOnlySpan<byte> tool)
    {
        var contents = PendingContents();
        _calls ??= new ToolCallAssembler(ResponseId, options.MaxToolCalls, options.MaxToolArgumentBytes, quoter);
        _calls.Add(tool, contents);
        return contents.Count > 0 ? Update(contents) : null;
    }

    private ChatResponseUpdate MapDone(string? finishReason)
    {
        var contents = PendingContents();
        _calls?.Complete(contents);
        if (UsageContent() is { } usage) contents.Add(usage);
        IsDone = true;
        var update = Update(contents);
        update.FinishReason = FinishReasonOf(finishReason, _calls is { Count: > 0 });
        return update;
    }

    private static ChatFinishReason FinishReasonOf(string? sent, bool hasCalls) =>
        !string.IsNullOrWhiteSpace(sent) ? new ChatFinishReason(sent)
        : hasCalls ? ChatFinishReason.ToolCalls
        : ChatFinishReason.Stop;

    private WebsopyException ErrorOf(ref readonly Chunk chunk)
    {
        HasFailed = true;
        var code = chunk.Details?.Code;
        var (kind, isTransient) = ErrorCodes.Classify(code);
        var message = chunk.Content.IsEmpty ? "The server sent an error without a message." : chunk.Content.GetString();
        return new WebsopyException(kind, quoter.Message(message)) { Code = quoter.MessageOrNull(code), IsTransient = isTransient };
    }

    private void Take(ChunkDetails details)
    {
        if (details.ResponseId is { } id) TakeResponseId(id);
        _model = details.Model ?? _model;
        _conversationId = details.ConversationId ?? _conversationId;
        _createdAt ??= details.Created;
        _usage = details.Usage ?? _usage;
    }

    /// <summary>
    /// A server that cannot resume and starts over would double the text: its response has another id. Where ids differed
    /// before, they mean something else and say nothing.
    /// </summary>
    private void TakeResponseId(string id)
    {
        if (_serverResponseId is { } known && known != id)
        {
            if (_isResumed && !_idsVary)
                throw new WebsopyException(WebsopyErrorKind.Protocol, "The server did not go on with the response but began another: its id differs.");
            _idsVary = true;
        }

        _serverResponseId ??= id;
        _responseId ??= id;
    }

    private List<AIContent> PendingContents() => _coalescer?.Take() is { } text ? [text] : [];

    private UsageContent? UsageContent()
    {
        if (_usage is not { } usage) return null;
        _usage = null;
        return new UsageContent(new UsageDetails
        {
            InputTokenCount = usage.Prompt,
            OutputTokenCount = usage.Completion,
            TotalTokenCount = usage.Total ?? usage.Prompt + usage.Completion,
            CachedInputTokenCount = usage.Cached,
            ReasoningTokenCount = usage.Reasoning,
        });
    }

    private string ResponseId => _responseId ??= _madeId;

    private ChatResponseUpdate Update(AIContent content) => Update(new List<AIContent>(1) { content });

    private ChatResponseUpdate Update(IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = ResponseId,
        MessageId = ResponseId, // one response is one message
        ModelId = _model,
        ConversationId = _conversationId,
        CreatedAt = _createdAt ??= time.GetUtcNow(),
    };

    private ChatResponseUpdate WithRaw(ChatResponseUpdate? update, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        update ??= Update([]);
        update.RawRepresentation = JsonElement.ParseValue(ref reader);
        return update;
    }
}
