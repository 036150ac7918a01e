namespace Websopy.SemanticKernel.Resilience;

/// <summary>Why a stream is not tried again.</summary>
internal enum RetryBlock
{
    /// <summary>It is tried again.</summary>
    None,

    /// <summary>The failure would repeat itself.</summary>
    NotTransient,

    /// <summary>The server itself ended the response, after updates had been delivered, with an <c>error</c> chunk.</summary>
    ServerEndedResponse,

    /// <summary>Updates were delivered, and the last event had no id to go on after.</summary>
    NoEventId,

    /// <summary>As many attempts have failed in a row as are allowed.</summary>
    AttemptsUsedUp,

    /// <summary>The server asks for a longer wait than is allowed.</summary>
    WaitTooLong,
}

/// <summary>Whether a failed stream is tried again, after how long, and if not, why.</summary>
internal readonly record struct RetryDecision(RetryBlock Block, TimeSpan Delay)
{
    public bool TriesAgain => Block == RetryBlock.None;

    /// <param name="failure">What the attempt failed with.</param>
    /// <param name="sentAsChunk">Whether the failure is an <c>error</c> chunk of the stream.</param>
    /// <param name="progress">How far the response has come, this failure counted.</param>
    /// <param name="reconnectionTime">The wait that the stream's <c>retry</c> field asks for.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="jitter">Evenly drawn between 0 and 1.</param>
    public static RetryDecision For(
        WebsopyException failure,
        bool sentAsChunk,
        StreamProgress progress,
        TimeSpan? reconnectionTime,
        WebsopyClientOptions options,
        double jitter)
    {
        if (!failure.IsTransient) return Stop(RetryBlock.NotTransient);
        if (progress.HasDelivered && sentAsChunk) return Stop(RetryBlock.ServerEndedResponse);
        if (progress is { HasDelivered: true, CanResume: false }) return Stop(RetryBlock.NoEventId);
        if (progress.FailedAttempts > options.MaxRetries) return Stop(RetryBlock.AttemptsUsedUp);
        var serverAsks = failure.RetryAfter ?? reconnectionTime;
        if (serverAsks > options.MaxRetryDelay) return Stop(RetryBlock.WaitTooLong);
        return new(RetryBlock.None, RetryDelay.Next(progress.FailedAttempts, options.RetryBaseDelay, options.MaxRetryDelay, serverAsks, jitter));
    }

    private static RetryDecision Stop(RetryBlock block) => new(block, TimeSpan.Zero);
}
