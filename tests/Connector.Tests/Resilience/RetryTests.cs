using Websopy.SemanticKernel.Resilience;

namespace Websopy.SemanticKernel.Tests.Resilience;

public sealed class RetryTests
{
    private static readonly WebsopyClientOptions Options = new()
    {
        MaxRetries = 3,
        RetryBaseDelay = TimeSpan.FromSeconds(1),
        MaxRetryDelay = TimeSpan.FromSeconds(10),
    };

    private static readonly WebsopyException Transient = new(WebsopyErrorKind.Server, "busy") { IsTransient = true };

    [Theory]
    [InlineData(1, 1.0, 1)]
    [InlineData(2, 1.0, 2)]
    [InlineData(3, 1.0, 4)]
    [InlineData(5, 1.0, 10)]
    [InlineData(2000, 1.0, 10)]
    [InlineData(3, 0.25, 1)]
    [InlineData(3, 0.0, 0)]
    public void Delay_Attempt_GrowsToTheBoundAndIsDrawnBelowIt(int attempt, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.Next(attempt, Options.RetryBaseDelay, Options.MaxRetryDelay, null, jitter));

    [Theory]
    [InlineData(3, 3)]
    [InlineData(0.5, 1)]
    public void Delay_ServerAsks_IsTheLeast(double asked, double seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            RetryDelay.Next(1, Options.RetryBaseDelay, Options.MaxRetryDelay, TimeSpan.FromSeconds(asked), jitter: 1));

    [Fact]
    public void Decision_EachReason_IsNamed()
    {
        var delivered = new StreamProgress(HasDelivered: true, LastEventId: "7", FailedAttempts: 1);
        Assert.Equal(RetryBlock.None, Decide(Transient, delivered));
        Assert.Equal(RetryBlock.NotTransient, Decide(new(WebsopyErrorKind.Protocol, "no"), delivered));
        Assert.Equal(RetryBlock.ServerEndedResponse, Decide(Transient, delivered, sentAsChunk: true));
        Assert.Equal(RetryBlock.NoEventId, Decide(Transient, delivered with { LastEventId = null }));
        Assert.Equal(RetryBlock.NoEventId, Decide(Transient, delivered with { LastEventId = "" }));
        Assert.Equal(RetryBlock.AttemptsUsedUp, Decide(Transient, delivered with { FailedAttempts = 4 }));
        Assert.Equal(RetryBlock.WaitTooLong, Decide(new(WebsopyErrorKind.RateLimit, "slow") { IsTransient = true, RetryAfter = TimeSpan.FromSeconds(11) }, delivered));
        Assert.Equal(RetryBlock.WaitTooLong, Decide(Transient, delivered, reconnection: TimeSpan.FromSeconds(11)));

        var nothingYet = new StreamProgress(HasDelivered: false, LastEventId: null, FailedAttempts: 3);
        Assert.Equal(RetryBlock.None, Decide(Transient, nothingYet));
        Assert.Equal(RetryBlock.None, Decide(Transient, nothingYet, sentAsChunk: true));
    }

    [Fact]
    public void Progress_NewEvent_ForgetsFailuresOnlyAfterADelivery()
    {
        var before = default(StreamProgress).Failed().Failed().Took("1");
        Assert.Equal(2, before.FailedAttempts);

        var after = before.Delivered().Took("2");
        Assert.Equal(0, after.FailedAttempts);
        Assert.Equal("2", after.LastEventId);
    }

    [Fact]
    public void Progress_SameEventAgain_IsNoProgress()
    {
        var again = default(StreamProgress).Took("1").Delivered().Failed().Took("1");
        Assert.Equal(1, again.FailedAttempts);
    }

    [Fact]
    public void Progress_EventWithoutId_CannotBeResumed()
    {
        var progress = default(StreamProgress).Took("1").Delivered();
        Assert.True(progress.CanResume);
        Assert.False(progress.Took(null).CanResume);
    }

    private static RetryBlock Decide(WebsopyException failure, StreamProgress progress, bool sentAsChunk = false, TimeSpan? reconnection = null) =>
        RetryDecision.For(failure, sentAsChunk, progress, reconnection, Options, jitter: 1).Block;
}
