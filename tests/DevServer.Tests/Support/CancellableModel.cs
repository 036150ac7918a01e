using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

/// <summary>A model that says how it was treated: it counts what it made and tells when it ended and how.</summary>
internal sealed class CancellableModel(int updates) : IChatClient
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _made;

    /// <summary>After its updates the model waits for cancellation; with none it says nothing at all.</summary>
    public static CancellableModel Silent => new(0);

    public Task Started => _started.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Whether it was cancelled, once it has ended.</summary>
    public Task<bool> Cancelled => _ended.Task.WaitAsync(TestContext.Current.CancellationToken);

    public bool HasEnded => _ended.Task.IsCompleted;

    public int Made => Volatile.Read(ref _made);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _started.TrySetResult();
        try
        {
            while (Made < updates)
            {
                Interlocked.Increment(ref _made);
                yield return new ChatResponseUpdate(ChatRole.Assistant, $"piece {Made} ");
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            _ended.TrySetResult(cancellationToken.IsCancellationRequested);
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
