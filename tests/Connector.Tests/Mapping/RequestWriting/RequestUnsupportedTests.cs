using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestUnsupportedTests
{
    private static readonly FunctionCallContent Call = new("1", "f");

    public static TheoryData<string, AIContent> Everywhere => new()
    {
        { "DataContent of type audio/wav", new DataContent(new byte[] { 1 }, "audio/wav") },
        { "DataContent of type application/pdf", new DataContent(new byte[] { 1 }, "application/pdf") },
        { "UriContent of type text/html", new UriContent("https://example.com/a.html", "text/html") },
        { "UriContent of type image/png", new UriContent("file:///a.png", "image/png") },
        { "UriContent of type image/png", new UriContent("http://example.com/a.png", "image/png") },
        { "UriContent of type image/png", new UriContent(new Uri("a.png", UriKind.Relative), "image/png") },
        { "HostedFileContent", new HostedFileContent("file") },
        { "HostedVectorStoreContent", new HostedVectorStoreContent("store") },
        { "ErrorContent", new ErrorContent("broken") },
        { "ToolApprovalRequestContent", new ToolApprovalRequestContent("r", Call) },
        { "ToolApprovalResponseContent", new ToolApprovalResponseContent("r", true, Call) },
        { "AIContent", new AIContent() },
        { "ToolCallContent", new ToolCallContent("1") },
        { "ToolResultContent", new ToolResultContent("1") },
    };

    [Theory]
    [MemberData(nameof(Everywhere), DisableDiscoveryEnumeration = true)]
    public void Write_ContentWebsopyCannotTake_SaysWhatAndWhere(string name, AIContent content)
    {
        foreach (var role in new[] { ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.Tool })
        {
            AssertUnsupported(name, role, [content]);
            AssertUnsupported(name, role, [new TextContent(""), content]);
            AssertUnsupported(name, role, [content, new FunctionResultContent("1", "r")]);
        }
    }

    public static TheoryData<string, string, AIContent> InOtherRoles => new()
    {
        { "user", "FunctionCallContent", Call },
        { "system", "FunctionCallContent", Call },
        { "tool", "FunctionCallContent", Call },
        { "user", "TextReasoningContent", new TextReasoningContent("r") },
        { "tool", "TextReasoningContent", new TextReasoningContent("r") },
        { "tool", "TextContent", new TextContent("t") },
        { "tool", "DataContent", new DataContent(new byte[] { 1 }, "image/png") },
        { "assistant", "DataContent", new DataContent(new byte[] { 1 }, "image/png") },
        { "assistant", "UriContent", new UriContent("https://example.com/a.png", "image/png") },
    };

    [Theory]
    [MemberData(nameof(InOtherRoles), DisableDiscoveryEnumeration = true)]
    public void Write_ContentOfAnotherRole_SaysWhatAndWhere(string role, string name, AIContent content) =>
        AssertUnsupported(name, new ChatRole(role), [content]);

    [Fact]
    public void Write_Approval_SaysWhatToDo() =>
        Assert.Contains(
            "UseMidStreamFunctionInvocation()",
            AssertUnsupported("ToolApprovalRequestContent", ChatRole.Assistant, [new ToolApprovalRequestContent("r", Call)]),
            StringComparison.Ordinal);

    [Fact]
    public void Write_ToolMessageWithoutResult_Throws()
    {
        ChatMessage[] empty =
            [new(ChatRole.Tool, []), new(ChatRole.Tool, ""), new(ChatRole.Tool, [new UsageContent()]), new(ChatRole.Tool, (string?)null)];
        foreach (var message in empty)
        {
            var exception = Assert.Throws<NotSupportedException>(() => RequestBody.OfMessages(new(ChatRole.User, "u"), message));
            Assert.Contains("messages[1] (role tool) holds no FunctionResultContent", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_UnknownRole_Throws()
    {
        ChatMessage[] unknown = [new(new ChatRole("developer"), "t"), new(new ChatRole("developer"), []), new(new ChatRole("developer"), [Call])];
        foreach (var message in unknown)
        {
            var exception = Assert.Throws<NotSupportedException>(() => RequestBody.OfMessages(new(ChatRole.User, "u"), message));
            Assert.Contains("messages[1] has the role 'developer'", exception.Message, StringComparison.Ordinal);
        }
    }

    private static string AssertUnsupported(string name, ChatRole role, AIContent[] contents)
    {
        var exception = Assert.Throws<NotSupportedException>(
            () => RequestBody.OfMessages(new ChatMessage(ChatRole.User, "u"), new ChatMessage(role, contents)));
        Assert.Contains($"messages[1] (role {role})", exception.Message, StringComparison.Ordinal);
        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        return exception.Message;
    }
}
