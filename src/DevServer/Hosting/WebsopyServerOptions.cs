using Microsoft.Extensions.Options;

namespace Websopy.SemanticKernel.DevServer;

/// <summary>
/// Who may use an endpoint made with <see cref="Microsoft.AspNetCore.Builder.WebsopyEndpointRouteBuilderExtensions.MapWebsopyChat"/>,
/// and its limits. Set with <c>services.Configure&lt;WebsopyServerOptions&gt;(...)</c>; read once, when the endpoint is mapped.
/// </summary>
public sealed class WebsopyServerOptions
{
    /// <summary>Below what a timer can be set to (2^32 - 2 milliseconds).</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    /// <summary>
    /// The keys of which a request must bear one (<c>Authorization: Bearer KEY</c>), with no white space around them.
    /// Default: none, and no key is asked for.
    /// </summary>
    public IList<string> ApiKeys { get; } = [];

    /// <summary>The most bytes of a request's body; a larger one is answered with 413. Default 16 MiB, room for a few images.</summary>
    public int MaxRequestBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// The most answers in the making, those without a connection for the moment included; a further request is answered
    /// with 429. Also the most finished answers that are kept for replay. Default 1,000.
    /// </summary>
    public int MaxConcurrentStreams { get; set; } = 1000;

    /// <summary>
    /// After how long a silence a comment is sent, so that no proxy takes the stream for dead. Default 15 seconds;
    /// <see cref="Timeout.InfiniteTimeSpan"/> turns it off.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The most events an answer keeps. Half of them may wait for a connection, then the model has to wait; the others were
    /// sent and stay for a client that comes back. Default 10,000; at least 2.
    /// </summary>
    public int ReplayBufferEvents { get; set; } = 10_000;

    /// <summary>
    /// The most bytes of the events an answer keeps, shared in the same way. One update of the model may exceed it.
    /// Default 1 MiB; at least 2.
    /// </summary>
    public int ReplayBufferBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How long an answer waits for its client to come back with <c>Last-Event-ID</c>. A model still at work is cancelled
    /// then, a finished answer is forgotten. Default 5 seconds; <see cref="TimeSpan.Zero"/> gives up at once.
    /// </summary>
    public TimeSpan ResumeWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Tells callers the message of the model's exception, beside its type. Default: no, it may hold what is not theirs.
    /// </summary>
    public bool IncludeErrorDetails { get; set; }

    /// <exception cref="OptionsValidationException">A setting makes no sense; the message names it.</exception>
    internal void Validate()
    {
        List<string> failures = [];
        Check(ApiKeys.All(key => !string.IsNullOrWhiteSpace(key)), $"{nameof(ApiKeys)} must not hold an empty key.");
        Check(ApiKeys.All(key => key is null || key == key.Trim()), $"{nameof(ApiKeys)} must not hold a key with white space around it: no request can bear it.");
        Check(MaxRequestBytes > 0, $"{nameof(MaxRequestBytes)} must be positive.");
        Check(MaxConcurrentStreams > 0, $"{nameof(MaxConcurrentStreams)} must be positive.");
        Check(HeartbeatInterval <= LongestTimer && ResumeWindow <= LongestTimer, $"{nameof(HeartbeatInterval)} and {nameof(ResumeWindow)} must be at most {LongestTimer.TotalDays} days.");
        Check(HeartbeatInterval > TimeSpan.Zero || HeartbeatInterval == Timeout.InfiniteTimeSpan, $"{nameof(HeartbeatInterval)} must be positive or infinite.");
        Check(ReplayBufferEvents >= 2, $"{nameof(ReplayBufferEvents)} must be at least 2.");
        Check(ReplayBufferBytes >= 2, $"{nameof(ReplayBufferBytes)} must be at least 2.");
        Check(ResumeWindow >= TimeSpan.Zero, $"{nameof(ResumeWindow)} must not be negative.");
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(WebsopyServerOptions), failures);

        void Check(bool isGood, string failure)
        {
            if (!isGood)
                failures.Add(failure);
        }
    }
}
