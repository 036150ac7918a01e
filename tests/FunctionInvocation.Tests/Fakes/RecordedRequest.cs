using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests;

/// <summary>A request as the model saw it: kept as text, since the invoker goes on to change the messages themselves.</summary>
internal sealed record RecordedRequest(IReadOnlyList<string> Messages, ChatOptions? Options, ChatOptions? OptionsInstance)
{
    public IEnumerable<string> ToolNames => Options?.Tools?.Select(tool => tool.Name) ?? [];

    public static RecordedRequest Of(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        new([.. messages.Select(Describe)], options?.Clone(), options);

    /// <summary>For example <c>assistant: Hm. call(c1 Weather city=Oslo)</c>; neighbouring texts are one text.</summary>
    public static string Describe(ChatMessage message) => $"{message.Role}: {Describe(message.Contents)}";

    public static string Describe(IEnumerable<AIContent> contents)
    {
        var parts = new List<string>();
        var afterText = false;
        foreach (var content in contents.Where(content => content is not UsageContent))
        {
            var part = Describe(content);
            if (afterText && content is TextContent)
                parts[^1] += part;
            else
                parts.Add(part);

            afterText = content is TextContent;
        }

        return string.Join(' ', parts);
    }

    private static string Describe(AIContent content) => content switch
    {
        TextContent text => text.Text,
        TextReasoningContent reasoning => $"thinks({reasoning.Text})",
        FunctionCallContent call => $"call({string.Join(' ', (string[])[call.CallId, call.Name, .. Arguments(call)])})",
        FunctionResultContent result => $"result({result.CallId} {Round.Plain(result.Result)})",
        ToolApprovalRequestContent request => $"asks({request.RequestId})",
        ToolApprovalResponseContent response => $"answers({response.RequestId} {response.Approved})",
        _ => content.GetType().Name,
    };

    private static IEnumerable<string> Arguments(FunctionCallContent call) =>
        call.Arguments?.Select(argument => $"{argument.Key}={Round.Plain(argument.Value)}") ?? [];
}
