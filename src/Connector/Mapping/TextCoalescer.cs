using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Joins the text of neighbouring chunks of one kind that the same network read brought.</summary>
internal sealed class TextCoalescer : IDisposable
{
    private readonly PooledBuffer<char> _text = new();
    private ChunkType _kind;
    private int _read;

    /// <summary>Adds a chunk's text.</summary>
    /// <returns>The text before it, where it belongs to another read or kind; else <see langword="null"/>.</returns>
    public AIContent? Add(JsonText text, ChunkType kind, int read)
    {
        var before = kind == _kind && read == _read ? null : Take();
        _kind = kind;
        _read = read;
        text.AppendTo(_text);
        return before;
    }

    /// <summary>Takes what has been joined so far; <see langword="null"/> where there is nothing.</summary>
    public AIContent? Take()
    {
        if (_text.Length == 0) return null;
        var text = new string(_text.Written);
        _text.Clear();
        return _kind == ChunkType.Reasoning ? new TextReasoningContent(text) : new TextContent(text);
    }

    public void Dispose() => _text.Dispose();
}
