using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.TestKit.Golden;

/// <summary>A reply as chunks, and what a reader must make of it.</summary>
public sealed record GoldenReply(string Name, IReadOnlyList<string> Chunks)
{
    public string Text { get; init; } = "";

    public string Reasoning { get; init; } = "";

    public IReadOnlyList<GoldenCall> Calls { get; init; } = [];

    public (long Input, long Output, long Total)? Usage { get; init; }

    public string FinishReason { get; init; } = "stop";

    /// <summary>The reply as an event stream, every event with an id where <paramref name="withIds"/>.</summary>
    public byte[] ToBytes(string lineEnding = LineEndings.Lf, bool withIds = false)
    {
        var builder = new EventStreamBuilder(lineEnding);
        for (var i = 0; i < Chunks.Count; i++)
            builder.Event(Chunks[i], withIds ? $"{i + 1}" : null);

        return builder.ToBytes();
    }

    /// <summary>Shown by the test runner.</summary>
    public override string ToString() => Name;
}
