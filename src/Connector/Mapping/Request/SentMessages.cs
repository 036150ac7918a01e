using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>
/// The messages that the requests of a turn have sent so far, and their bytes: the wire form of one message after the other,
/// with commas between. It holds what begins the next request, as far as the messages are still what they were.
/// </summary>
/// <remarks>
/// A message is the same where it is the same object with the same role, name and contents, and each content the same object with
/// the same text, arguments, result or address, all by reference. What is behind these references is not looked at: see
/// <see cref="TurnMessages"/>. Instructions are no message of the history and are not in here.
/// </remarks>
internal sealed class SentMessages : IDisposable
{
    private const int RoomForRounds = 64;

    private readonly PooledBuffer<byte> _bytes = new();
    private readonly List<SentMessage> _messages = [];
    private readonly List<SentContent> _contents = [];

    /// <summary>How many messages at the front were put into the wire's order together, and so are good together or not at all.</summary>
    private int _paired;
    private HashSet<string>? _orphans;

    public int Count => _messages.Count;

    /// <summary>The bytes of all <see cref="Count"/> messages; valid until the next change.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Written;

    /// <summary>Forgets everything from the first message on that is not what was sent.</summary>
    public void CutWhereChanged(TurnMessages messages)
    {
        var unchanged = Unchanged(CollectionsMarshal.AsSpan(messages));
        if (unchanged < _paired) Clear();
        else if (unchanged < Count) Cut(unchanged);
        if (Count > 0) return;
        // A list that grows by itself leaves as much again behind.
        _messages.EnsureCapacity(messages.Count + RoomForRounds);
        _contents.EnsureCapacity(messages.Count + RoomForRounds);
    }

    /// <summary>
    /// Whether the messages behind these can be written one by one: they are canonical by themselves, and none of their calls
    /// could be what a result in here without a call is waiting for.
    /// </summary>
    /// <param name="messages">All messages; these are at their front.</param>
    /// <param name="calls">The calls whose results may come next.</param>
    public bool CanGoOn(TurnMessages messages, out CallCursor calls)
    {
        calls = CallPairing.CallsBefore(messages, Count, _paired);
        return CallPairing.IsCanonical(messages, Count, calls) && (_orphans is null || !HoldsCallOf(messages, Count, _orphans));
    }

    /// <summary>Notes a message that was written; its bytes follow with <see cref="Append"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bytes">How many bytes there are behind <see cref="Bytes"/> up to the end of this message.</param>
    public void Add(ChatMessage message, int bytes)
    {
        var contents = message.Contents;
        for (var i = 0; i < contents.Count; i++) _contents.Add(new SentContent(contents[i]));
        _messages.Add(new SentMessage(message, message.Role.Value, message.AuthorName, _contents.Count, _bytes.Length + bytes));
    }

    /// <summary>Takes the bytes of the messages that were added.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.GetSpan(bytes.Length));
        _bytes.Advance(bytes.Length);
    }

    /// <summary>Takes messages that were written in another order than they stand in.</summary>
    /// <param name="messages">All messages.</param>
    /// <param name="results">Their results, in the order of the wire.</param>
    /// <param name="bytes">Their bytes.</param>
    public void SetPaired(TurnMessages messages, List<PairedResult> results, ReadOnlySpan<byte> bytes)
    {
        Clear();
        foreach (var message in messages) Add(message, bytes.Length);
        Append(bytes);
        _paired = Count;
        foreach (var result in results)
        {
            if (result.Call is null) (_orphans ??= new HashSet<string>(StringComparer.Ordinal)).Add(result.Result.CallId);
        }
    }

    public void Dispose() => _bytes.Dispose();

    private static bool HoldsCallOf(TurnMessages messages, int first, HashSet<string> ids)
    {
        for (var i = first; i < messages.Count; i++)
        {
            foreach (var content in messages[i].Contents)
            {
                if (content is FunctionCallContent call && ids.Contains(call.CallId)) return true;
            }
        }

        return false;
    }

    private int Unchanged(ReadOnlySpan<ChatMessage> messages)
    {
        var sent = CollectionsMarshal.AsSpan(_messages);
        var contents = CollectionsMarshal.AsSpan(_contents);
        var start = 0;
        for (var i = 0; i < sent.Length; i++)
        {
            ref readonly var message = ref sent[i];
            if (i == messages.Length || !message.IsStill(messages[i])) return i;
            if (!AreStill(contents[start..message.ContentsEnd], messages[i].Contents)) return i;
            start = message.ContentsEnd;
        }

        return sent.Length;
    }

    private static bool AreStill(ReadOnlySpan<SentContent> sent, IList<AIContent> contents)
    {
        if (contents.Count != sent.Length) return false;
        for (var i = 0; i < sent.Length; i++)
        {
            if (!sent[i].IsStill(contents[i])) return false;
        }

        return true;
    }

    private void Cut(int count)
    {
        if (count == 0)
        {
            Clear();
            return;
        }

        var last = _messages[count - 1];
        _messages.RemoveRange(count, Count - count);
        _contents.RemoveRange(last.ContentsEnd, _contents.Count - last.ContentsEnd);
        _bytes.Truncate(last.BytesEnd);
    }

    private void Clear()
    {
        _messages.Clear();
        _contents.Clear();
        _bytes.Clear();
        _paired = 0;
        _orphans = null;
    }
}
