using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Mapping;

/// <summary>What Websopy cannot take is said aloud: what it is, where it stands, and what to do.</summary>
internal static class Unsupported
{
    public static NotSupportedException Content(AIContent content, ChatRole role, int message) =>
        new($"messages[{message}] (role {role}) holds {Name(content)}, which Websopy cannot take. {Advice(content)}");

    public static NotSupportedException ResultContent(AIContent content, ChatRole role, int message, string callId) =>
        new($"messages[{message}] (role {role}) holds the result of call '{callId}' with {Name(content)}, which Websopy cannot take. "
            + "A result may be text, images or anything that can be serialised as JSON.");

    public static NotSupportedException Role(ChatRole role, int message) =>
        new($"messages[{message}] has the role '{role}', which Websopy does not know. Use system, user, assistant or tool.");

    public static NotSupportedException ToolMessageWithoutResult(int message) =>
        new($"messages[{message}] (role {ChatRole.Tool}) holds no {nameof(FunctionResultContent)}, and a tool message is its result. "
            + "Add the result, or remove the message.");

    public static NotSupportedException Tool(AITool tool, int index) =>
        new($"{nameof(ChatOptions)}.{nameof(ChatOptions.Tools)}[{index}] is a {tool.GetType().Name}, and Websopy hosts no tools. "
            + $"Use an {nameof(AIFunctionDeclaration)}, such as {nameof(AIFunctionFactory)} makes.");

    public static NotSupportedException Option(string name, string advice) =>
        new($"{nameof(ChatOptions)}.{name} cannot be sent to Websopy. {advice}");

    private static string Name(AIContent content) => content switch
    {
        DataContent data => $"a {nameof(DataContent)} of type {data.MediaType}",
        UriContent uri => $"a {nameof(UriContent)} of type {uri.MediaType}",
        _ => $"a {content.GetType().Name}",
    };

    private static string Advice(AIContent content) => content switch
    {
        DataContent or UriContent =>
            "Of data it takes only images (image/*), in system and user messages and in results, with an https: or data: address.",
        ToolApprovalRequestContent or ToolApprovalResponseContent =>
            "Put UseMidStreamFunctionInvocation() above this client: it settles approvals before they come here.",
        FunctionCallContent => "Calls belong in assistant messages.",
        TextReasoningContent => "Reasoning belongs in assistant messages.",
        TextContent => "Text belongs in system, user and assistant messages.",
        _ => $"Remove it, or put what it says into a {nameof(TextContent)}.",
    };
}
