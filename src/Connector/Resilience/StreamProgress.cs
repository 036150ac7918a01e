namespace Websopy.SemanticKernel.Resilience;

/// <summary>How far a response has come: all that is needed to decide whether and where it can go on.</summary>
/// <param name="HasDelivered">Whether the caller has got an update.</param>
/// <param name="LastEventId">The id of the last event that was taken; <see langword="null"/> where that event had none.</param>
/// <param name="FailedAttempts">How many attempts have failed since the last progress.</param>
/// <param name="FirstEventId">The first id of the response.</param>
internal readonly record struct StreamProgress(bool HasDelivered, string? LastEventId, int FailedAttempts, string? FirstEventId = null)
{
    /// <summary>
    /// An event without an id cannot be gone on after: the server would send it again after the last one that had an id.
    /// </summary>
    public bool CanResume => !string.IsNullOrEmpty(LastEventId) && LastEventId.All(character => character is >= ' ' and <= '~');

    public StreamProgress Delivered() => this with { HasDelivered = true, FailedAttempts = 0 };

    /// <summary>
    /// A new event. It proves progress only once something was delivered: before that, every attempt starts over and brings
    /// the same first events.
    /// </summary>
    public StreamProgress Took(string? eventId) =>
        new(HasDelivered, eventId, HasDelivered && eventId != LastEventId ? 0 : FailedAttempts, FirstEventId ?? eventId);

    /// <summary>Whether a resumed stream that begins with this event repeats what was taken, instead of going on after it.</summary>
    public bool Repeats(string? eventId) => eventId is not null && (eventId == FirstEventId || eventId == LastEventId);

    public StreamProgress Failed() => this with { FailedAttempts = FailedAttempts + 1 };

    /// <summary>Starts over, with nothing taken.</summary>
    public StreamProgress Restarted() => this with { LastEventId = null, FirstEventId = null };
}
