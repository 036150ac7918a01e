using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>
/// Messages and options to the body of a request, as docs/protocol.md has it. The options come first, in the order of its
/// table, then what the caller adds by hand, and <c>messages</c> last: the body of a conversation's next turn begins as this
/// one's does.
/// </summary>
internal static class RequestWriter
{
    /// <summary>Writes the whole body.</summary>
    /// <param name="output">Takes the bytes. After an exception it holds a part of the body that is of no use.</param>
    /// <param name="messages">
    /// The history, enumerated once. <see cref="TurnMessages"/> keep its bytes, and those of messages that are still the same are
    /// not encoded again.
    /// </param>
    /// <param name="options">The options, if any.</param>
    /// <param name="defaultModel">The model where the options name none.</param>
    /// <param name="client">What <see cref="ChatOptions.RawRepresentationFactory"/> is given.</param>
    /// <exception cref="NotSupportedException">Something that Websopy cannot take; the message says what, where, and what to do.</exception>
    /// <exception cref="ArgumentException">An option is not finite, two tools share a name, or a message is null.</exception>
    /// <exception cref="InvalidOperationException">The raw representation is no JSON object.</exception>
    internal static void Write(
        PooledBuffer<byte> output, IEnumerable<ChatMessage> messages, ChatOptions? options, string? defaultModel, IChatClient client)
    {
        var overrides = RequestOverrides.Of(options, client);
        using var writer = new Utf8JsonWriter(output, JsonScratch.WriterOptions);
        writer.WriteStartObject();
        new OptionsWriter(writer, overrides).Write(options, defaultModel);
        if (!overrides.Replace(WireNames.Request.Messages))
        {
            using var history = new MessagesWriter(writer, output);
            history.Write(AsList(messages), options?.Instructions);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>The text where the request is one plain user message and nothing else is set, which the documented GET can say; else null.</summary>
    internal static string? PlainUserMessage(IEnumerable<ChatMessage> messages, ChatOptions? options, string? defaultModel) =>
        string.IsNullOrEmpty(defaultModel)
        && SaysNothing(options)
        && AsList(messages) is [{ AuthorName: null, Contents: [TextContent { Text: { Length: > 0 } text }] } message]
        && message.Role == ChatRole.User
            ? text
            : null;

    private static IList<ChatMessage> AsList(IEnumerable<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return messages as IList<ChatMessage> ?? [.. messages];
    }

    private static bool SaysNothing(ChatOptions? options) => options is null or
    {
        ConversationId: null or "",
        Instructions: null or "",
        ModelId: null or "",
        Temperature: null,
        TopP: null,
        TopK: null,
        FrequencyPenalty: null,
        PresencePenalty: null,
        MaxOutputTokens: null,
        Seed: null,
        StopSequences: null or { Count: 0 },
        Tools: null or { Count: 0 },
        ToolMode: null,
        AllowMultipleToolCalls: null,
        ResponseFormat: null,
        Reasoning: null,
        RawRepresentationFactory: null,
        AdditionalProperties: null or { Count: 0 },
        AllowBackgroundResponses: not true,
        ContinuationToken: null,
    };
}
