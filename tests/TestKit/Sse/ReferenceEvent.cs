namespace Websopy.SemanticKernel.TestKit.Sse;

/// <summary>An event as <see cref="ReferenceReader"/> reads it.</summary>
/// <param name="Data">The data lines, joined by LF.</param>
/// <param name="LastEventId">The id in force when the event was complete.</param>
/// <param name="End">How many bytes of the stream it takes to complete the event.</param>
public sealed record ReferenceEvent(string Data, string LastEventId, int End);
