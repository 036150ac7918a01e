namespace Websopy.SemanticKernel.Protocol;

/// <summary>Every name and constant value of Websopy's protocol; docs/protocol.md says which are documented.</summary>
internal static class WireNames
{
    public const string EventStreamMediaType = "text/event-stream";
    public const string JsonMediaType = "application/json";
    public const string LastEventIdHeader = "Last-Event-ID";
    public const string RequestIdHeader = "x-request-id";
    public const string MessageQuery = "message";

    /// <summary>Fields of a chunk.</summary>
    public static class Chunk
    {
        public static ReadOnlySpan<byte> Type => "type"u8;
        public static ReadOnlySpan<byte> Content => "content"u8;
        public static ReadOnlySpan<byte> Tool => "tool"u8;
        public static ReadOnlySpan<byte> Usage => "usage"u8;
        public static ReadOnlySpan<byte> Code => "code"u8;
        public static ReadOnlySpan<byte> FinishReason => "finishReason"u8;
        public static ReadOnlySpan<byte> Id => "id"u8;
        public static ReadOnlySpan<byte> Model => "model"u8;
        public static ReadOnlySpan<byte> Created => "created"u8;
        public static ReadOnlySpan<byte> ConversationId => "conversationId"u8;
    }

    /// <summary>Values of a chunk's type.</summary>
    public static class ChunkTypes
    {
        public static ReadOnlySpan<byte> Content => "content"u8;
        public static ReadOnlySpan<byte> Reasoning => "reasoning"u8;
        public static ReadOnlySpan<byte> ToolCall => "tool_call"u8;
        public static ReadOnlySpan<byte> Done => "done"u8;
        public static ReadOnlySpan<byte> Error => "error"u8;
    }

    /// <summary>Fields of a tool call, in a chunk's <c>tool</c> and in a message's <c>toolCalls</c>.</summary>
    public static class ToolCall
    {
        public static ReadOnlySpan<byte> Id => "id"u8;
        public static ReadOnlySpan<byte> Name => "name"u8;
        public static ReadOnlySpan<byte> Arguments => "arguments"u8;
    }

    /// <summary>Fields of <c>usage</c>.</summary>
    public static class Usage
    {
        public static ReadOnlySpan<byte> PromptTokens => "promptTokens"u8;
        public static ReadOnlySpan<byte> CompletionTokens => "completionTokens"u8;
        public static ReadOnlySpan<byte> TotalTokens => "totalTokens"u8;
        public static ReadOnlySpan<byte> CachedTokens => "cachedTokens"u8;
        public static ReadOnlySpan<byte> ReasoningTokens => "reasoningTokens"u8;
    }

    /// <summary>Fields of a request. Constants, because the writer looks them up in the caller's overriding properties.</summary>
    public static class Request
    {
        public const string Messages = "messages";
        public const string Model = "model";
        public const string Temperature = "temperature";
        public const string TopP = "topP";
        public const string TopK = "topK";
        public const string FrequencyPenalty = "frequencyPenalty";
        public const string PresencePenalty = "presencePenalty";
        public const string MaxTokens = "maxTokens";
        public const string Seed = "seed";
        public const string Stop = "stop";
        public const string Tools = "tools";
        public const string ToolChoice = "toolChoice";
        public const string ParallelToolCalls = "parallelToolCalls";
        public const string ResponseFormat = "responseFormat";
        public const string Reasoning = "reasoning";
        public const string ConversationId = "conversationId";
    }

    /// <summary>Fields of a message.</summary>
    public static class Message
    {
        public static ReadOnlySpan<byte> Role => "role"u8;
        public static ReadOnlySpan<byte> Content => "content"u8;
        public static ReadOnlySpan<byte> Name => "name"u8;
        public static ReadOnlySpan<byte> Reasoning => "reasoning"u8;
        public static ReadOnlySpan<byte> ToolCalls => "toolCalls"u8;
        public static ReadOnlySpan<byte> ToolCallId => "toolCallId"u8;
    }

    /// <summary>Values of a message's role.</summary>
    public static class Roles
    {
        public static ReadOnlySpan<byte> System => "system"u8;
        public static ReadOnlySpan<byte> User => "user"u8;
        public static ReadOnlySpan<byte> Assistant => "assistant"u8;
        public static ReadOnlySpan<byte> Tool => "tool"u8;
    }

    /// <summary>Fields and types of a part of multi-part content.</summary>
    public static class Part
    {
        public static ReadOnlySpan<byte> Type => "type"u8;
        public static ReadOnlySpan<byte> Text => "text"u8;
        public static ReadOnlySpan<byte> Image => "image"u8;
        public static ReadOnlySpan<byte> Url => "url"u8;
    }

    /// <summary>Fields of a declared tool.</summary>
    public static class Tool
    {
        public static ReadOnlySpan<byte> Name => "name"u8;
        public static ReadOnlySpan<byte> Description => "description"u8;
        public static ReadOnlySpan<byte> Parameters => "parameters"u8;
    }

    /// <summary>Values of <c>toolChoice</c>.</summary>
    public static class ToolChoices
    {
        public static ReadOnlySpan<byte> Auto => "auto"u8;
        public static ReadOnlySpan<byte> None => "none"u8;
        public static ReadOnlySpan<byte> Required => "required"u8;
    }

    /// <summary>Fields and types of <c>responseFormat</c>.</summary>
    public static class ResponseFormat
    {
        public static ReadOnlySpan<byte> Type => "type"u8;
        public static ReadOnlySpan<byte> Text => "text"u8;
        public static ReadOnlySpan<byte> Json => "json"u8;
        public static ReadOnlySpan<byte> JsonSchema => "json_schema"u8;
        public static ReadOnlySpan<byte> Name => "name"u8;
        public static ReadOnlySpan<byte> Description => "description"u8;
        public static ReadOnlySpan<byte> Schema => "schema"u8;
    }

    /// <summary>Fields of <c>reasoning</c>.</summary>
    public static class Reasoning
    {
        public static ReadOnlySpan<byte> Effort => "effort"u8;
        public static ReadOnlySpan<byte> Output => "output"u8;
    }

    /// <summary>Fields of the JSON body of an answer that is not 2xx.</summary>
    public static class Error
    {
        public static ReadOnlySpan<byte> Envelope => "error"u8;
        public static ReadOnlySpan<byte> Code => "code"u8;
        public static ReadOnlySpan<byte> Message => "message"u8;
    }
}
