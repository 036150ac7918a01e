#if NET10_0_OR_GREATER // CsCheck is for net10.0 only
using CsCheck;
using Websopy.SemanticKernel.TestKit.Bytes;
using Websopy.SemanticKernel.TestKit.Golden;
using Websopy.SemanticKernel.TestKit.Sse;

namespace Websopy.SemanticKernel.FunctionInvocation.Tests.Wire;

/// <summary>How a round's stream ends.</summary>
public enum RoundEnd
{
    Done,
    ErrorChunk,
    Cut,
}

/// <summary>What a caller does besides reading.</summary>
public enum Leaving
{
    Never,
    Cancels,
    Disposes,
}

/// <summary>A thing that a scripted server sends: text where there is no tool, else a call, in so many fragments, whose function takes so many turns.</summary>
public sealed record WireStep(string Text, string? Tool, int Fragments, int Turns);

/// <summary>What a scripted server sends in a round.</summary>
public sealed record RoundScript(IReadOnlyList<WireStep> Steps, RoundEnd End)
{
    public string Text => string.Concat(Steps.Where(step => step.Tool is null).Select(step => step.Text));

    public int Calls => Steps.Count(step => step.Tool is not null);

    public ByteScript ToBytes(int round, int segment)
    {
        var stream = new EventStreamBuilder();
        for (var i = 0; i < Steps.Count; i++) Write(stream, Steps[i], $"c{round}-{i}");
        if (End == RoundEnd.Done) stream.Event(Chunks.Done(10, 1));
        if (End == RoundEnd.ErrorChunk) stream.Event(Chunks.Error("failed"));
        var script = ByteScript.InSegmentsOf(segment, stream.ToBytes());
        return End == RoundEnd.Cut ? script.Fault() : script;
    }

    private static void Write(EventStreamBuilder stream, WireStep step, string id)
    {
        if (step.Tool is null)
        {
            stream.Event(Chunks.Content(step.Text));
            return;
        }

        var arguments = $$"""{"id":"{{id}}","turns":{{step.Turns}}}""";
        var length = (arguments.Length + step.Fragments - 1) / step.Fragments;
        for (var start = 0; start < arguments.Length; start += length)
            stream.Event(Chunks.Tool(start == 0 ? step.Tool : null, arguments.Substring(start, Math.Min(length, arguments.Length - start)), id));
    }
}

/// <summary>A whole turn: what the server sends, how the functions are run, and when the caller leaves.</summary>
public sealed record TurnScript(IReadOnlyList<RoundScript> Rounds, bool Concurrent, int Segment, bool Asynchronous, Leaving Leaving, int LeavesAfter)
{
    private static readonly string[] Tools = ["works", "fails", "unknown"];

    private static readonly Gen<WireStep> Text = Gen.String[Gen.Char["abc äß你😀\n\"\\"], 1, 8].Select(text => new WireStep(text.Replace("\ud83d", "").Replace("\ude00", ""), null, 0, 0))
        .Where(step => step.Text.Length > 0);

    private static readonly Gen<WireStep> Call =
        Gen.Select(Gen.Int[0, 2].Select(tool => Tools[tool]), Gen.Int[1, 4], Gen.Int[0, 30], (tool, fragments, turns) => new WireStep("", tool, fragments, turns));

    private static readonly Gen<RoundScript> Calling = Gen.Select(Text.Array[0, 4], Call.Array[1, 4], Gen.Int[0, 1000], (texts, calls, seed) =>
        new RoundScript(Mix(texts, calls, seed), RoundEnd.Done));

    private static readonly Gen<RoundScript> Last = Gen.Select(Text.Array[1, 4], Call.Array[0, 2], Gen.Int[0, 1000], Gen.Enum<RoundEnd>(), (texts, calls, seed, end) =>
        new RoundScript(Mix(texts, end == RoundEnd.Done ? [] : calls, seed), end));

    public static Gen<TurnScript> Any { get; } = Gen.Select(
        Gen.Select(Calling.Array[0, 3], Last, (calling, last) => (IReadOnlyList<RoundScript>)[.. calling, last]),
        Gen.Bool, Gen.Int[1, 200], Gen.Bool, Gen.Enum<Leaving>(), Gen.Int[0, 12],
        (rounds, concurrent, segment, asynchronous, leaving, after) => new TurnScript(rounds, concurrent, segment, asynchronous, leaving, after));

    private static List<WireStep> Mix(WireStep[] texts, WireStep[] calls, int seed)
    {
        var steps = texts.ToList();
        foreach (var call in calls)
        {
            steps.Insert(seed % (steps.Count + 1), call);
            seed = seed * 31 + 7 & int.MaxValue;
        }

        return steps;
    }
}
#endif
