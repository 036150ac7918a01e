using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.TestKit.Golden;

/// <summary>The JSON of single chunks, as a server would write it.</summary>
public static class Chunks
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Content(string text) => $$"""{"type":"content","content":{{Quote(text)}}}""";

    public static string Reasoning(string text) => $$"""{"type":"reasoning","content":{{Quote(text)}}}""";

    /// <summary>A call, or a fragment of one. What is null is absent.</summary>
    public static string Tool(string? name, string? arguments, string? id = null)
    {
        var tool = new JsonObject();
        if (id is not null)
            tool["id"] = id;
        if (name is not null)
            tool["name"] = name;
        if (arguments is not null)
            tool["arguments"] = arguments;

        return new JsonObject { ["type"] = "tool_call", ["tool"] = tool }.ToJsonString(Relaxed);
    }

    public static string Done() => """{"type":"done"}""";

    public static string Done(int promptTokens, int completionTokens, string? finishReason = null)
    {
        var reason = finishReason is null ? "" : $",\"finishReason\":{Quote(finishReason)}";
        return $$$"""{"type":"done","usage":{"promptTokens":{{{promptTokens}}},"completionTokens":{{{completionTokens}}}}{{{reason}}}}""";
    }

    public static string Error(string message, string? code = null)
    {
        var field = code is null ? "" : $",\"code\":{Quote(code)}";
        return $$"""{"type":"error","content":{{Quote(message)}}{{field}}}""";
    }

    public static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);
}
