using System.Globalization;

namespace Websopy.SemanticKernel.Benchmarks.Streams;

/// <summary>Holds the events of one paced stream against what the server sent.</summary>
internal sealed class PacedStream
{
    private string? _prefix;

    /// <summary>How many events came as expected.</summary>
    public int Events { get; private set; }

    /// <exception cref="InvalidOperationException">The event is not the one that comes next.</exception>
    public void Take(string text)
    {
        _prefix ??= text[..(text.IndexOf(':', StringComparison.Ordinal) + 1)];
        if (!text.StartsWith(_prefix, StringComparison.Ordinal)
            || int.Parse(text.AsSpan(_prefix.Length), CultureInfo.InvariantCulture) != Events)
        {
            throw new InvalidOperationException($"Event {Events} of stream {_prefix} came as '{text}'.");
        }

        Events++;
    }
}
