using Microsoft.SemanticKernel;
using AI = Microsoft.Extensions.AI;

#pragma warning disable SKEXP0001, SKEXP0110 // for evaluation only, but binary contents and reasoning have no other types

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>One item of a message of Semantic Kernel to a content.</summary>
internal static class ItemMapper
{
    private const string Unknown = "application/octet-stream";

    /// <exception cref="NotSupportedException">The item has no counterpart.</exception>
    public static AI.AIContent Map(KernelContent item, int message) => item switch
    {
        TextContent text => new AI.TextContent(text.Text),
        ReasoningContent reasoning => MapReasoning(reasoning),
        FunctionCallContent call => MapCall(call),
        FunctionResultContent result => MapResult(result),
        BinaryContent binary => MapBinary(binary, message),
        _ => throw Unsupported(item, message, "Remove it, or put what it says into a TextContent."),
    };

    /// <summary>The original has what Semantic Kernel has no place for, such as data that only the model can read.</summary>
    private static AI.TextReasoningContent MapReasoning(ReasoningContent reasoning) =>
        reasoning.InnerContent is AI.TextReasoningContent original && original.Text == reasoning.Text
            ? original
            : new AI.TextReasoningContent(reasoning.Text);

    /// <summary>The original's arguments are as the model wrote them; Semantic Kernel's may all be text.</summary>
    private static AI.FunctionCallContent MapCall(FunctionCallContent call)
    {
        var name = new WireName(call.PluginName, call.FunctionName).ToString();
        var arguments = call.InnerContent is AI.FunctionCallContent original && original.Name == name && original.CallId == call.Id
            ? original.Arguments
            : call.Arguments;
        return new AI.FunctionCallContent(call.Id ?? string.Empty, name, arguments) { Exception = call.Exception };
    }

    private static AI.FunctionResultContent MapResult(FunctionResultContent result) =>
        new(result.CallId ?? string.Empty, result.Result switch
        {
            FunctionResult { Function: var function } value => ResultText.Of(value.GetValue<object>(), function.JsonSerializerOptions),
            Exception exception => $"Error: {exception.Message}",
            ChatMessageContent or IEnumerable<ChatMessageContent> => ResultText.Of(result.Result, null),
            var value => value, // the client writes it as JSON
        });

    private static AI.AIContent MapBinary(BinaryContent binary, int message)
    {
        var isImage = binary is ImageContent;
        if (binary.Uri is { } uri) return new AI.UriContent(uri, binary.MimeType ?? (isImage ? "image/*" : Unknown));
        if (binary.Data is { } data)
        {
            if (isImage && binary.MimeType is null) throw Unsupported(binary, message, "It has data but no MimeType, such as image/png. Set it.");
            return new AI.DataContent(data, binary.MimeType ?? Unknown);
        }

        throw Unsupported(binary, message, "It has neither data nor an address. Set one of them.");
    }

    private static NotSupportedException Unsupported(KernelContent item, int message, string advice) =>
        new($"Message {message} of the chat history holds a {item.GetType().Name}, which cannot be sent. {advice}");
}
