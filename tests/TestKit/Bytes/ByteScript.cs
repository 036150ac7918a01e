using System.Text;

namespace Websopy.SemanticKernel.TestKit.Bytes;

/// <summary>What arrives, in which pieces, with which stalls and faults in between; after the last step the body ends.</summary>
public sealed class ByteScript
{
    private readonly List<ByteStep> _steps = [];

    public IReadOnlyList<ByteStep> Steps => _steps;

    /// <summary>All bytes that the script delivers.</summary>
    public byte[] Content => [.. _steps.OfType<ByteStep.Data>().SelectMany(data => data.Bytes.ToArray())];

    /// <summary>The whole body in one segment.</summary>
    public static ByteScript Of(ReadOnlyMemory<byte> bytes) => new ByteScript().Send(bytes);

    /// <summary>The whole body in one segment.</summary>
    public static ByteScript Of(string text) => new ByteScript().Send(text);

    /// <summary>Every byte in a segment of its own.</summary>
    public static ByteScript Bytewise(ReadOnlyMemory<byte> bytes) => InSegmentsOf(1, bytes);

    /// <summary>Segments of a fixed length; the last one may be shorter.</summary>
    public static ByteScript InSegmentsOf(int length, ReadOnlyMemory<byte> bytes)
    {
        var script = new ByteScript();
        for (var start = 0; start < bytes.Length; start += length)
            script.Send(bytes.Slice(start, Math.Min(length, bytes.Length - start)));

        return script;
    }

    /// <summary>Two segments, cut at <paramref name="position"/>.</summary>
    public static ByteScript SplitAt(int position, ReadOnlyMemory<byte> bytes) =>
        new ByteScript().Send(bytes[..position]).Send(bytes[position..]);

    public ByteScript Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public ByteScript Send(ReadOnlyMemory<byte> bytes)
    {
        // A read of zero bytes would mean the end.
        if (!bytes.IsEmpty)
            _steps.Add(new ByteStep.Data(bytes));

        return this;
    }

    public ByteScript Stall(Gate gate)
    {
        _steps.Add(new ByteStep.Stall(gate));
        return this;
    }

    public ByteScript Fault(Exception? exception = null)
    {
        _steps.Add(new ByteStep.Fault(exception ?? new IOException("The connection was reset by the script.")));
        return this;
    }
}
