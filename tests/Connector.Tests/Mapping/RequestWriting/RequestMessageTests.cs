using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestMessageTests
{
    private static readonly byte[] Pixel = [0xFB, 0xFF, 0xFE, 0x00];

    [Fact]
    public void Write_EveryRole_AsDocumented() =>
        Assert.Equal(
            """{"role":"system","content":"s"},{"role":"user","content":"u"},{"role":"assistant","content":"a"},"""
            + """{"role":"tool","toolCallId":"1","content":"r"}""",
            RequestBody.OfMessages(
                new(ChatRole.System, "s"), new(ChatRole.User, "u"), new(ChatRole.Assistant, "a"),
                new(ChatRole.Tool, [new FunctionResultContent("1", "r")])));

    [Fact]
    public void Write_RoleInOtherCase_IsTheSameRole() =>
        Assert.Equal("""{"role":"user","content":"u"}""", RequestBody.OfMessages(new ChatMessage(new ChatRole("USER"), "u")));

    [Fact]
    public void Write_Instructions_FirstAsSystemMessage() =>
        Assert.Equal(
            """{"role":"system","content":"i"},{"role":"system","content":"s"}""",
            RequestBody.Messages(RequestBody.Of([new(ChatRole.System, "s")], new ChatOptions { Instructions = "i" })));

    [Fact]
    public void Write_AuthorName_IsTheName() =>
        Assert.Equal(
            """{"role":"system","content":"s","name":"x"},{"role":"user","content":"u","name":"小王"},"""
            + """{"role":"user","content":"","name":"y"},{"role":"assistant","content":"a","reasoning":"r","name":"z"}""",
            RequestBody.OfMessages(
                new(ChatRole.System, "s") { AuthorName = "x" },
                new(ChatRole.User, "u") { AuthorName = "小王" },
                new(ChatRole.User, "") { AuthorName = "y" },
                new(ChatRole.Assistant, [new TextReasoningContent("r"), new TextContent("a")]) { AuthorName = "z" }));

    [Fact]
    public void Write_TextThatJsonEscapes_OnlyWhatMustBe() =>
        Assert.Equal(
            """{"role":"user","content":"你好 <a href='x'>&+é \"q\" \\ \n\t\u0001"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.User, "你好 <a href='x'>&+é \"q\" \\ \n\t\u0001")));

    public static TheoryData<string, string> Surrogates => new()
    {
        { "a\ud800b", @"a\uFFFDb" },
        { "\udc00", @"\uFFFD" },
        { "你\ud83d", @"你\uFFFD" },
        { "😀", @"\uD83D\uDE00" },
    };

    [Theory]
    [MemberData(nameof(Surrogates), DisableDiscoveryEnumeration = true)]
    public void Write_Surrogates_ValidUtf8(string text, string expected) =>
        Assert.Equal(
            $$"""{"role":"user","content":"{{expected}}","name":"{{expected}}"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.User, text) { AuthorName = text }));

    [Fact]
    public void Write_SeveralTextsOfAUser_ArrayOfParts() =>
        Assert.Equal(
            """{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.User, [new TextContent("a"), new TextContent(""), new TextContent("b")])));

    [Fact]
    public void Write_OneTextAmongNothing_String() =>
        Assert.Equal(
            """{"role":"user","content":"a"},{"role":"user","content":""},{"role":"user","content":""},{"role":"assistant","content":""},"""
            + """{"role":"assistant","content":"b"}""",
            RequestBody.OfMessages(
                new(ChatRole.User, [new TextContent(null), new TextContent("a"), new UsageContent()]),
                new(ChatRole.User, [new UsageContent()]),
                new(ChatRole.User, (string?)null),
                new(ChatRole.Assistant, []),
                new(ChatRole.Assistant, [new TextContent("b"), new UsageContent()])));

    [Fact]
    public void Write_Images_AsParts() =>
        Assert.Equal(
            """{"role":"user","content":[{"type":"text","text":"look"},{"type":"image","url":"data:image/png;base64,+//+AA=="},"""
            + """{"type":"image","url":"https://example.com/a%20b.jpg?x=1&y=2"}]},{"role":"system","content":[{"type":"image","url":"data:image/gif;base64,AQ=="}]}""",
            RequestBody.OfMessages(
                new(ChatRole.User,
                [
                    new TextContent("look"), new DataContent(Pixel, "image/png"), new UriContent("https://example.com/a b.jpg?x=1&y=2", "image/jpeg"),
                ]),
                new(ChatRole.System, [new DataContent("data:image/gif;base64,AQ==")])));

    [Fact]
    public void Write_LargeImage_TheDataUriItself()
    {
        var content = new DataContent(Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray(), "image/webp");

        var body = RequestBody.OfMessages(new ChatMessage(ChatRole.User, [content]));

        Assert.Equal($$"""{"role":"user","content":[{"type":"image","url":"{{content.Uri}}"}]}""", body);
    }

    [Fact]
    public void Write_UriContentWithDataUri_Image() =>
        Assert.Equal(
            """{"role":"user","content":[{"type":"image","url":"data:image/png;base64,AQ=="}]}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.User, [new UriContent("data:image/png;base64,AQ==", "image/png")])));

    [Fact]
    public void Write_AssistantsTexts_Concatenated() =>
        Assert.Equal(
            """{"role":"assistant","content":"a你b\"\uD83D\uDE00","reasoning":"r1r2"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.Assistant,
            [
                new TextReasoningContent("r1"), new TextContent("a你"), new TextContent(""), new TextReasoningContent("r2"), new TextReasoningContent(""),
                new TextContent("b\"\ud83d"), new TextContent("\ude00"),
            ])));

    [Fact]
    public void Write_AssistantsTextsThatEndInAHalf_ValidUtf8() =>
        Assert.Equal(
            """{"role":"assistant","content":"ab\uFFFD"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.Assistant, [new TextContent("a"), new TextContent("b\ud83d")])));

    [Fact]
    public void Write_AssistantsReasoningOrCallsAlone_NoContent() =>
        Assert.Equal(
            """{"role":"assistant","reasoning":"r"},{"role":"assistant","toolCalls":[{"id":"1","name":"f","arguments":"{}"}]}""",
            RequestBody.OfMessages(
                new(ChatRole.Assistant, [new TextReasoningContent("r")]),
                new(ChatRole.Assistant, [new FunctionCallContent("1", "f")])));

    [Fact]
    public void Write_AssistantWithEverything_InTheOrderOfTheProtocol() =>
        Assert.Equal(
            """{"role":"assistant","content":"a","reasoning":"r","toolCalls":[{"id":"1","name":"f","arguments":"{\"x\":1}"},"""
            + """{"id":"2","name":"g","arguments":"{}"}],"name":"n"}""",
            RequestBody.OfMessages(new ChatMessage(ChatRole.Assistant,
            [
                new FunctionCallContent("1", "f", new Dictionary<string, object?> { ["x"] = 1 }) { InformationalOnly = true },
                new TextReasoningContent("r"), new UsageContent(), new TextContent("a"),
                new FunctionCallContent("2", "g", new Dictionary<string, object?>()),
            ])
            { AuthorName = "n" }));

    [Fact]
    public void Write_NullMessage_SaysWhich()
    {
        var exception = Assert.Throws<ArgumentException>(() => RequestBody.OfMessages(new(ChatRole.User, "u"), null!));

        Assert.Contains("messages[1]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LazyMessages_EnumeratedOnce()
    {
        var enumerations = 0;
        IEnumerable<ChatMessage> Messages()
        {
            enumerations++;
            yield return new(ChatRole.User, "u");
        }

        var body = RequestBody.Of(Messages());

        Assert.Equal("""{"messages":[{"role":"user","content":"u"}]}""", body);
        Assert.Equal(1, enumerations);
    }
}
