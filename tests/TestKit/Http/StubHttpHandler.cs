using System.Collections.Concurrent;

namespace Websopy.SemanticKernel.TestKit.Http;

/// <summary>Answers requests in memory, from a queue, and records them. A request too many fails.</summary>
public sealed class StubHttpHandler : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private Func<RecordedRequest, HttpResponseMessage>? _otherwise;

    public RequestLog Requests { get; } = new();

    public bool IsDisposed { get; private set; }

    /// <summary>Queues an answer for the next request.</summary>
    public StubHttpHandler Answer(Func<HttpResponseMessage> response) => Answer((_, _) => Task.FromResult(response()));

    /// <summary>Queues what the next request runs into before any answer.</summary>
    public StubHttpHandler Fail(Exception exception) => Answer((_, _) => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Queues an answer for the next request.</summary>
    public StubHttpHandler Answer(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Answers every request that finds the queue empty.</summary>
    public StubHttpHandler Otherwise(Func<RecordedRequest, HttpResponseMessage> answer)
    {
        _otherwise = answer;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var recorded = await RecordedRequest.FromAsync(request, cancellationToken);
        var index = Requests.Add(recorded);
        var response = _answers.TryDequeue(out var answer) ? await answer(recorded, cancellationToken)
            : _otherwise?.Invoke(recorded) ?? throw new InvalidOperationException($"Request {index + 1} was not expected.");
        response.RequestMessage = request;
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
