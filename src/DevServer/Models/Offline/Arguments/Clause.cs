namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A part of a request that asks for one thing, with what stands in it.</summary>
internal sealed record Clause(RequestText Request, int Start, int End, IReadOnlyList<Concept> Concepts, IReadOnlyList<Candidate> Candidates)
{
    private static readonly char[] Edges = [' ', ',', '.', ';', '，', '。', '；', '、', '\n', '\t', '\r'];

    public string Text => Request.Original[Start..End].Trim(Edges);

    public Clause Slice(int start, int end) => this with
    {
        Start = start,
        End = end,
        Concepts = [.. Concepts.Where(concept => concept.Start >= start && concept.End <= end)],
        Candidates = [.. Candidates.Where(candidate => candidate.Start >= start && candidate.End <= end)],
    };

    /// <summary>Whether the concept is (part of) a value, so that it says nothing about which tool is meant.</summary>
    public bool IsValue(Concept concept)
    {
        foreach (var candidate in Candidates)
        {
            if (candidate.Start >= concept.End) break;
            if (concept.Overlaps(candidate.Start, candidate.End)) return true;
        }

        return false;
    }

    /// <summary>Whether the concept stands in a literal (a quote, a path, an identifier), whose words must not choose a tool.</summary>
    public bool IsLiteral(Concept concept)
    {
        foreach (var candidate in Candidates)
        {
            if (candidate.Start >= concept.End) break;
            if (concept.Overlaps(candidate.Start, candidate.End) && candidate.Kind is not (CandidateKind.Entity or CandidateKind.Word
                or CandidateKind.Place or CandidateKind.FileType or CandidateKind.Date or CandidateKind.Here))
                return true;
        }

        return false;
    }
}
