using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Gives each parameter of a tool the piece of the request that fits it best, and no piece to two parameters without need.</summary>
internal sealed class ArgumentFiller
{
    private const int MaxCalls = 8;
    private const double SameKind = 0.35;

    private readonly Clause _clause;
    private readonly Clause _whole;
    private readonly ToolEntry _tool;
    private readonly CancellationToken _cancellation;
    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly Dictionary<Leaf, List<(Candidate Candidate, double Score)>> _fits = [];
    private readonly Dictionary<Leaf, List<JsonNode>> _values = [];
    private readonly Dictionary<Leaf, Candidate> _chosen = [];
    private readonly List<Candidate> _used = [];

    private ArgumentFiller(Clause clause, Clause whole, ToolEntry tool, CancellationToken cancellationToken)
    {
        (_clause, _whole, _tool, _cancellation) = (clause, whole, tool, cancellationToken);
        _leaves = tool.Leaves;
    }

    /// <param name="clause">The part of the request that asks for this call.</param>
    /// <param name="whole">The request, from which a required value may be taken that the clause leaves unsaid.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="cancellationToken">Looked at for each parameter.</param>
    /// <param name="force">Whether every required parameter gets some value, as when the caller demands this call.</param>
    public static FilledCalls Fill(Clause clause, Clause whole, ToolEntry tool, CancellationToken cancellationToken, bool force = false)
    {
        var filler = new ArgumentFiller(clause, whole, tool, cancellationToken);
        filler.Measure(clause);
        filler.Assign();
        var sure = filler._values.Count;
        var spread = filler.Spread();
        filler.FillRequired();
        filler.FillText(force);
        var missing = filler.Missing();
        if (force) missing = filler.Invent(missing);
        return new(filler.Build(spread), [.. missing.Select(leaf => leaf.Schema)], sure, filler.Typed(), filler.Unused());
    }

    private void Measure(Clause clause)
    {
        foreach (var leaf in _leaves)
        {
            _cancellation.ThrowIfCancellationRequested();
            _fits[leaf] = leaf.Role == ParameterRole.Choice
                ? ChoiceFinder.Find(clause, leaf)
                    .ConvertAll(entry => (entry.Candidate, entry.Score + Fit.Direction(clause, leaf, entry.Candidate) + (0.5 * Context.Cue(clause, entry.Candidate, leaf))))
                : [.. clause.Candidates.Select(candidate => (candidate, Fit.Score(clause, leaf, candidate) - Belonging(leaf, candidate))).Where(entry => entry.Item2 > 0)];
            if (leaf.Role == ParameterRole.Boolean && SwitchFinder.Find(clause, leaf, _tool) is { } on) _values[leaf] = [JsonValue.Create(on)];
        }
    }

    /// <summary>A path is not just any text where another parameter asks for a path.</summary>
    private double Belonging(Leaf leaf, Candidate candidate) =>
        leaf.Role is ParameterRole.Free or ParameterRole.Name && _leaves.Any(other => other != leaf && Fit.IsMadeFor(other, candidate)) ? 0.4 : 0;

    private void Assign()
    {
        var pairs = _leaves.SelectMany((leaf, i) => _fits[leaf].Select(fit => (Leaf: leaf, Position: i, fit.Candidate, fit.Score)))
            .Where(pair => pair.Leaf.IsRequired || pair.Score >= Fit.Sure)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Position).ThenBy(pair => pair.Candidate.Start);
        foreach (var (leaf, _, candidate, _) in pairs)
        {
            if (!_values.ContainsKey(leaf) && !_used.Exists(candidate.Overlaps)) Take(leaf, candidate, _clause);
        }

