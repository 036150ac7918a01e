using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.DevServer.Protocol;

/// <summary>A call as a chunk's <c>tool</c>: the name and, as a string that holds JSON, all of its arguments. No id: none is documented.</summary>
internal sealed class ToolCallWriter
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private ArrayBufferWriter<byte>? _arguments;

    public void Write(Utf8JsonWriter json, FunctionCallContent call)
    {
        json.WriteStartObject(WireNames.Chunk.Tool);
        json.WriteString(WireNames.ToolCall.Name, call.Name);
        json.WriteString(WireNames.ToolCall.Arguments, Serialize(call.Arguments));
        json.WriteEndObject();
    }

    private ReadOnlySpan<byte> Serialize(IDictionary<string, object?>? arguments)
    {
        if (arguments is not { Count: > 0 })
            return "{}"u8;

        _arguments ??= new ArrayBufferWriter<byte>();
        _arguments.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_arguments, Relaxed);
        JsonSerializer.Serialize(json, arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)));
        json.Flush();
        return _arguments.WrittenSpan;
    }
}
