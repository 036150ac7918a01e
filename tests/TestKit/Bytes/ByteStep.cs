namespace Websopy.SemanticKernel.TestKit.Bytes;

/// <summary>One thing that a <see cref="ByteScript"/> does.</summary>
public abstract record ByteStep
{
    private ByteStep()
    {
    }

    /// <summary>Delivers bytes: at most these in one read.</summary>
    public sealed record Data(ReadOnlyMemory<byte> Bytes) : ByteStep;

    /// <summary>Delivers nothing until the gate opens.</summary>
    public sealed record Stall(Gate Gate) : ByteStep;

    /// <summary>Breaks: a stream throws, a server resets the connection.</summary>
    public sealed record Fault(Exception Exception) : ByteStep;
}
