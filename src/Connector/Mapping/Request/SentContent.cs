using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>What a content was when it was sent: the content, and whatever of it can be set and stands on the wire, by reference.</summary>
internal readonly struct SentContent
{
    private readonly AIContent? _content;
    private readonly object? _value;
    private readonly object? _second;

    public SentContent(AIContent? content)
    {
        _content = content;
        (_value, _second) = Settable(content);
    }

    public bool IsStill(AIContent? content)
    {
        if (!ReferenceEquals(content, _content)) return false;
        // Nearly every content is a text, and to ask it costs less than to collect what it has.
        if (content is TextContent text) return ReferenceEquals(text.Text, _value);
        var (value, second) = Settable(content);
        return ReferenceEquals(value, _value) && ReferenceEquals(second, _second);
    }

    /// <summary>Data has nothing that can be set and is sent, and usage is not sent at all.</summary>
    private static (object? Value, object? Second) Settable(AIContent? content) => content switch
    {
        TextContent text => (text.Text, null),
        TextReasoningContent reasoning => (reasoning.Text, null),
        FunctionCallContent call => (call.Arguments, null),
        FunctionResultContent result => (result.Result, result.Exception),
        UriContent uri => (uri.Uri, uri.MediaType),
        _ => (null, null),
    };
}
