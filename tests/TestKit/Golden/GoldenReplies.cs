using static Websopy.SemanticKernel.TestKit.Golden.Chunks;

namespace Websopy.SemanticKernel.TestKit.Golden;

/// <summary>Replies that between them use every part of the protocol.</summary>
public static class GoldenReplies
{
    public static GoldenReply Plain { get; } = new("plain", [Content("Hello"), Content(", "), Content("world!"), Done(12, 3)])
    {
        Text = "Hello, world!",
        Usage = (12, 3, 15),
    };

    /// <summary>Texts whose UTF-8 has two, three and four bytes a character, and every escape that JSON has.</summary>
    public static GoldenReply Unicode { get; } = new("unicode",
    [
        Content("你好，世界"), Content(" né "), Content("👩‍💻🚀"),
        """{"type":"content","content":" \"q\" \\ \/ \b\f\n\r\t \u4f60 \ud83d\ude00"}""",
        Done(1, 2),
    ])
    {
        Text = "你好，世界 né 👩‍💻🚀 \"q\" \\ / \b\f\n\r\t 你 😀",
        Usage = (1, 2, 3),
    };

    public static GoldenReply Reasoned { get; } = new("reasoning", [Reasoning("Let me "), Reasoning("think."), Content("42"), Done(5, 6, "stop")])
    {
        Reasoning = "Let me think.",
        Text = "42",
        Usage = (5, 6, 11),
    };

    public static GoldenReply WholeCalls { get; } = new("whole calls",
    [
        Content("Looking."), Tool("get_time", """{"zone":"Asia/Shanghai"}""", "call-a"), Tool("get_weather", """{"city":"上海","days":[1,2]}"""),
        Content(" One moment."), Done(20, 9),
    ])
    {
        Text = "Looking. One moment.",
        Calls = [new("get_time", """{"zone":"Asia/Shanghai"}""", "call-a"), new("get_weather", """{"city":"上海","days":[1,2]}""")],
        Usage = (20, 9, 29),
        FinishReason = "tool_calls",
    };

    public static GoldenReply FragmentedCalls { get; } = new("fragmented calls",
    [
        Tool("search", "", "c1"), Tool("search", """{"query":"a \"q""", "c1"), Tool(null, """uote\" }","top":""", "c1"), Tool(null, "3}", "c1"),
        Tool("now", ""), Tool("list", """{"path":"""), Tool(null, "\"src\"}"), Done(7, 8, "tool_calls"),
    ])
    {
        Calls = [new("search", """{"query":"a \"quote\" }","top":3}""", "c1"), new("now", "{}"), new("list", """{"path":"src"}""")],
        Usage = (7, 8, 15),
        FinishReason = "tool_calls",
    };

    public static GoldenReply Cut { get; } = new("cut by length", [Content("It is"), Done(1, 1, "length")])
    {
        Text = "It is",
        Usage = (1, 1, 2),
        FinishReason = "length",
    };

    public static GoldenReply Filtered { get; } = new("filtered", ["""{"type":"done","finishReason":"content_filter"}"""]) { FinishReason = "content_filter" };

    /// <summary>A little of everything, with metadata: what the byte-level tests cut up.</summary>
    public static GoldenReply Representative { get; } = new("representative",
    [
        """{"type":"reasoning","content":"hm","id":"resp-1","model":"websopy-1","created":1700000000}""",
        Content("Grüße 你好"), Content("🚀\n"), Tool("find", """{"q":""", "c1"), Tool(null, "\"é\"}", "c1"), Tool("now", ""),
        Content("."), Done(3, 4, "tool_calls"),
    ])
    {
        Reasoning = "hm",
        Text = "Grüße 你好🚀\n.",
        Calls = [new("find", """{"q":"é"}""", "c1"), new("now", "{}")],
        Usage = (3, 4, 7),
        FinishReason = "tool_calls",
    };

    public static IReadOnlyList<GoldenReply> All { get; } =
        [Plain, Unicode, Reasoned, WholeCalls, FragmentedCalls, Cut, Filtered, Representative];
}
