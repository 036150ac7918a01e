using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;
using Microsoft.SemanticKernel.TextGeneration;
using Websopy.SemanticKernel.KernelConnector;
using TextContent = Microsoft.SemanticKernel.TextContent;

namespace Websopy.SemanticKernel;

/// <summary>Websopy's streaming chat as Semantic Kernel's chat completion: functions start while the answer still streams.</summary>
/// <remarks>
/// <para>
/// What <see cref="PromptExecutionSettings.FunctionChoiceBehavior"/> lets the model call is invoked in the kernel, through both
/// kinds of filters, as soon as the call is complete, also where the caller does not stream. The calls and their results are
/// added to the caller's history; the answer is not.
/// </para>
/// <para>It is safe to use from many threads at once.</para>
/// </remarks>
public sealed class WebsopyChatCompletionService : IChatCompletionService, ITextGenerationService
{
    private readonly TurnRunner _runner;

    /// <summary>Creates the service.</summary>
    /// <param name="chatClient">The client to ask, such as a <see cref="WebsopyChatClient"/>. It must not invoke functions itself.</param>
    /// <param name="loggerFactory">Where invocations are logged; <see langword="null"/> for nowhere.</param>
    /// <exception cref="ArgumentException">The client invokes functions itself, which would bypass the kernel's filters.</exception>
    public WebsopyChatCompletionService(IChatClient chatClient, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        if (chatClient.GetService<FunctionInvokingChatClient>() is { } invoker)
        {
            throw new ArgumentException(
                $"The client invokes functions itself ({invoker.GetType().Name}), which would bypass the kernel's filters. Pass the client below it.", nameof(chatClient));
        }

        _runner = new TurnRunner(chatClient, loggerFactory);
        Attributes = AttributesOf(chatClient.GetService<ChatClientMetadata>());
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> Attributes { get; }

    /// <inheritdoc />
    /// <returns>One message. Its metadata hold <c>Id</c>, <c>CreatedAt</c>, <c>FinishReason</c> and <c>Usage</c>, a <see cref="UsageDetails"/> of all requests that it took.</returns>
    /// <exception cref="WebsopyException">A request failed.</exception>
    /// <exception cref="NotSupportedException">The history or the settings hold something that cannot be sent.</exception>
    /// <exception cref="ArgumentException">A setting cannot be read.</exception>
    /// <exception cref="KernelException">The function choice needs a kernel, or a function, that is not there.</exception>
    public async Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chatHistory);
        return [await _runner.AnswerAsync(chatHistory, executionSettings, kernel, cancellationToken).ConfigureAwait(false)];
    }

    /// <inheritdoc />
    /// <returns>
    /// The updates as they come. A call is a <see cref="StreamingFunctionCallUpdateContent"/>, a result a
    /// <see cref="WebsopyStreamingFunctionResultContent"/> in an update of the role <c>tool</c>.
    /// </returns>
    /// <exception cref="WebsopyException">A request failed (while it is enumerated).</exception>
    /// <exception cref="NotSupportedException">The history or the settings hold something that cannot be sent (while it is enumerated).</exception>
    /// <exception cref="ArgumentException">A setting cannot be read (while it is enumerated).</exception>
    /// <exception cref="KernelException">The function choice needs a kernel, or a function, that is not there (while it is enumerated).</exception>
    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chatHistory);
        return _runner.StreamAsync(chatHistory, executionSettings, kernel, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TextContent>> GetTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        var message = await _runner.AnswerAsync(HistoryOf(prompt), executionSettings, kernel, cancellationToken).ConfigureAwait(false);
        return [new TextContent(string.Concat(message.Items.OfType<TextContent>()), message.ModelId, message, metadata: message.Metadata)];
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StreamingTextContent> GetStreamingTextContentsAsync(
        string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _runner.StreamAsync(HistoryOf(prompt), executionSettings, kernel, cancellationToken).ConfigureAwait(false))
            yield return new StreamingTextContent(string.Concat(update.Items.OfType<StreamingTextContent>()), 0, update.ModelId, update, metadata: update.Metadata);
    }

    private static ChatHistory HistoryOf(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return [new ChatMessageContent(AuthorRole.User, prompt)];
    }

    private static Dictionary<string, object?> AttributesOf(ChatClientMetadata? metadata)
    {
        var attributes = new Dictionary<string, object?>();
        if (metadata?.ProviderUri is { } endpoint) attributes[AIServiceExtensions.EndpointKey] = endpoint.ToString();
        if (metadata?.DefaultModelId is { } model) attributes[AIServiceExtensions.ModelIdKey] = model;
        return attributes;
    }
}
