using Microsoft.Extensions.AI;
using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Diagnostics;
using Websopy.SemanticKernel.TestKit.Golden;
using static Websopy.SemanticKernel.TestKit.Golden.Chunks;

namespace Websopy.SemanticKernel.Tests.Wire;

/// <summary>Tool calls, whole and in fragments, by every rule of docs/protocol.md.</summary>
public sealed class ToolCallTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fragments_OfTheSameId_OneCall() =>
        await AssertCallsAsync(["c1:t{\"a\":1}"], Tool("t", "{\"a\"", "c1"), Tool("t", ":", "c1"), Tool(null, "1}", "c1"));

    [Fact]
    public async Task Fragments_OfTheSameName_OneCall() => await AssertCallsAsync(["t{\"a\":1}"], Tool("t", "{\"a\""), Tool("t", ":1}"));

    [Fact]
    public async Task Fragments_OfNoName_OneCall() => await AssertCallsAsync(["t{\"a\":1}"], Tool("t", "{\"a\""), Tool(null, ":"), Tool("", "1}"));

    [Fact]
    public async Task Fragments_IdOnlyOnTheFirst_OneCall() =>
        await AssertCallsAsync(["c1:t{\"a\":1}"], Tool("t", "{\"a\"", "c1"), Tool("t", ":"), Tool(null, "1}"));

    [Fact]
    public async Task Fragments_InterleavedById_ACallEach() => await AssertCallsAsync(
        ["c2:u{\"b\":2}", "c1:t{\"a\":1}"],
        Tool("t", "{\"a\"", "c1"), Tool("u", "{\"b\"", "c2"), Tool(null, ":1", "c1"), Tool(null, ":2}", "c2"), Tool(null, "}", "c1"));

    [Fact]
    public async Task Fragments_InterleavedByIdWithTheSameName_ACallEach() => await AssertCallsAsync(
        ["c1:t{\"a\":1}", "c2:t{\"a\":2}"], Tool("t", "{\"a\"", "c1"), Tool("t", "{\"a\"", "c2"), Tool("t", ":1}", "c1"), Tool("t", ":2}", "c2"));

    [Fact]
    public async Task Fragments_FirstOneEmpty_OneCall()
    {
        await AssertCallsAsync(["c1:t{\"a\":1}"], Tool("t", "", "c1"), Tool(null, "{\"a\":1}", "c1"));
        await AssertCallsAsync(["t{\"a\":1}"], Tool("t", null), Tool("t", "{\"a\":1}"));
        await AssertCallsAsync(["t{\"a\":1}"], Tool("t", ""), Tool(null, "{\"a\""), Tool(null, ""), Tool(null, ":1}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task EmptyArguments_ClosedByTheNextCallOrDone_MeanNone(string? none)
    {
        await AssertCallsAsync(["now{}"], Tool("now", none));
        await AssertCallsAsync(["now{}", "t{\"a\":1}"], Tool("now", none), Tool("t", "{\"a\":1}"));
        await AssertCallsAsync(["c1:now{}", "c2:now{}"], Tool("now", none, "c1"), Tool("now", none, "c2"));
        await AssertCallsAsync(["now{}"], Tool("now", none), Content("text in between"));
    }

    [Fact]
    public async Task Calls_WholeOneAfterTheOther_DistinctCalls()
    {
        await AssertCallsAsync(["t{\"a\":1}", "t{\"a\":1}"], Tool("t", "{\"a\":1}"), Tool("t", "{\"a\":1}"));
        await AssertCallsAsync(["t{}", "u{}"], Tool("t", "{}"), Tool("u", " { } "));
    }

    [Fact]
    public async Task Fragments_CutAnywhere_OneCall()
    {
        const string Arguments = """{"s":"}]\"\\{","n":-1.5e3,"o":{"x":[true,null,"你好"]},"e":""}""";
        for (var cut = 1; cut < Arguments.Length; cut++)
            await AssertCallsAsync([$"t{Arguments}"], Tool("t", Arguments[..cut]), Tool(null, Arguments[cut..]));

        await AssertCallsAsync([$"t{Arguments}"], [.. Arguments.Select((letter, i) => Tool(i == 0 ? "t" : null, letter.ToString()))]);
    }

    [Fact]
    public async Task Call_Complete_DeliveredAtOnce()
    {
        using var harness = ClientHarness.For(Tool("t", "{\"a\":"), Content("1"), Tool(null, "1}"), Content("2"), Done());
        var order = (await harness.StreamAsync(Cancel)).Succeeded().Contents.Where(content => content is not UsageContent).Select(content => content is TextContent text ? text.Text : "call");
        Assert.Equal(["1", "call", "2"], order);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("42")]
    [InlineData("true")]
    [InlineData("{oops}")]
    [InlineData("oops")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\":1} {\"b\":2}")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":\"open")]
    public async Task Arguments_NoJsonObject_CallCarriesTheException(string arguments)
    {
        using var harness = ClientHarness.For(Tool("t", arguments, "c1"), Tool("u", "{}", "c2"), Content("on"), Done(1, 1));
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        var broken = Assert.Single(outcome.Calls, call => call.CallId == "c1");
        Assert.Equal("t", broken.Name);
        Assert.NotNull(broken.Exception);
        Assert.Null(Assert.Single(outcome.Calls, call => call.CallId == "c2").Exception);
        Assert.Equal("on", outcome.Text);
        Assert.Equal("tool_calls", outcome.Updates[^1].FinishReason?.Value);
    }

    [Fact]
    public async Task Arguments_BrokenOffByAnotherName_NotLost()
    {
        using var harness = ClientHarness.For(Tool("t", "{\"a\":"), Tool("u", "{\"b\":2}"), Done());
        var calls = (await harness.StreamAsync(Cancel)).Succeeded().Calls;
        Assert.Equal(["t", "u"], calls.Select(call => call.Name).Order());
        Assert.NotNull(calls.Single(call => call.Name == "t").Exception);
        Assert.Equal("""{"b":2}""", UpdateLines.Arguments(calls.Single(call => call.Name == "u")));
    }

    [Fact]
    public async Task Arguments_NestedAbsurdly_CallCarriesTheExceptionOrTheValue()
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);
        using var harness = ClientHarness.For(Tool("t", $$"""{"a":{{deep}}}"""), Done());
        var call = Assert.Single((await harness.StreamAsync(Cancel)).Succeeded().Calls);
        Assert.True(call.Exception is not null || call.Arguments is { Count: 1 });
    }

    [Fact]
    public async Task CallIds_MadeUp_UniqueWithinAndAcrossResponses()
    {
        string[] chunks = [Tool("t", "{}"), Tool("t", "{}"), Tool("u", "{"), Tool(null, "}"), Tool("now", ""), Done()];
        using var harness = ClientHarness.For(chunks).Then(TestKit.Sse.EventStreamBuilder.Of(chunks).ToScript());
        var first = (await harness.StreamAsync(Cancel)).Succeeded().Calls;
        var second = (await harness.StreamAsync(Cancel)).Succeeded().Calls;
        var ids = first.Concat(second).Select(call => call.CallId).ToList();
        Assert.Equal(8, ids.Count);
        Assert.Equal(8, ids.Distinct().Count());
        Assert.DoesNotContain(ids, string.IsNullOrEmpty);
    }

    [Fact]
    public async Task Calls_ForTheCallerToInvoke_NotInformational()
    {
        using var harness = ClientHarness.For(GoldenReplies.WholeCalls.Chunks);
        Assert.All((await harness.StreamAsync(Cancel)).Succeeded().Calls, call => Assert.False(call.InformationalOnly));
    }

    /// <summary>Expected calls as <c>id:nameJSON</c>, in order of completion; the id only where the wire has it.</summary>
    private static async Task AssertCallsAsync(string[] expected, params string[] chunks)
    {
        using var harness = ClientHarness.For([.. chunks, Done()]);
        var outcome = (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.All(outcome.Calls, call => Assert.Null(call.Exception));
        Assert.Equal(expected, outcome.Calls.Select(call => $"{(call.CallId.Length == 2 ? $"{call.CallId}:" : "")}{call.Name}{UpdateLines.Arguments(call)}"));
        Assert.Equal(outcome.Calls.Count, outcome.Calls.Select(call => call.CallId).Distinct().Count());
    }

    [Fact]
    public async Task Arguments_NameThatIsHalfACharacter_IsToldInTheCall()
    {
        using var harness = ClientHarness.For(Tool("t", """{"\ud800":1}"""), Done());
        var call = Assert.Single((await harness.StreamAsync(Cancel)).Succeeded().Contents.OfType<FunctionCallContent>());
        Assert.Null(call.Arguments);
        Assert.IsType<InvalidOperationException>(call.Exception);
    }
}
