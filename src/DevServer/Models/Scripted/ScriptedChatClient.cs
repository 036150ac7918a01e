using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>A model for tests: answers as written, and keeps the requests it got. Safe for parallel requests.</summary>
/// <example>
/// <code>ScriptedChatClient.Play(s => s.Text("Hello").Call("get_time", new { zone = "Asia/Tokyo" }), s => s.Text("It is noon."))</code>
/// </example>
public sealed class ScriptedChatClient : IChatClient
{
    private const int MaxRequests = 1000;

    private readonly Lock _gate = new();
    private readonly Func<ScriptedRequest, Script> _answer;
    private readonly Queue<ScriptedRequest> _requests = [];
    private int _count;

    private ScriptedChatClient(Func<ScriptedRequest, Script> answer) => _answer = answer;

    /// <summary>The clock of <see cref="Script.Wait"/>. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The requests so far, oldest first; of very many, the last 1,000.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Answers with scripts, one a request in this order; the last one answers all further requests.</summary>
    /// <param name="scripts">What writes each script.</param>
    /// <returns>The client.</returns>
    public static ScriptedChatClient Play(params Action<Script>[] scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        if (scripts.Length == 0)
            throw new ArgumentException("There must be a script.", nameof(scripts));
        Script[] written = [.. scripts.Select(Write)];
        return new ScriptedChatClient(request => written[Math.Min(request.Number, written.Length) - 1]);
    }

    /// <summary>Answers each request with a script that is written for it.</summary>
    /// <param name="write">Writes the script for a request.</param>
    /// <returns>The client.</returns>
    public static ScriptedChatClient Play(Action<ScriptedRequest, Script> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return new ScriptedChatClient(request => Write(script => write(request, script)));
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = Record(messages, options);
        var response = new ScriptedResponse(request.Number);
        foreach (var step in _answer(request).Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await PerformAsync(step, cancellationToken).ConfigureAwait(false);
            foreach (var update in response.Updates(step))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return update;
            }
        }

        if (response.End() is { } end)
            yield return end;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(ChatClientMetadata))
            return new ChatClientMetadata(ScriptedResponse.ModelId, defaultModelId: ScriptedResponse.ModelId);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: the client holds nothing.</summary>
    public void Dispose()
    {
    }

    private static Script Write(Action<Script> write)
    {
        var script = new Script();
        write(script);
        return script;
    }

    private ScriptedRequest Record(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        List<ChatMessage> copy = [.. messages];
        lock (_gate)
        {
            var request = new ScriptedRequest(++_count, copy, options?.Clone());
            if (_requests.Count == MaxRequests)
                _requests.Dequeue();
            _requests.Enqueue(request);
            return request;
        }
    }

    private Task PerformAsync(ScriptStep step, CancellationToken cancellationToken) => step switch
    {
        ScriptStep.Wait wait => Task.Delay(wait.Duration, TimeProvider, cancellationToken),
        ScriptStep.Gate gate => gate.Opened.WaitAsync(cancellationToken),
        ScriptStep.Fail fail => throw fail.Exception,
        _ => Task.CompletedTask,
    };
}
