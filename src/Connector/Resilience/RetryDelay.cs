namespace Websopy.SemanticKernel.Resilience;

/// <summary>How long to wait before the next attempt.</summary>
internal static class RetryDelay
{
    /// <summary>Exponential growth with full jitter, and never less than the server asks for.</summary>
    /// <param name="attempt">How many attempts have failed, from 1.</param>
    /// <param name="baseDelay">The bound of the first wait.</param>
    /// <param name="maxDelay">The bound of every wait.</param>
    /// <param name="serverAsks">What the server asked for (Retry-After, or an event's <c>retry</c>).</param>
    /// <param name="jitter">Evenly drawn between 0 and 1.</param>
    public static TimeSpan Next(int attempt, TimeSpan baseDelay, TimeSpan maxDelay, TimeSpan? serverAsks, double jitter)
    {
        var bound = Math.Min(maxDelay.Ticks, baseDelay.Ticks * Math.Pow(2, attempt - 1));
        var wait = TimeSpan.FromTicks((long)(bound * jitter));
        return serverAsks > wait ? serverAsks.Value : wait;
    }
}
