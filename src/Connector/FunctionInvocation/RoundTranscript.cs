using System.Text;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation;

/// <summary>What the inner client has answered in a round: from it come the messages that the next request repeats.</summary>
/// <remarks>
/// Text is joined as it comes. Thousands of updates kept until the end of the stream would outlive the garbage
/// collector's youngest generation, which costs more than all the rest of passing them on.
/// </remarks>
internal sealed class RoundTranscript
{
    private readonly List<ChatResponseUpdate> _updates = [];

    /// <summary>The last update of <see cref="_updates"/> where it is plain text that more may be joined to, and its text so far.</summary>
    private ChatResponseUpdate? _open;
    private StringBuilder? _text;

    /// <summary>What is to be appended to the text: pieces are short, and a copy by oneself costs half of what appending each does.</summary>
    private char[]? _pieces;
    private int _length;

    /// <summary>The last update.</summary>
    public ChatResponseUpdate? Last { get; private set; }

    /// <summary>Joins an update that is plain text, as most are, to the plain text before it.</summary>
    /// <returns>Whether it did. <see langword="false"/> for an update that must be looked at.</returns>
    public bool TryJoin(ChatResponseUpdate update)
    {
        // References, since a client gives all updates of a message the same ones; what it gives anew is joined in the end as well.
        if (_open is not { } open
            || PlainTextOf(update) is not { } text
            || !ReferenceEquals(update.MessageId, open.MessageId)
            || !ReferenceEquals(update.Role?.Value, open.Role?.Value)
            || !ReferenceEquals(update.ConversationId, open.ConversationId)
            || !ReferenceEquals(update.ResponseId, open.ResponseId)
            || !ReferenceEquals(update.AuthorName, open.AuthorName))
        {
            return false;
        }

        Append(text);
        return true;
    }

    public void Add(ChatResponseUpdate update)
    {
        if (TryJoin(update)) return;
        Close();
        if (PlainTextOf(update) is { } text)
        {
            // A copy, since the update itself is the caller's from now on.
            _open = Last = CopyOf(update, []);
            Append(text);
        }
        else
        {
            Last = CopyOf(update, [.. update.Contents]);
        }

        _updates.Add(Last);
    }

    /// <summary>The answer as far as it has come.</summary>
    public ChatResponse ToResponse()
    {
        Close();
        return _updates.ToChatResponse();
    }

    /// <summary>Ends the text that more could be joined to.</summary>
    public void Close()
    {
        if (_open is null) return;
        Flush();
        _open.Contents.Add(new TextContent(_text!.ToString()));
        _open = null;
        _text.Clear();
    }

    private void Append(string text)
    {
        _pieces ??= new char[256];
        if (text.Length > _pieces.Length - _length) Flush();
        if (text.Length > _pieces.Length)
        {
            _text!.Append(text);
            return;
        }

        text.CopyTo(_pieces.AsSpan(_length));
        _length += text.Length;
    }

    private void Flush()
    {
        (_text ??= new StringBuilder()).Append(_pieces, 0, _length);
        _length = 0;
    }

    private static string? PlainTextOf(ChatResponseUpdate update)
    {
        // A list, as nearly all are: three calls through the interface would be a quarter of all that an update costs here.
        return update.Contents is List<AIContent> { Count: 1 } contents
            && contents[0] is { AdditionalProperties: null, Annotations: null, RawRepresentation: null } content
            && content.GetType() == typeof(TextContent)
            && update.AdditionalProperties is null
            && update.FinishReason is null
                ? ((TextContent)content).Text
                : null;
    }

    private static ChatResponseUpdate CopyOf(ChatResponseUpdate update, IList<AIContent> contents) => new(update.Role, contents)
    {
        AdditionalProperties = update.AdditionalProperties,
        AuthorName = update.AuthorName,
        ConversationId = update.ConversationId,
        CreatedAt = update.CreatedAt,
        FinishReason = update.FinishReason,
        MessageId = update.MessageId,
        ModelId = update.ModelId,
        ResponseId = update.ResponseId,
    };
}
