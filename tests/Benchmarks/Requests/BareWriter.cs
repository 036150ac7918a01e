using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Benchmarks.Requests;

/// <summary>The least that writes such a history: a loop that knows what is in it and checks nothing.</summary>
internal static class BareWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IBufferWriter<byte> output, List<ChatMessage> messages)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        var scratch = new ArrayBufferWriter<byte>();
        using var argumentsWriter = new Utf8JsonWriter(scratch, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("messages"u8);
        for (var i = 0; i < messages.Count; i++)
        {
            writer.WriteStartObject();
            switch (messages[i].Contents[0])
            {
                case TextContent text:
                    writer.WriteString("role"u8, messages[i].Role == ChatRole.User ? "user"u8 : "assistant"u8);
                    writer.WriteString("content"u8, text.Text);
                    break;
                case FunctionCallContent call:
                    WriteCall(writer, call, argumentsWriter, scratch);
                    break;
                case FunctionResultContent result:
                    WriteResult(writer, result, (FunctionCallContent)messages[i - 1].Contents[0]);
                    break;
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter writer, FunctionCallContent call, Utf8JsonWriter argumentsWriter, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        argumentsWriter.Reset();
        argumentsWriter.WriteStartObject();
        foreach (var (name, value) in (Dictionary<string, object?>)call.Arguments!)
        {
            if (value is string text) argumentsWriter.WriteString(name, text);
            else argumentsWriter.WriteNumber(name, (int)value!);
        }

        argumentsWriter.WriteEndObject();
        argumentsWriter.Flush();
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteStartArray("toolCalls"u8);
        writer.WriteStartObject();
        writer.WriteString("id"u8, call.CallId);
        writer.WriteString("name"u8, call.Name);
        writer.WriteString("arguments"u8, scratch.WrittenSpan);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter writer, FunctionResultContent result, FunctionCallContent call)
    {
        writer.WriteString("role"u8, "tool"u8);
        writer.WriteString("toolCallId"u8, result.CallId);
        writer.WriteString("name"u8, call.Name);
        writer.WriteString("content"u8, (string)result.Result!);
    }
}
