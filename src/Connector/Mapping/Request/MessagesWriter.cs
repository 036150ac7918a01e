using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.FunctionInvocation;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Writes the <c>messages</c> of a request: the instructions, then the history in the order of the wire.</summary>
internal sealed class MessagesWriter : IDisposable
{
    private readonly Utf8JsonWriter _writer;
    private readonly PooledBuffer<byte> _output;
    private readonly int _outputStart;
    private readonly JsonScratch _scratch = new();
    private readonly MessageWriter _messages;
    private readonly ResultWriter _results;

    /// <summary>Creates a writer of messages.</summary>
    /// <param name="writer">Writes to <paramref name="output"/>.</param>
    /// <param name="output">From where bytes that were written are kept for the turn's next request.</param>
    public MessagesWriter(Utf8JsonWriter writer, PooledBuffer<byte> output)
    {
        var parts = new PartsWriter(writer, _scratch);
        _writer = writer;
        _output = output;
        _outputStart = output.Length - (int)writer.BytesCommitted;
        _messages = new MessageWriter(writer, _scratch, parts);
        _results = new ResultWriter(writer, _scratch, parts);
    }

    /// <summary>Where the next byte goes in the output.</summary>
    private int Position => _outputStart + (int)_writer.BytesCommitted + _writer.BytesPending;

    public void Write(IList<ChatMessage> messages, string? instructions)
    {
        _writer.WriteStartArray(WireNames.Request.Messages);
        var hasInstructions = !string.IsNullOrEmpty(instructions);
        if (hasInstructions) _messages.WriteInstructions(instructions!);
        if (messages is TurnMessages { Count: > 0 } turn) WriteTurn(turn, comma: hasInstructions ? 1 : 0);
        else if (CallPairing.IsCanonical(messages)) WriteInPlace(messages);
        else WritePaired(messages, CallPairing.Pair(messages));
        _writer.WriteEndArray();
    }

    public void Dispose() => _scratch.Dispose();

    /// <param name="turn">The messages.</param>
    /// <param name="comma">The length of the comma in front of the first of them.</param>
    private void WriteTurn(TurnMessages turn, int comma)
    {
        var sent = (SentMessages?)turn.TakeMemo() ?? new SentMessages();
        try
        {
            sent.CutWhereChanged(turn);
            if (sent.CanGoOn(turn, out var calls)) WriteBehind(sent, turn, calls, comma);
            else WritePaired(sent, turn, comma);
        }
        catch
        {
            // It may say of messages that they were sent, and have no bytes of them.
            sent.Dispose();
            throw;
        }

        turn.KeepMemo(sent);
    }

    private void WriteBehind(SentMessages sent, TurnMessages turn, CallCursor calls, int comma)
    {
        var start = Position + comma;
        if (sent.Count > 0)
        {
            // Several values at once: to the writer they are one, and all that it keeps of it is that a comma comes next.
            _writer.WriteRawValue(sent.Bytes, skipInputValidation: true);
            start = Position;
        }

        for (var i = sent.Count; i < turn.Count; i++)
        {
            WriteInPlace(turn[i], i, ref calls);
            sent.Add(turn[i], Position - start);
        }

        sent.Append(WrittenSince(start));
    }

    private void WritePaired(SentMessages sent, TurnMessages turn, int comma)
    {
        var start = Position + comma;
        var results = CallPairing.Pair(turn);
        WritePaired(turn, results);
        sent.SetPaired(turn, results, WrittenSince(start));
    }

    private ReadOnlySpan<byte> WrittenSince(int start)
    {
        _writer.Flush();
        return _output.Written[start..];
    }

    private void WriteInPlace(IList<ChatMessage> messages)
    {
        var calls = default(CallCursor);
        for (var i = 0; i < messages.Count; i++) WriteInPlace(messages[i], i, ref calls);
    }

    private void WriteInPlace(ChatMessage message, int index, ref CallCursor calls)
    {
        var contents = message.Contents;
        if (contents.Count == 1 && contents[0] is TextContent { Text: { Length: > 0 } text })
        {
            _messages.WriteText(message, text, index);
            calls = default;
            return;
        }

        if (CallPairing.HasOwnContent(contents))
        {
            _messages.Write(message, index);
            calls = new CallCursor(contents);
        }

        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is FunctionResultContent result)
                _results.Write(result, calls.Next(result.CallId), message.Role, index);
        }
    }

    private void WritePaired(IList<ChatMessage> messages, List<PairedResult> results)
    {
        var next = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            if (CallPairing.HasOwnContent(messages[i].Contents)) _messages.Write(messages[i], i);
            for (; next < results.Count && results[next].After == i; next++)
            {
                var (_, index, result, call) = results[next];
                _results.Write(result, call, messages[index].Role, index);
            }
        }
    }
}
