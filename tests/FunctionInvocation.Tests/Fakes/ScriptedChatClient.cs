using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A model that answers by a script, one round a request, and records what it was sent.</summary>
internal sealed class ScriptedChatClient(params Round[] rounds) : IChatClient
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    /// <summary>Answers every request after the last round of the script; without it, such a request fails.</summary>
    public Func<int, Round>? Otherwise { get; init; }

    public ActivitySource? ActivitySource { get; init; }

    /// <summary>Other services that the model client offers to the clients around it.</summary>
    public IReadOnlyList<object> Services { get; init; } = [];

    /// <summary>The activity that was current as each request began.</summary>
    public List<Activity?> Activities { get; } = [];

    public CancellationToken LastToken { get; private set; }

    /// <summary>How many answers have been begun and not yet disposed of.</summary>
    public int OpenStreams { get; private set; }

    public bool IsDisposed { get; private set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var round = Answer(messages, options, cancellationToken, out var id);
        OpenStreams++;
        try
        {
            foreach (var step in round.Steps)
            {
                await ReachAsync(step, cancellationToken);
                if (step is Say(var update))
                    yield return update is null ? null! : round.Complete(update, id);
            }
        }
        finally
        {
            OpenStreams--;
        }
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var round = Answer(messages, options, cancellationToken, out var id);
        foreach (var step in round.Steps)
            await ReachAsync(step, cancellationToken);

        return round.Steps.Contains(new Say(null)) ? null! : round.Updates(id).ToChatResponse();
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null)
            return null;

        return serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ActivitySource) ? ActivitySource
            : Services.FirstOrDefault(serviceType.IsInstanceOfType);
    }

    public void Dispose() => IsDisposed = true;

    private Round Answer(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken, out string id)
    {
        var index = _requests.Count;
        _requests.Add(RecordedRequest.Of(messages, options));
        Activities.Add(Activity.Current);
        LastToken = cancellationToken;
        id = $"message-{index + 1}";
        return index < rounds.Length ? rounds[index]
            : Otherwise?.Invoke(index) ?? throw new InvalidOperationException($"The script has no answer to request {index + 1}.");
    }

    private static async Task ReachAsync(Step step, CancellationToken cancellationToken)
    {
        if (step is Fail(var failure))
            throw failure;

        if (step is WaitFor(var gate))
            await gate.WaitAsync(cancellationToken);
    }
}
