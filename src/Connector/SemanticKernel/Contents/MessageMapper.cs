using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using AI = Microsoft.Extensions.AI;

#pragma warning disable SKEXP0001, SKEXP0110 // for evaluation only, but binary contents and reasoning have no other types

namespace Websopy.SemanticKernel.KernelConnector.Contents;

/// <summary>Messages to Semantic Kernel's.</summary>
internal static class MessageMapper
{
    /// <summary>Messages to a history. Each result is a message of its own, that says it as text too.</summary>
    /// <param name="messages">The messages, calls before their results.</param>
    /// <param name="retainTypes">Whether arguments keep their JSON types.</param>
    public static IEnumerable<ChatMessageContent> History(IEnumerable<AI.ChatMessage> messages, bool retainTypes = false)
    {
        var names = new Dictionary<string, WireName>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            foreach (var call in message.Contents.OfType<AI.FunctionCallContent>()) names[call.CallId] = WireName.Parse(call.Name);
            if (message.Role != AI.ChatRole.Tool)
                yield return new ChatMessageContent(new AuthorRole(message.Role.Value), Items(message.Contents, retainTypes)) { AuthorName = message.AuthorName };
            foreach (var result in message.Contents.OfType<AI.FunctionResultContent>())
                yield return Result(result, names.GetValueOrDefault(result.CallId, new WireName(null, string.Empty)));
        }
    }

    /// <summary>What an assistant said and asked for.</summary>
    /// <param name="contents">The contents of its message, in order.</param>
    /// <param name="retainTypes">Whether arguments keep their JSON types.</param>
    /// <returns>A message whose texts are one item.</returns>
    public static ChatMessageContent Assistant(IEnumerable<AI.AIContent> contents, bool retainTypes) =>
        new(AuthorRole.Assistant, Items(contents, retainTypes));

    private static ChatMessageContentItemCollection Items(IEnumerable<AI.AIContent> contents, bool retainTypes)
    {
        var items = new ChatMessageContentItemCollection();
        foreach (var content in contents)
        {
            switch (content)
            {
                case AI.TextContent { Text.Length: 0 } or AI.TextReasoningContent { Text.Length: 0, ProtectedData: null }:
                    break;
                case AI.TextContent text:
                    AddText(items, text.Text);
                    break;
                case AI.TextReasoningContent reasoning:
                    items.Add(new ReasoningContent(reasoning.Text) { InnerContent = reasoning });
                    break;
                case AI.FunctionCallContent call:
                    items.Add(Call(call, retainTypes));
                    break;
                case AI.DataContent data:
                    items.Add(Binary(data));
                    break;
                case AI.UriContent uri:
                    items.Add(uri.HasTopLevelMediaType("image") ? new ImageContent(uri.Uri) { MimeType = uri.MediaType } : new BinaryContent(uri.Uri) { MimeType = uri.MediaType });
                    break;
            }
        }

        return items;
    }

    /// <summary>A message has its text in one item: what reads its content reads the first, and would miss what follows a call or a thought.</summary>
    private static void AddText(ChatMessageContentItemCollection items, string text)
    {
        if (items.OfType<TextContent>().FirstOrDefault() is { } first) first.Text += text;
        else items.Add(new TextContent(text));
    }

    private static ChatMessageContent Result(AI.FunctionResultContent result, WireName name)
    {
        var text = result.Result as string ?? ResultText.Of(result.Result, null);
        return new ChatMessageContent(AuthorRole.Tool, [new TextContent(text), new FunctionResultContent(name.Function, name.Plugin, result.CallId, text)]);
    }

    private static FunctionCallContent Call(AI.FunctionCallContent call, bool retainTypes)
    {
        var name = WireName.Parse(call.Name);
        return new FunctionCallContent(name.Function, name.Plugin, call.CallId, CallArguments.ToKernel(call.Arguments, retainTypes))
        {
            Exception = call.Exception,
            InnerContent = call,
        };
    }

    private static BinaryContent Binary(AI.DataContent data) =>
        data.HasTopLevelMediaType("image") ? new ImageContent(data.Data, data.MediaType) : new BinaryContent(data.Data, data.MediaType);
}
