using Websopy.SemanticKernel.TestKit;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Http;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.Tests.Faults;

/// <summary>A resumed stream has to prove that it goes on, and every resumption that it makes progress.</summary>
public sealed class ResumeProofTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resume_ServerIgnoresLastEventId_IsRefusedAndNothingDoubled(bool coalesce)
    {
        using var harness = new ClientHarness(options => (options.MaxRetries, options.CoalesceContent) = (3, coalesce));
        harness.Server.Otherwise(_ => Responses.EventStream(Events(("1", "a"), ("2", "b")).Fault()));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("ab", outcome.Text);
        Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
        Assert.Equal(2, harness.Server.Requests.Count);
    }

    [Fact]
    public async Task Resume_ServerSendsTheLastEventAgain_IsRefusedAndNothingDoubled()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 1);
        harness.Then(Events(("1", "a"), ("2", "b")).Fault()).Then(Events(("2", "b"), ("3", "c")));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal("ab", outcome.Text);
        Assert.Equal(WebsopyErrorKind.Protocol, outcome.Error.Kind);
    }

    [Fact]
    public async Task Resume_NewIdsForever_EndsAtTheLimitOfTheWholeResponse()
    {
        var id = 0;
        using var harness = new ClientHarness(options => (options.MaxRetries, options.MaxResponseBytes) = (1, 2_000));
        harness.Server.Otherwise(_ => Responses.EventStream(Events(($"{++id}", "a")).Fault()));
        var outcome = await harness.StreamAsync(Cancel);
        Assert.Equal(WebsopyErrorKind.LimitExceeded, outcome.Error.Kind);
        Assert.InRange(harness.Server.Requests.Count, 2, 100);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resume_AfterFailuresBeforeTheFirstUpdate_CountsFromTheFirstUpdate(bool coalesce)
    {
        using var harness = new ClientHarness(options => (options.MaxRetries, options.CoalesceContent) = (1, coalesce));
        harness.Server.Answer(() => Responses.Status(503));
        harness.Then(Events(("1", "a"), ("2", "b")).Fault());
        harness.Then(new EventStreamBuilder().Event(Chunks.Content("c"), id: "3").Event(Chunks.Done(), id: "4").ToScript());
        Assert.Equal("abc", (await harness.StreamAsync(Cancel)).Succeeded().Text);
    }

    [Fact]
    public async Task Retry_FieldOfAnEarlierAttempt_StaysTheLeastWait()
    {
        using var harness = new ClientHarness(options => options.MaxRetries = 2) { Jitter = 0 };
        harness.Then(ByteScript.Of("retry: 7000\n\n").Fault());
        harness.Server.Answer(() => Responses.Status(503));
        harness.Then(EventStreamBuilder.Of(Chunks.Done()).ToScript());
        (await harness.StreamAsync(Cancel)).Succeeded();
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], harness.Time.Waits);
    }

    private static ByteScript Events(params (string Id, string Text)[] events)
    {
        var stream = new EventStreamBuilder();
        foreach (var (id, text) in events) stream.Event(Chunks.Content(text), id: id);
        return stream.ToScript();
    }
}
