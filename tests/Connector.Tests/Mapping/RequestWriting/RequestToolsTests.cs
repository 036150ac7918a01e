using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tests.Mapping.RequestWriting;

public class RequestToolsTests
{
    private const string Tool = """{"tools":[{"name":"f","parameters":{}}]""";

    private static AIFunctionDeclaration Declare(string name, string schema = "{}", string? description = null) =>
        AIFunctionFactory.CreateDeclaration(name, description, RequestBody.Json(schema));

    [Fact]
    public void Write_Tools_NameDescriptionAndCompactSchema()
    {
        var tool = Declare("天气", """{ "type": "object", "properties": { "city": { "description": "\u57ce\u5e02 <b>" } } }""", "Says \"sunny\"");

        Assert.Equal(
            """{"tools":[{"name":"天气","description":"Says \"sunny\"","parameters":{"type":"object","properties":{"city":{"description":"城市 <b>"}}}}],"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { Tools = [tool] }));
    }

    [Fact]
    public void Write_Function_AsItsDeclaration()
    {
        var function = AIFunctionFactory.Create((int a) => a, "f", "doubles");
        var expected = JsonSerializer.Serialize(function.JsonSchema);

        Assert.Equal(
            $$"""{"tools":[{"name":"f","description":"doubles","parameters":{{expected}}}],"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { Tools = [function] }));
    }

    [Fact]
    public void Write_FunctionThatNeedsApproval_AsAnyOther() =>
        Assert.Contains(
            """{"name":"f","description":"d","parameters":""",
            RequestBody.OfOptions(new ChatOptions { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => 1, "f", "d"))] }),
            StringComparison.Ordinal);

    [Fact]
    public void Write_ToolWithoutSchema_NoParameters() =>
        Assert.Equal(
            """{"tools":[{"name":"s"}],"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { Tools = [new WithoutSchema()] }));

    [Fact]
    public void Write_TwoToolsOfOneName_Throws()
    {
        var options = new ChatOptions { Tools = [Declare("f"), Declare("g"), Declare("f")] };

        var exception = Assert.Throws<ArgumentException>(() => RequestBody.OfOptions(options));

        Assert.Contains("Tools[2]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'f'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostedTool_Throws()
    {
        var options = new ChatOptions { Tools = [Declare("f"), new HostedWebSearchTool()] };

        var exception = Assert.Throws<NotSupportedException>(() => RequestBody.OfOptions(options));

        Assert.Contains("Tools[1]", exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(HostedWebSearchTool), exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<ChatToolMode, string> Modes => new()
    {
        { ChatToolMode.Auto, "\"auto\"" },
        { ChatToolMode.None, "\"none\"" },
        { ChatToolMode.RequireAny, "\"required\"" },
        { ChatToolMode.RequireSpecific("f"), """{"name":"f"}""" },
    };

    [Theory]
    [MemberData(nameof(Modes), DisableDiscoveryEnumeration = true)]
    public void Write_ToolMode_AsDocumented(ChatToolMode mode, string expected) =>
        Assert.Equal(
            Tool + $$""","toolChoice":{{expected}},"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { Tools = [Declare("f")], ToolMode = mode }));

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void Write_AllowMultipleToolCalls_AsDocumented(bool value, string expected) =>
        Assert.Equal(
            Tool + $$""","parallelToolCalls":{{expected}},"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions { Tools = [Declare("f")], AllowMultipleToolCalls = value }));

    [Fact]
    public void Write_ModesWithoutTools_OnlyWhatAsksForOne()
    {
        Assert.Equal("""{"messages":[]}""", RequestBody.OfOptions(new ChatOptions { ToolMode = ChatToolMode.Auto, AllowMultipleToolCalls = true }));
        Assert.Equal("""{"messages":[]}""", RequestBody.OfOptions(new ChatOptions { ToolMode = ChatToolMode.None }));
        Assert.Equal("""{"toolChoice":"required","messages":[]}""", RequestBody.OfOptions(new ChatOptions { ToolMode = ChatToolMode.RequireAny }));
    }

    [Fact]
    public void Write_ToolsByHand_KeepTheirModes() =>
        Assert.Equal(
            """{"toolChoice":"auto","parallelToolCalls":true,"tools":[],"messages":[]}""",
            RequestBody.OfOptions(new ChatOptions
            {
                ToolMode = ChatToolMode.Auto,
                AllowMultipleToolCalls = true,
                AdditionalProperties = new() { ["tools"] = Array.Empty<object>() },
            }));

    private sealed class WithoutSchema : AIFunctionDeclaration
    {
        public override string Name => "s";

        public override JsonElement JsonSchema => default;
    }
}
