namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Finds every piece of a request that may be a value. A piece belongs to the first extractor that claims it.</summary>
internal sealed class ValueScan
{
    private const int MaxCandidates = 256;
    private readonly bool[] _claimed;
    private readonly List<Candidate> _candidates = [];

    private ValueScan(RequestText request)
    {
        Request = request;
        _claimed = new bool[request.Narrow.Length];
    }

    public RequestText Request { get; }

    public string Text => Request.Narrow;

    /// <param name="request">The request.</param>
    /// <param name="today">The day that "today" means.</param>
    /// <param name="isCommandTerm">Whether a term belongs to the tools' vocabulary, so that it is no value by itself.</param>
    public static IReadOnlyList<Candidate> Scan(RequestText request, DateOnly today, Func<string, bool> isCommandTerm)
    {
        var scan = new ValueScan(request);
        LiteralExtractor.Extract(scan);
        DateExtractor.Extract(scan, today);
        PlaceExtractor.ExtractZones(scan);
        PathExtractor.Extract(scan);
        FileTypeExtractor.Extract(scan);
        IdentifierExtractor.Extract(scan);
        PlaceExtractor.ExtractPlaces(scan);
        NumberExtractor.Extract(scan);
        EntityExtractor.Extract(scan, isCommandTerm);
        scan._candidates.Sort((left, right) => left.Start.CompareTo(right.Start));
        return scan._candidates;
    }

    public bool IsFree(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_claimed[i]) return false;
        }

        return _candidates.Count < MaxCandidates;
    }

    public void Add(Candidate candidate, bool claim = true)
    {
        _candidates.Add(candidate);
        if (claim) Array.Fill(_claimed, true, candidate.Start, candidate.End - candidate.Start);
    }

    public void TryAdd(CandidateKind kind, int start, int end, string? text = null, string? extra = null)
    {
        if (end > start && IsFree(start, end)) Add(new(kind, start, end, text ?? Request.Original[start..end]) { Extra = extra });
    }
}
