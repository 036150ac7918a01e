namespace Websopy.SemanticKernel.Protocol;

/// <summary>One event's JSON, read in place: its texts still lie in the parser's buffer.</summary>
internal ref struct Chunk
{
    public ChunkType Type;

    /// <summary>The first known field whose value has a type it must not have; no matter in a chunk of unknown type.</summary>
    public string? Malformed;

    /// <summary>Text, reasoning, or an error's message.</summary>
    public JsonText Content;

    /// <summary>The JSON of the tool, read by <see cref="ToolFragment"/> when the chunk turns out to be a call.</summary>
    public ReadOnlySpan<byte> Tool;

    /// <summary>The fields that most chunks do not have; <see langword="null"/> where none of them came.</summary>
    public ChunkDetails? Details;
}

internal enum ChunkType : byte
{
    /// <summary>A type that this version does not know, or none.</summary>
    Unknown,
    Content,
    Reasoning,
    ToolCall,
    Done,
    Error,
}

/// <summary>The fields of a chunk beyond its text and tool, a few times a response.</summary>
internal sealed class ChunkDetails
{
    public string? ResponseId { get; set; }

    public string? Model { get; set; }

    public string? ConversationId { get; set; }

    public string? FinishReason { get; set; }

    public string? Code { get; set; }

    public DateTimeOffset? Created { get; set; }

    public ChunkUsage? Usage { get; set; }
}

/// <summary>Counted tokens as they were sent.</summary>
internal sealed record ChunkUsage(long? Prompt, long? Completion, long? Total, long? Cached, long? Reasoning);
