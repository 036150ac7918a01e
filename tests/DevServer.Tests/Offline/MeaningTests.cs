using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.DevServer.Offline;

namespace Websopy.SemanticKernel.DevServer.Tests.Offline;

/// <summary>What a request does not say is asked for, and what it forbids is not done.</summary>
public class MeaningTests
{
    private const string One = """{"type":"object","properties":{"%":{"type":"string"}},"required":["%"]}""";

    private static readonly AITool Copy = ToolSets.Tool("copy_ledger", "Copies a ledger to a file.",
        """{"type":"object","properties":{"ledger":{"type":"string"},"path":{"type":"string"}},"required":["ledger","path"]}""");

    private static readonly AITool Shelf = ToolSets.Tool("create_shelf", "Creates a new shelf.",
        """{"type":"object","properties":{"name":{"type":"string","description":"Name of the shelf."},"base":{"type":"string","description":"Shelf to start from."}},"required":["name"]}""");

    private static readonly AITool Hatch = ToolSets.Tool("latch_hatch", "Latches or unlatches a hatch.",
        """{"type":"object","properties":{"hatch":{"type":"string","enum":["front","roof"]},"latch":{"type":"boolean"}},"required":["hatch","latch"]}""");

    private static readonly AITool Heater = ToolSets.Tool("set_heater", "Switches the heater of a room.",
        """{"type":"object","properties":{"room":{"type":"string","enum":["living_room","office"]},"state":{"type":"string","enum":["on","off"]}},"required":["room","state"]}""");

    private static readonly AITool Join = ToolSets.Tool("join_lists", "Joins one list into another.",
        """{"type":"object","properties":{"source":{"type":"string"},"target":{"type":"string"}},"required":["source","target"]}""");

    private static readonly AITool Watering = ToolSets.Tool("water_plants", "浇花", """{"type":"object","properties":{}}""");

    [Theory]
    [InlineData("message", "what did we publish yesterday?", "? publish_notice message")]
    [InlineData("content", "publish the notice", "? publish_notice content")]
    [InlineData("body", "发布公告", "? publish_notice body")]
    [InlineData("message", "publish a notice saying we are closed", "publish_notice{message:\"we are closed\",}")]
    [InlineData("message", "publish a notice with the message we are closed", "publish_notice{message:\"we are closed\",}")]
    [InlineData("message", "publish the notice \"Closed\"", "publish_notice{message:\"Closed\",}")]
    [InlineData("question", "publish what was decided", "publish_notice{question:\"publish what was decided\",}")]
    public void Plan_LoneText_IsTheRequestOnlyWhereItIsLookedFor(string parameter, string request, string expected) =>
        Assert.Equal(expected, Actual(request, ToolSets.Tool("publish_notice", "Publishes a notice 发布公告.", One.Replace("%", parameter, StringComparison.Ordinal))));

    [Fact]
    public void Plan_TextInChinese_IsTakenWhereItIsIntroduced() =>
        Assert.Equal("今天休息", Argument("发布公告，内容是今天休息", ToolSets.Tool("publish_notice", "发布公告", One.Replace("%", "message", StringComparison.Ordinal)), "message"));

    [Theory]
    [InlineData("Copy the garden ledger to /var/garden.bak", """copy_ledger{ledger:"garden",path:"/var/garden.bak",}""")]
    [InlineData("Copy the ledger to /var/garden.bak", "? copy_ledger ledger")]
    public void Plan_OneValue_IsNotTwoTexts(string request, string expected) => Assert.Equal(expected, Actual(request, Copy));

    [Theory]
    [InlineData("Create a shelf called poetry", """create_shelf{name:"poetry",}""")]
    [InlineData("create a shelf named Old Maps", """create_shelf{name:"Old Maps",}""")]
    [InlineData("create a shelf titled atlas/2 from poetry", """create_shelf{base:"poetry",name:"atlas/2",}""")]
    [InlineData("创建一个名为 poetry 的 shelf", """create_shelf{name:"poetry",}""")]
    [InlineData("新建一个叫做 poetry 的 shelf", """create_shelf{name:"poetry",}""")]
    [InlineData("新建 shelf，叫 poetry", """create_shelf{name:"poetry",}""")]
    public void Plan_IntroducedName_IsTheName(string request, string expected) => Assert.Equal(expected, Actual(request, Shelf));

    [Theory]
    [InlineData("latch the roof hatch", """latch_hatch{hatch:"roof",latch:true,}""")]
    [InlineData("unlatch the front hatch", """latch_hatch{hatch:"front",latch:false,}""")]
    public void Plan_VerbThatIsTheSwitch_TurnsIt(string request, string expected) => Assert.Equal(expected, Actual(request, Hatch));

    [Theory]
    [InlineData("打开客厅的 heater", """set_heater{room:"living_room",state:"on",}""")]
    [InlineData("关掉 office 的 heater", """set_heater{room:"office",state:"off",}""")]
    [InlineData("why is the office heater on?", "-")]
    [InlineData("in front of the office: heater", "? set_heater state")]
    public void Plan_OnAndOff_AreReadInBothLanguages(string request, string expected) => Assert.Equal(expected, Actual(request, Heater));

    [Fact]
    public void Plan_WordsAroundADirection_AreSourceAndTarget() =>
        Assert.Equal("""join_lists{source:"apples",target:"fruit",}""", Actual("join apples into fruit", Join));

    [Theory]
    [InlineData("浇花", "water_plants{}")]
    [InlineData("请帮我浇一下花", "-")]
    [InlineData("讲个故事", "-")]
    public void Plan_ToolDescribedInChinese_IsCalledByItsDescription(string request, string expected) => Assert.Equal(expected, Actual(request, Watering));

    [Theory]
    [InlineData("files", "Do not delete notes.txt")]
    [InlineData("files", "不要删除 notes.txt")]
    [InlineData("files", "请不要删除 notes.txt")]
    [InlineData("files", "never delete notes.txt")]
    [InlineData("mail", "don't send it")]
    [InlineData("mail", "别发送邮件给 ben@example.com")]
    public void Plan_Prohibition_CallsNothing(string tools, string request) =>
        Assert.Equal("-", new RequestCase(tools, request, "").Actual());

    [Theory]
    [InlineData("count 一亿亿亿亿亿个 items", """{"count":{"type":"integer"}}""", "count", "? count_items count")]
    [InlineData("count items", """{"list":{"type":"array","items":{"type":"string"},"default":[null]}}""", "list", "count_items{list:[],}")]
    [InlineData("count items in front", """{"state":{"enum":["on","off"]}}""", "state", "? count_items state")]
    public void Plan_WhatOnceBroke_IsRead(string request, string properties, string required, string expected) =>
        Assert.Equal(expected, Actual(request, ToolSets.Tool("count_items", "Counts items.", $$"""{"type":"object","properties":{{properties}},"required":["{{required}}"]}""")));

    private static string Actual(string request, AITool tool) => new RequestCase("", request, "").Actual([tool]);

    private static string? Argument(string request, AITool tool, string name) =>
        Assert.Single(new CallPlanner(new(request), ToolEntry.Read([tool]), RequestCase.Today, TestContext.Current.CancellationToken).Plan().Calls).Arguments[name]?.GetValue<string>();
}
