using System.Diagnostics;
using System.Globalization;

namespace Websopy.SemanticKernel.Benchmarks.Processes;

/// <summary>The time that the server writes into an event: all processes of a machine have one monotonic clock.</summary>
internal static class FirstEvent
{
    /// <summary>Stands around the timestamp, and nowhere else in an event.</summary>
    public const char Mark = '|';

    /// <summary>How long ago the event was written.</summary>
    public static TimeSpan Age(string text, long now) =>
        Stopwatch.GetElapsedTime(long.Parse(text.Split(Mark)[1], CultureInfo.InvariantCulture), now);
}
