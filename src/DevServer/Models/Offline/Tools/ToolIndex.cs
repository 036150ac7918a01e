using System.Text.Json;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>An inverted index over declared tools, ranked with BM25 whose term frequencies are weighted by field.</summary>
internal sealed class ToolIndex
{
    private const double K1 = 1.2;
    private const double B = 0.4;

    // A handful of tools is no corpus: without this, a term that every tool has would be worth nothing.
    private const int BackgroundDocuments = 4;

    private const double NameWeight = 1.0;

    // Enough for one word of it to call the tool, and not for one synonym.
    private const double TitleWeight = 0.85;
    private const double EnumWeight = 0.6;
    private const double DescriptionWeight = 0.7;
    private const double ParameterWeight = 0.55;
    private const double ParameterDescriptionWeight = 0.35;

    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;
    private readonly double _averageLength;

    public ToolIndex(IReadOnlyList<ToolEntry> tools)
    {
        Tools = tools;
        _lengths = new double[tools.Count];
        foreach (var tool in tools) Add(tool);
        _averageLength = tools.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    public IReadOnlyList<ToolEntry> Tools { get; }

    public bool Knows(string term) => _postings.ContainsKey(term);

    /// <summary>Whether the term, or one that people use for it, is part of what the tools say of themselves.</summary>
    public bool IsCommand(string term) => Knows(term) || Synonyms.Of(term).Any(Knows);

    /// <summary>Every tool that shares a concept with the request, unordered.</summary>
    public List<ToolMatch> Match(IReadOnlyList<Concept> concepts, Func<Concept, bool> isValue)
    {
        var matches = new Dictionary<int, ToolMatch>();
        double weightAsked = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            if (!seen.Add(string.Join(' ', concept.Terms))) continue;
            var weight = concept.IsAction ? 0.5 : 1.0;
            var found = Best(concept);
            if (found.Count > 0 || !isValue(concept)) weightAsked += weight;
            foreach (var (position, hit) in found)
            {
                if (!matches.TryGetValue(position, out var match)) matches[position] = match = new(Tools[position]);
                match.Add(hit, weight, concept.IsAction);
            }
        }

        foreach (var match in matches.Values) match.WeightAsked = weightAsked;
        return [.. matches.Values];
    }

    private Dictionary<int, Hit> Best(Concept concept)
    {
        var best = new Dictionary<int, Hit>();
        foreach (var term in concept.Terms)
        {
            Look(term, 1.0, double.MaxValue, best);

            // A rare synonym must not outrank the word that was said.
            foreach (var synonym in Synonyms.Of(term)) Look(synonym, Synonyms.Weight, Knows(term) ? Idf(term) : double.MaxValue, best);
        }

        return best;
    }

    private double Idf(string term)
    {
        var documents = Tools.Count + BackgroundDocuments;
        var count = _postings[term].Count;
        return Math.Log(1 + ((documents - count + 0.5) / (count + 0.5)));
    }

    private void Look(string term, double weight, double maxIdf, Dictionary<int, Hit> best)
    {
        if (!_postings.TryGetValue(term, out var postings)) return;
        var idf = Math.Min(maxIdf, Idf(term));
        foreach (var posting in postings)
        {
            var norm = K1 * (1 - B + (B * _lengths[posting.Tool] / _averageLength));
            var score = weight * idf * posting.Frequency * (K1 + 1) / (posting.Frequency + norm);
            var strength = weight * posting.Strength;
            var found = best.TryGetValue(posting.Tool, out var hit);
            best[posting.Tool] = new(
                !found || strength > hit.Strength ? term : hit.Term,
                Math.Max(score, hit.Score),
                Math.Max(strength, hit.Strength),
                hit.IsCore || posting.Strength >= DescriptionWeight);
        }
    }

    private void Add(ToolEntry tool)
    {
        Add(tool, tool.Name, NameWeight);
        Add(tool, tool.Description, DescriptionWeight);
        foreach (var term in tool.Title.SelectMany(concept => concept.Terms).Distinct()) AddTerm(tool, term, TitleWeight);
        AddParameters(tool, tool.Schema);
    }

    private void AddParameters(ToolEntry tool, ParameterSchema schema)
    {
        foreach (var parameter in schema.Properties)
        {
            Add(tool, parameter.Name, ParameterWeight);
            Add(tool, parameter.Description, ParameterDescriptionWeight);
            foreach (var value in parameter.Enum.Concat(parameter.Items?.Enum ?? []))
            {
                if (value.ValueKind == JsonValueKind.String) Add(tool, value.GetString(), EnumWeight);
            }

            AddParameters(tool, parameter);
        }
    }

    private void Add(ToolEntry tool, string? text, double weight)
    {
        foreach (var term in Tokenizer.Terms(text)) AddTerm(tool, term, weight);
    }

    private void AddTerm(ToolEntry tool, string term, double weight)
    {
        _lengths[tool.Position] += weight;
        if (!_postings.TryGetValue(term, out var postings)) _postings[term] = postings = [];
        if (postings.Count > 0 && postings[^1].Tool == tool.Position)
        {
            var last = postings[^1];
            postings[^1] = last with { Frequency = last.Frequency + weight, Strength = Math.Max(last.Strength, weight) };
        }
        else
        {
            postings.Add(new(tool.Position, weight, weight));
        }
    }

    private readonly record struct Posting(int Tool, double Frequency, double Strength);
}
