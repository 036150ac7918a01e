using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>Writes the <c>messages</c> of a request: the instructions, then the history in the order of the wire.</summary>
internal sealed class MessagesWriter : IDisposable
{
    private readonly Utf8JsonWriter _writer;
    private readonly JsonScratch _scratch = new();
    private readonly MessageWriter _messages;
    private readonly ResultWriter _results;

    public MessagesWriter(Utf8JsonWriter writer)
    {
        var parts = new PartsWriter(writer, _scratch);
        _writer = writer;
        _messages = new MessageWriter(writer, _scratch, parts);
        _results = new ResultWriter(writer, _scratch, parts);
    }

    public void Write(IList<ChatMessage> messages, string? instructions)
    {
        _writer.WriteStartArray(WireNames.Request.Messages);
        if (!string.IsNullOrEmpty(instructions)) _messages.WriteInstructions(instructions);
        if (CallPairing.IsCanonical(messages)) WriteInPlace(messages);
        else WritePaired(messages);
        _writer.WriteEndArray();
    }

    public void Dispose() => _scratch.Dispose();

    private void WriteInPlace(IList<ChatMessage> messages)
    {
        var calls = default(CallCursor);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            var contents = message.Contents;
            if (contents.Count == 1 && contents[0] is TextContent { Text: { Length: > 0 } text })
            {
                _messages.WriteText(message, text, i);
                calls = default;
                continue;
            }

            if (CallPairing.HasOwnContent(contents))
            {
                _messages.Write(message, i);
                calls = new CallCursor(contents);
            }

            for (var j = 0; j < contents.Count; j++)
            {
                if (contents[j] is FunctionResultContent result)
                    _results.Write(result, calls.Next(result.CallId), message.Role, i);
            }
        }
    }

    private void WritePaired(IList<ChatMessage> messages)
    {
        var results = CallPairing.Pair(messages);
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
