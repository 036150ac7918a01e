using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.KernelTests.Support;

/// <summary>
/// A model that answers each request with the next script, the last one again and again. A step is a text, a content, counted
/// tokens, a reason to finish, an exception to throw, or a task to wait for before it goes on.
/// </summary>
internal sealed class Model(params object[][] scripts) : IChatClient
{
    private readonly List<Request> _requests = [];

    public IReadOnlyList<Request> Requests => _requests;

    public static FunctionCallContent Call(string id, string name, params (string Name, object? Value)[] arguments) =>
        new(id, name, arguments.ToDictionary(argument => argument.Name, argument => (object?)System.Text.Json.JsonSerializer.SerializeToElement(argument.Value)));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _requests.Add(new Request([.. messages], options?.Clone()));
        var id = $"r{_requests.Count}";
        foreach (var step in scripts[Math.Min(_requests.Count, scripts.Length) - 1])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step is Task gate)
            {
                await gate.WaitAsync(cancellationToken);
                continue;
            }

            if (step is Exception exception) throw exception;
            yield return new ChatResponseUpdate(ChatRole.Assistant, ContentsOf(step))
            {
                ResponseId = id,
                MessageId = id,
                ModelId = "model-1",
                FinishReason = step as ChatFinishReason?,
            };
        }
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("fake", new Uri("https://fake.test"), "model-1") : null;

    public void Dispose()
    {
    }

    private static IList<AIContent> ContentsOf(object step) => step switch
    {
        string text => [new TextContent(text)],
        // Anew each time: an invoker marks the calls that it takes.
        FunctionCallContent call => [new FunctionCallContent(call.CallId, call.Name, call.Arguments) { Exception = call.Exception }],
        AIContent content => [content],
        UsageDetails usage => [new UsageContent(usage)],
        ChatFinishReason => [],
        _ => throw new ArgumentException($"A {step.GetType()} is no step."),
    };
}

internal sealed record Request(List<ChatMessage> Messages, ChatOptions? Options)
{
    public IEnumerable<string> ToolNames => Options?.Tools?.Select(tool => tool.Name) ?? [];
}
