using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A model client with an enumerator written by hand: it answers, or throws, where it is asked, and not in a task.</summary>
/// <param name="next">Gives the update of a number, or null at the end.</param>
internal sealed class ManualModel(Func<int, CancellationToken, ChatResponseUpdate?> next)
    : IChatClient, IAsyncEnumerable<ChatResponseUpdate>, IAsyncEnumerator<ChatResponseUpdate>
{
    private CancellationToken _token;
    private int _reads;

    public Exception? DisposeFailure { get; init; }

    public int Disposals { get; private set; }

    public ChatResponseUpdate Current { get; private set; } = null!;

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => this;

    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _token = cancellationToken;
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        var update = next(_reads++, _token);
        if (update is not null) Current = update;
        return new ValueTask<bool>(update is not null);
    }

    public ValueTask DisposeAsync()
    {
        Disposals++;
        return DisposeFailure is null ? default : throw DisposeFailure;
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