        foreach (var leaf in _leaves.Where(leaf => leaf.IsArray && _chosen.ContainsKey(leaf))) TakeList(leaf);
    }

    private void Take(Leaf leaf, Candidate candidate, Clause clause)
    {
        if (ValueWriter.Write(leaf, candidate, clause) is not { } value) return;
        _values[leaf] = [value];
        _chosen[leaf] = candidate;
        _used.Add(candidate);
    }

    /// <summary>An array takes everything of its kind that no other parameter took, in the order of the request.</summary>
    private void TakeList(Leaf leaf)
    {
        var best = _fits[leaf].Max(fit => fit.Score);
        var items = _fits[leaf].Where(fit => fit.Candidate == _chosen[leaf]
            || (fit.Score >= best - (2 * SameKind) && fit.Candidate.Kind == _chosen[leaf].Kind && !_used.Exists(fit.Candidate.Overlaps)));
        var values = new List<JsonNode>();
        foreach (var (candidate, _) in items.ToList())
        {
            if (ValueWriter.Write(leaf, candidate, _clause) is { } value) values.Add(value);
            _used.Add(candidate);
        }

        _values[leaf] = values;
    }

    /// <summary>"Time in Tokyo and Paris": a single value that the request gives several of means several calls.</summary>
    private Leaf? Spread()
    {
        foreach (var leaf in _leaves)
        {
            if (leaf.IsArray || !_chosen.TryGetValue(leaf, out var chosen)) continue;
            var others = _fits[leaf].Select(fit => fit.Candidate)
                .Where(candidate => candidate != chosen && IsSameKind(candidate.Kind, chosen.Kind) && !_used.Exists(candidate.Overlaps))
                .Where(candidate => ListJoint.Joins(_clause, chosen, candidate, _fits[leaf].ConvertAll(fit => fit.Candidate))).ToList();
            if (others.Count == 0) continue;
            _used.AddRange(others);
            var all = others.Append(chosen).OrderBy(candidate => candidate.Start).Take(MaxCalls);
            _values[leaf] = [.. all.Select(candidate => ValueWriter.Write(leaf, candidate, _clause)).OfType<JsonNode>()];
            return leaf;
        }

        return null;
    }

    /// <summary>A place that no table knows is a name.</summary>
    private static bool IsSameKind(CandidateKind left, CandidateKind right) =>
        left == right || (left is CandidateKind.Place or CandidateKind.Entity && right is CandidateKind.Place or CandidateKind.Entity);

    /// <summary>What must be given: from the schema, from the rest of the request, or from a piece that another parameter has.</summary>
    private void FillRequired()
    {
        foreach (var leaf in _leaves.Where(leaf => leaf.RequiredInObject && !_values.ContainsKey(leaf)))
        {
            if ((leaf.Schema.Const ?? leaf.Schema.Default) is { } given && given.ValueKind is not System.Text.Json.JsonValueKind.Null)
                _values[leaf] = leaf.IsArray && JsonNode.Parse(given.GetRawText()) is JsonArray array ? [.. array.OfType<JsonNode>().Select(item => item.DeepClone())] : [JsonNode.Parse(given.GetRawText())!];
        }

        foreach (var leaf in _leaves.Where(leaf => leaf.IsRequired && !_values.ContainsKey(leaf)))
        {
            _cancellation.ThrowIfCancellationRequested();
            var elsewhere = leaf.Role is ParameterRole.Choice
                ? ChoiceFinder.Find(_whole, leaf)
                : [.. _whole.Candidates.Select(candidate => (Candidate: candidate, Score: Fit.Score(_whole, leaf, candidate))).Where(fit => fit.Score >= 0.3)];
            elsewhere = [.. elsewhere.Where(fit => !_used.Exists(fit.Candidate.Overlaps))];
            if (elsewhere.Count > 0) Take(leaf, elsewhere.MaxBy(fit => fit.Score).Candidate, _whole);
            else if (_fits[leaf].Where(fit => fit.Score >= Fit.Sure).ToList() is { Count: > 0 } shared && leaf.Role is not (ParameterRole.Name or ParameterRole.Free))
                Take(leaf, shared.MaxBy(fit => fit.Score).Candidate, _clause);
        }
    }

    /// <summary>The request itself is what a tool with one text to look for is asked. A text to write must be said.</summary>
    private void FillText(bool force)
    {
        var missing = Missing();
        if (missing.Count != 1 && !force) return;
        foreach (var leaf in missing)
        {
            if (leaf.IsSearch && _clause.Text.Length > 0) _values[leaf] = [JsonValue.Create(_clause.Text)];
        }
    }

    private List<Leaf> Missing() => [.. _leaves.Where(leaf => !_values.ContainsKey(leaf)
        && (leaf.IsRequired || (leaf.RequiredInObject && HasSibling(leaf))))];

    private bool HasSibling(Leaf leaf) =>
        _values.Keys.Any(other => other.Path.Count >= leaf.Path.Count && leaf.Path.SkipLast(1).SequenceEqual(other.Path.Take(leaf.Path.Count - 1)) && _chosen.ContainsKey(other));

    private List<Leaf> Invent(List<Leaf> missing)
    {
        foreach (var leaf in missing) _values[leaf] = leaf.IsArray ? [] : [ValueWriter.Invent(leaf, _clause)];
        return [];
    }

    private int Typed() => _chosen.Count(entry => entry.Key.IsRequired && (entry.Key.Role, entry.Value.Kind) is
        (ParameterRole.Path, CandidateKind.Path) or (ParameterRole.Query, CandidateKind.Quoted or CandidateKind.Tail)
        or (ParameterRole.Identifier, CandidateKind.Identifier) or (ParameterRole.Email, CandidateKind.Email) or (ParameterRole.Url, CandidateKind.Url));

    private int Unused() => _clause.Candidates.Count(candidate => candidate.Kind is not (CandidateKind.Entity or CandidateKind.Word
        or CandidateKind.Here or CandidateKind.Boolean) && !_used.Exists(candidate.Overlaps));

    private List<JsonObject> Build(Leaf? spread)
    {
        var count = spread is null ? 1 : _values[spread].Count;
        var calls = new List<JsonObject>(count);
        for (var i = 0; i < count; i++)
        {
            var call = new JsonObject();
            foreach (var leaf in _leaves)
            {
                if (!_values.TryGetValue(leaf, out var values) || !IsWanted(leaf)) continue;
                JsonNode value = leaf.IsArray ? new JsonArray([.. values.Select(item => item.DeepClone())]) : values[leaf == spread ? i : 0].DeepClone();
                ObjectWriter.Put(call, leaf.Path, value);
            }

            calls.Add(call);
        }

        return calls;
    }

    /// <summary>A default inside an optional object does not make the object wanted.</summary>
    private bool IsWanted(Leaf leaf) => leaf.IsRequired || leaf.Path.Count == 1 || _chosen.ContainsKey(leaf)
        || leaf.Role == ParameterRole.Boolean || HasSibling(leaf);
}
