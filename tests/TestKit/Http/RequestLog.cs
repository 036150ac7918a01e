using System.Collections;

namespace Websopy.SemanticKernel.TestKit.Http;

/// <summary>The requests that arrived, in order; a test can wait for one that is still to come.</summary>
public sealed class RequestLog : IReadOnlyList<RecordedRequest>
{
    private readonly object _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Arrived)> _waiters = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _requests.Count;
        }
    }

    public RecordedRequest this[int index]
    {
        get
        {
            lock (_lock)
                return _requests[index];
        }
    }

    /// <summary>Waits until <paramref name="count"/> requests have arrived.</summary>
    public Task WaitForAsync(int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_requests.Count >= count)
                return Task.CompletedTask;

            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, arrived));
            return arrived.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Adds a request and says which one it is, counted from 0.</summary>
    public int Add(RecordedRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            foreach (var (_, arrived) in _waiters.Where(waiter => waiter.Count <= _requests.Count))
                arrived.TrySetResult();

            return _requests.Count - 1;
        }
    }

    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        lock (_lock)
            return _requests.ToList().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
