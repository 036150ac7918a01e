using System.Text.Json;

namespace Websopy.SemanticKernel.Protocol;

/// <summary>Says what is wrong with JSON that someone else sent.</summary>
/// <remarks>
/// The tokenizer's own message quotes all that follows a broken literal: unbounded, and with a key that it may hold. So neither
/// the message nor, as an inner exception, the exception itself goes on.
/// </remarks>
internal static class JsonMistake
{
    public static string Of(Exception exception) => exception is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
        ? $"no JSON at line {line + 1}, byte {position}"
        : exception.Message;
}
