using System.Globalization;
using System.Text;
using Websopy.SemanticKernel.TestKit.Bytes;

namespace Websopy.SemanticKernel.TestKit.Sse;

/// <summary>Writes an event stream, in any form that the standard allows.</summary>
/// <param name="lineEnding">What ends a line.</param>
/// <param name="space">Whether a space follows the colon of a field.</param>
public sealed class EventStreamBuilder(string lineEnding = LineEndings.Lf, bool space = true)
{
    private readonly StringBuilder _text = new();

    /// <summary>A stream of one event per chunk.</summary>
    public static EventStreamBuilder Of(params IEnumerable<string> chunks)
    {
        var builder = new EventStreamBuilder();
        return builder.Events(chunks);
    }

    public EventStreamBuilder Events(params IEnumerable<string> chunks)
    {
        foreach (var chunk in chunks)
            Event(chunk);

        return this;
    }

    /// <summary>A whole event. Data of several lines (parted by LF) becomes several <c>data</c> fields.</summary>
    public EventStreamBuilder Event(string data, string? id = null, string? name = null, int? retryMilliseconds = null)
    {
        if (name is not null)
            Field("event", name);
        if (id is not null)
            Field("id", id);
        if (retryMilliseconds is { } retry)
            Field("retry", retry.ToString(CultureInfo.InvariantCulture));
        foreach (var line in data.Split('\n'))
            Field("data", line);

        return BlankLine();
    }

    public EventStreamBuilder Field(string name, string value) => Raw(name).Raw(space ? ": " : ":").Raw(value).Raw(lineEnding);

    public EventStreamBuilder Comment(string text = "") => Raw(":").Raw(text).Raw(lineEnding);

    public EventStreamBuilder BlankLine() => Raw(lineEnding);

    public EventStreamBuilder ByteOrderMark() => Raw("\uFEFF");

    public EventStreamBuilder Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    public ByteScript ToScript() => ByteScript.Of(ToBytes());

    public override string ToString() => _text.ToString();
}
