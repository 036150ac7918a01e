namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>How well a tool fits a request: its BM25 score ranks, its evidence decides whether it is called at all.</summary>
internal sealed class ToolMatch(ToolEntry tool)
{
    /// <summary>About one noun of the tool's name, in a request that speaks of little else.</summary>
    private const double Threshold = 0.95;

    private const double PossibleThreshold = 0.45;

    private const double NamedEvidence = 10;

    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private double _evidence;
    private double _weightMatched;

    public ToolEntry Tool => tool;

    /// <summary>Whether its name or description has a word of the request.</summary>
    public bool IsCore { get; private set; }

    public double Score { get; private set; }

    public double WeightAsked { get; set; }

    public bool HasAction { get; private set; }

    public double Evidence => (_evidence + (0.5 * NameCoverage)) * (0.5 + (0.5 * RequestCoverage));

    /// <summary>The share of the request's words that the tool knows.</summary>
    public double RequestCoverage => WeightAsked == 0 ? 1 : Math.Min(1, _weightMatched / WeightAsked);

    /// <summary>The share of the tool's name that the request's words stand for.</summary>
    public double NameCoverage => Math.Max(
        tool.NameTerms.Count == 0 ? 0 : (double)tool.NameTerms.Count(_terms.Contains) / tool.NameTerms.Count,
        tool.Title.Count == 0 ? 0 : (double)tool.Title.Count(concept => concept.Terms.Any(_terms.Contains)) / tool.Title.Count);

    /// <summary>Whether the words alone are reason to call it. Values of an enumeration ("dollars") are none.</summary>
    public bool IsGood => IsCore && Evidence >= Threshold;

    /// <summary>An action alone ("read ..."), which is enough where the request has just the values that the tool requires.</summary>
    public bool IsPossible => Evidence >= PossibleThreshold;

    /// <summary>Whether the words ask for something; values alone may only continue what was asked before.</summary>
    public bool IsWish => HasAction || IsGood;

    public void Add(Hit hit, double weight, bool isAction)
    {
        _terms.Add(hit.Term);
        IsCore |= hit.IsCore;
        Score += weight * hit.Score;
        _evidence += weight * hit.Strength;
        _weightMatched += weight;
        HasAction |= isAction;
    }

    /// <summary>The request writes the tool's name out.</summary>
    public void AddName()
    {
        Score += NamedEvidence;
        _evidence += NamedEvidence;
        IsCore = true;
        HasAction = true;
    }
}
