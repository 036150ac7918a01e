using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>
/// Which result answers which call, and whether a history already has the order that goes on the wire: the results of a
/// message's calls directly after that message, in the order of its calls.
/// </summary>
/// <remarks>
/// Ids may repeat, <c>call_0</c> in every turn. A result belongs to the nearest message before it that holds a call of its id
/// without a result; where none does, to the first such call after it. Results that stand behind a call choose first, so a
/// result whose call was cut off with the head of the history does not take a later turn's call away from its own result.
/// </remarks>
internal static class CallPairing
{
    private const int None = -1;

    /// <summary>Whether writing message by message, each one's results directly after itself, already gives the order of the wire.</summary>
    /// <remarks>Allocates nothing. It says no to every result without a call in front of it and leaves that to <see cref="Pair"/>.</remarks>
    /// <param name="messages">The history.</param>
    /// <param name="first">The first message to look at, where it is known of those before it.</param>
    /// <param name="cursor">The calls in front of that message whose results may come next.</param>
    public static bool IsCanonical(IList<ChatMessage> messages, int first = 0, CallCursor cursor = default)
    {
        for (var i = first; i < messages.Count; i++)
        {
            var contents = (messages[i] ?? throw new ArgumentException($"messages[{i}] is null.", nameof(messages))).Contents;
            if (contents.Count == 1 && contents[0] is TextContent { Text.Length: > 0 })
                cursor = default;
            else if (!IsCanonical(contents, ref cursor))
                return false;
        }

        return true;
    }

    /// <summary>The calls whose results may stand in message <paramref name="index"/>, where the messages before it are canonical.</summary>
    /// <param name="messages">The history.</param>
    /// <param name="index">A message, or the end of the history.</param>
    /// <param name="first">The first message to look at.</param>
    public static CallCursor CallsBefore(IList<ChatMessage> messages, int index, int first)
    {
        var start = index;
        while (start > first && !HasOwnContent(messages[start - 1].Contents)) start--;
        var cursor = default(CallCursor);
        for (var i = Math.Max(start - 1, first); i < index; i++) IsCanonical(messages[i].Contents, ref cursor);
        return cursor;
    }

    /// <summary>
    /// Every result of a history in the order of the wire. Results that no call of the history asks for stay with the message
    /// they stand in, behind the results of its own calls.
    /// </summary>
    public static List<PairedResult> Pair(IList<ChatMessage> messages)
    {
        var entries = Collect(messages);
        var span = CollectionsMarshal.AsSpan(entries);
        PairWithPreceding(span);
        PairWithFollowing(span);
        return Order(span);
    }

    /// <summary>Whether a message says something of its own on the wire, besides the results that stand in it.</summary>
    public static bool HasOwnContent(IList<AIContent> contents)
    {
        var hasResult = false;
        for (var i = 0; i < contents.Count; i++)
        {
            switch (contents[i])
            {
                // The frequent types first: a type that is not sealed takes time to rule out.
                case TextContent text:
                    if (text.Text.Length > 0) return true;
                    break;
                case FunctionCallContent:
                    return true;
                case FunctionResultContent:
                    hasResult = true;
                    break;
                case UsageContent or null:
                    break;
                default:
                    return true;
            }
        }

        return !hasResult;
    }

    private static bool IsCanonical(IList<AIContent> contents, ref CallCursor cursor)
    {
        if (HasOwnContent(contents)) cursor = new CallCursor(contents);
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is not FunctionResultContent result) continue;
            var callsInFront = cursor.IsOf(contents) ? i : int.MaxValue;
            if (cursor.Next(result.CallId, callsInFront) is null) return false;
        }

        return true;
    }

    private static List<Entry> Collect(IList<ChatMessage> messages)
    {
        var entries = new List<Entry>();
        for (var i = 0; i < messages.Count; i++)
        {
            var contents = messages[i].Contents;
            for (var j = 0; j < contents.Count; j++)
            {
                switch (contents[j])
                {
                    case FunctionCallContent call:
                        entries.Add(new Entry(i, call.CallId, call, null));
                        break;
                    case FunctionResultContent result:
                        entries.Add(new Entry(i, result.CallId, null, result));
                        break;
                }
            }
        }

        return entries;
    }

    private static void PairWithPreceding(Span<Entry> entries)
    {
        // The open calls of an id are a chain, from the newest through `older` to the oldest.
        var newest = new Dictionary<string, int>(StringComparer.Ordinal);
        var older = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(newest, entries[i].Id, out var known);
            if (!known) head = None;
            if (entries[i].IsCall)
            {
                older[i] = head;
                head = i;
            }
            else if (head != None)
            {
                Join(entries, TakeFirstOfNewestMessage(entries, older, ref head), i);
            }
        }
    }

    /// <summary>Within one message the calls of an id are answered in their order, so not the newest call but the first beside it.</summary>
    private static int TakeFirstOfNewestMessage(Span<Entry> entries, int[] older, ref int head)
    {
        var call = head;
        var newer = None;
        while (older[call] != None && entries[older[call]].Message == entries[head].Message)
            (newer, call) = (call, older[call]);

        if (newer == None) head = older[call];
        else older[newer] = older[call];
        return call;
    }

    private static void PairWithFollowing(Span<Entry> entries)
    {
        var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Partner != None) continue;
            if (!entries[i].IsCall)
            {
                ref var results = ref CollectionsMarshal.GetValueRefOrAddDefault(waiting, entries[i].Id, out _);
                (results ??= new Queue<int>()).Enqueue(i);
            }
            else if (waiting.TryGetValue(entries[i].Id, out var results) && results.TryDequeue(out var result))
            {
                Join(entries, i, result);
            }
        }
    }

    private static void Join(Span<Entry> entries, int call, int result)
    {
        entries[call].Partner = result;
        entries[result].Partner = call;
    }

    private static List<PairedResult> Order(ReadOnlySpan<Entry> entries)
    {
        var ordered = new List<PairedResult>();
        for (int start = 0, end = 0; start < entries.Length; start = end)
        {
            while (end < entries.Length && entries[end].Message == entries[start].Message) end++;
            var ofMessage = entries[start..end];
            foreach (var entry in ofMessage)
            {
                if (entry is { Call: { } call, Partner: not None })
                    ordered.Add(new PairedResult(entry.Message, entries[entry.Partner].Message, entries[entry.Partner].Result!, call));
            }

            foreach (var entry in ofMessage)
            {
                if (entry is { Result: { } orphan, Partner: None })
                    ordered.Add(new PairedResult(entry.Message, entry.Message, orphan, null));
            }
        }

        return ordered;
    }

    /// <summary>A call or a result, the message it stands in, and the index of the entry it is paired with.</summary>
    private record struct Entry(int Message, string Id, FunctionCallContent? Call, FunctionResultContent? Result)
    {
        public int Partner { get; set; } = None;

        public readonly bool IsCall => Call is not null;
    }
}
