using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What a piece of a request looks like.</summary>
internal enum CandidateKind
{
    Quoted, Url, Email, Path, Here, Glob, FileType, DateTime, Date, Time, Zone, Place, Number, Boolean, Identifier, Code, Entity, Word, Tail, EnumValue,
}

/// <summary>A piece of a request that may be the value of a parameter.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Position of the first character.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Text">The value in words.</param>
internal sealed record Candidate(CandidateKind Kind, int Start, int End, string Text)
{
    public decimal Number { get; init; }

    /// <summary>For a place, its time zone; for an enumeration, the value; for a number, the word that it counts.</summary>
    public string? Extra { get; init; }

    /// <summary>The value of an enumeration.</summary>
    public JsonNode? Value { get; init; }

    public bool Overlaps(Candidate other) => Start < other.End && other.Start < End;
}
