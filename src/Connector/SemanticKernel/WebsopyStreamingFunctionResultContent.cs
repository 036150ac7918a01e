using System.Text;
using Microsoft.SemanticKernel;

namespace Websopy.SemanticKernel;

/// <summary>
/// The result of a function that was invoked while the answer streams, in a <see cref="StreamingChatMessageContent"/> of the role
/// <c>tool</c>. It is no text of the answer: <see cref="ToString"/> is empty.
/// </summary>
public sealed class WebsopyStreamingFunctionResultContent : StreamingKernelContent
{
    internal WebsopyStreamingFunctionResultContent(string callId, string? pluginName, string functionName, string result) =>
        (CallId, PluginName, FunctionName, Result) = (callId, pluginName, functionName, result);

    /// <summary>The id of the call that this answers.</summary>
    public string CallId { get; }

    /// <summary>The plugin of the function; <see langword="null"/> where it has none.</summary>
    public string? PluginName { get; }

    /// <summary>The function.</summary>
    public string FunctionName { get; }

    /// <summary>The result as the model is told it.</summary>
    public string Result { get; }

    /// <summary>Nothing: what functions return is no part of the answer's text.</summary>
    /// <returns>The empty string.</returns>
    public override string ToString() => string.Empty;

    /// <summary>The bytes of the result.</summary>
    /// <returns>UTF-8.</returns>
    public override byte[] ToByteArray() => Encoding.UTF8.GetBytes(Result);
}
