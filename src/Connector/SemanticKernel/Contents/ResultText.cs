using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Websopy.SemanticKernel.Mapping;

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>What a function returned, as the model is told it: text as it is, anything else as JSON.</summary>
internal static class ResultText
{
    /// <exception cref="Exception">The value has no JSON; <see cref="JsonValueWriter.IsUnwritable"/> knows the types.</exception>
    public static string Of(object? value, JsonSerializerOptions? options) => value switch
    {
        null => string.Empty,
        string text => text,
        ChatMessageContent message => message.ToString(),
        IEnumerable<ChatMessageContent> messages => string.Join(',', messages),
        _ => Json(value, options),
    };

    private static string Json(object value, JsonSerializerOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonScratch.WriterOptions))
        {
            // The function's own options know types that nobody else does, above all in a program compiled ahead of time.
            if (options is not null && options.TryGetTypeInfo(value.GetType(), out var type)) JsonSerializer.Serialize(writer, value, type);
            else JsonValueWriter.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
