using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Offline;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>
/// A deterministic model made of rules, for development without a real one: it calls those of the declared tools that
/// fit the last user message, in English or Chinese, and answers from their results. It says so when nothing fits.
/// </summary>
/// <remarks>
/// The same conversation, options and day give the same updates, apart from their time stamps. Token counts are an
/// approximation: four letters or digits, one CJK character or one mark each are a token.
/// </remarks>
public sealed class OfflineChatClient : IChatClient
{
    private const string Model = "websopy-offline";

    private readonly OfflineModelOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ChatClientMetadata _metadata = new("websopy-offline", null, Model);

    /// <summary>Creates the model.</summary>
    /// <param name="options">Its settings; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock for the pace and for what "today" means; <see langword="null"/> for the system's.</param>
    public OfflineChatClient(OfflineModelOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new();
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync([.. messages], options, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        if (serviceType == typeof(ChatClientMetadata)) return _metadata;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: the model holds no resources.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        List<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(_timeProvider.GetLocalNow().DateTime);
        var reply = Reply.To(messages, options, today, cancellationToken);
        var budget = options?.MaxOutputTokens ?? int.MaxValue;
        var spent = 0;
        var finish = reply.HasCalls ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop;
        foreach (var content in reply.Contents())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cost = TokenEstimate.Count(content);
            if (cost > budget - spent)
            {
                finish = ChatFinishReason.Length;
                break;
            }

            if (spent > 0) await PaceAsync(cancellationToken).ConfigureAwait(false);
            spent += cost;
            yield return Update(reply, content);
        }

        var input = TokenEstimate.CountInput(messages, options);
        var usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = spent, TotalTokenCount = input + spent };
        var last = Update(reply, new UsageContent(usage));
        last.FinishReason = finish;
        yield return last;
    }

    private Task PaceAsync(CancellationToken cancellationToken) =>
        _options.WordDelay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(_options.WordDelay, _timeProvider, cancellationToken);

    private ChatResponseUpdate Update(Reply reply, AIContent content) => new(ChatRole.Assistant, [content])
    {
        ResponseId = reply.Id,
        MessageId = reply.Id,
        ModelId = Model,
        CreatedAt = _timeProvider.GetUtcNow(),
    };
}
