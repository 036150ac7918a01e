using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.DevServer.Tests.Support;

/// <summary>A new model for each request, which says one piece and then nothing.</summary>
internal sealed class EachHisOwn(List<CancellableModel> models) : IChatClient
{
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = new CancellableModel(updates: 1);
        lock (models)
            models.Add(model);
        return model.GetStreamingResponseAsync(messages, options, cancellationToken);
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
