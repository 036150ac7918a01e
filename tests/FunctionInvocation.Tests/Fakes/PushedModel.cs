using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A model client whose updates arrive on a thread that knows nothing of the reader, as from a socket.</summary>
internal sealed class PushedModel : IChatClient, IAsyncEnumerable<ChatResponseUpdate>, IAsyncEnumerator<ChatResponseUpdate>
{
    private TaskCompletionSource<bool> _next = new();
    private CancellationTokenRegistration _cancellation;

    public ChatResponseUpdate Current { get; private set; } = null!;

    public void Push(ChatResponseUpdate update)
    {
        Current = update;
        var next = Interlocked.Exchange(ref _next, new TaskCompletionSource<bool>());
        ThreadPool.UnsafeQueueUserWorkItem(static next => next.SetResult(true), next, preferLocal: false);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => this;

    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _cancellation = cancellationToken.Register(() => _next.TrySetCanceled(cancellationToken));
        return this;
    }

    public ValueTask<bool> MoveNextAsync() => new(_next.Task);

    public ValueTask DisposeAsync() => _cancellation.DisposeAsync();

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
