using System.Text;

namespace Websopy.SemanticKernel.TestKit.Sse;

/// <summary>
/// Reads an event stream as the HTML standard (9.2.6, Interpreting an event stream) words it, as slowly and as literally as
/// that: what the real reader is held against.
/// </summary>
public static class ReferenceReader
{
    public static IReadOnlyList<ReferenceEvent> Read(ReadOnlySpan<byte> stream)
    {
        var events = new List<ReferenceEvent>();
        var data = new StringBuilder();
        var lastId = "";
        var position = stream.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (NextLine(stream, ref position) is { } line)
        {
            // "If the line is empty (a blank line): Dispatch the event"
            if (line.Length == 0)
            {
                if (data.Length > 0)
                    events.Add(new(data.ToString(0, data.Length - 1), lastId, position));
                data.Clear();
                continue;
            }

            // "Collect the characters on the line before the first U+003A COLON character (:), and let field be that string."
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var field = colon < 0 ? line : line[..colon];
            var value = colon < 0 ? "" : line[(colon + 1)..];
            // "If value starts with a U+0020 SPACE character, remove it from value."
            if (value.StartsWith(' '))
                value = value[1..];

            if (field == "data")
                data.Append(value).Append('\n');
            else if (field == "id" && !value.Contains('\0', StringComparison.Ordinal))
                lastId = value;
        }

        return events;
    }

    /// <summary>The next line that has ended; null when the rest of the stream has no end of line.</summary>
    private static string? NextLine(ReadOnlySpan<byte> stream, ref int position)
    {
        var length = stream[position..].IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
            return null;

        var line = Encoding.UTF8.GetString(stream.Slice(position, length));
        position += length + 1;
        if (stream[position - 1] == '\r' && position < stream.Length && stream[position] == '\n')
            position++;

        return line;
    }
}
