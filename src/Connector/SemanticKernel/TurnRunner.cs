using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Websopy.SemanticKernel.KernelConnector.Contents;
using Websopy.SemanticKernel.KernelConnector.Invocation;
using Websopy.SemanticKernel.KernelConnector.Settings;

namespace Websopy.SemanticKernel.KernelConnector;

/// <summary>Runs turns over a client: streamed as they come, or collected.</summary>
internal sealed class TurnRunner(IChatClient client, ILoggerFactory? loggerFactory)
{
    /// <summary>Streams a turn.</summary>
    public async IAsyncEnumerable<StreamingChatMessageContent> StreamAsync(
        ChatHistory history, PromptExecutionSettings? executionSettings, Kernel? kernel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = WebsopyPromptExecutionSettings.FromExecutionSettings(executionSettings);
        var turn = new KernelTurn(history, executionSettings, settings.FunctionChoiceBehavior, kernel, isStreaming: true);
        var mapper = new StreamMapper();
        await foreach (var update in UpdatesAsync(turn, settings, cancellationToken).ConfigureAwait(false))
            yield return mapper.Map(update, turn.Round);

        // As Semantic Kernel's other connectors do: who adds up the stream sees by the role that the history has it already.
        if (turn.LastMessage is { } last) yield return new StreamingChatMessageContent(last.Role, last.Content, last);
    }

    /// <summary>Runs a turn to its end.</summary>
    /// <returns>The answer; where a filter ended the turn, the result that it did so at, which the history has already.</returns>
    public async Task<ChatMessageContent> AnswerAsync(
        ChatHistory history, PromptExecutionSettings? executionSettings, Kernel? kernel, CancellationToken cancellationToken)
    {
        var settings = WebsopyPromptExecutionSettings.FromExecutionSettings(executionSettings);
        var turn = new KernelTurn(history, executionSettings, settings.FunctionChoiceBehavior, kernel, isStreaming: false);
        var answer = new AnswerCollector(turn);
        try
        {
            await foreach (var update in UpdatesAsync(turn, settings, cancellationToken).ConfigureAwait(false))
                answer.Add(update);
        }
        catch (WebsopyException exception) when (answer.HasBegun)
        {
            exception.PartialResponse = answer.ToResponse();
            throw;
        }

        return turn.LastMessage ?? answer.ToMessage();
    }

    private IAsyncEnumerable<ChatResponseUpdate> UpdatesAsync(KernelTurn turn, WebsopyPromptExecutionSettings settings, CancellationToken cancellationToken)
    {
        var options = OptionsMapper.Map(settings);
        if (turn.Messages.Any(message => message.Role == AuthorRole.System || message.Role == AuthorRole.Developer)) options.Instructions = null;
        var configuration = turn.Begin(round: 0);
        FunctionChoices.Apply(options, configuration, turn.Kernel);
        var messages = HistoryMapper.Map(turn.Messages);

        // Calls that the caller wants itself pass no invoker, which would answer those of unknown functions.
        if (configuration is not { AutoInvoke: true }) return client.GetStreamingResponseAsync(messages, options, cancellationToken);
        var invoker = new KernelFunctionInvokingChatClient(client, loggerFactory, turn.Kernel?.Services, turn) // not disposed: the client is not its own
        {
            AllowConcurrentInvocation = configuration.Options.AllowConcurrentInvocation,
        };
        return invoker.GetStreamingResponseAsync(messages, options, cancellationToken);
    }
}
