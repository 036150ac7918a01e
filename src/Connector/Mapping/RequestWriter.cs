using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;
namespace Websopy.SemanticKernel.Mapping;
internal static class RequestWriter
{
    internal static void Write(IBufferWriter<byte> output, IEnumerable<ChatMessage> messages, ChatOptions? options, string? defaultModel, IChatClient client)
    {
        using var w = new Utf8JsonWriter(output);
        w.WriteStartObject(); w.WriteStartArray("messages");
        foreach (var m in messages) { w.WriteStartObject(); w.WriteString("role", m.Role.Value); w.WriteString("content", m.Text); w.WriteEndObject(); }
        w.WriteEndArray(); w.WriteEndObject();
    }
    internal static string? PlainUserMessage(IEnumerable<ChatMessage> messages, ChatOptions? options, string? defaultModel) => null;
}
