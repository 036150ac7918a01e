using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Reads a request against the declared tools: which of them to call, and with what.</summary>
internal sealed partial class CallPlanner
{
    private const int MaxRivals = 4;

    // A rival this much weaker in words may still win by fitting the request's values better.
    private const double RivalShare = 0.55;

    private readonly CancellationToken _cancellation;
    private readonly ToolIndex _index;
    private readonly Clause _whole;
    private readonly Dictionary<string, ToolEntry> _named = new(StringComparer.OrdinalIgnoreCase);

    private const double ContinuationShare = 0.75;

    public CallPlanner(RequestText request, IReadOnlyList<ToolEntry> tools, DateOnly today, CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        _index = new(tools);
        var candidates = ValueScan.Scan(request, today, _index.IsCommand);
        _whole = new(request, 0, request.Narrow.Length, Tokenizer.Tokenize(request.Narrow), candidates);
        foreach (var tool in tools)
        {
            if (tool.NameTerms.Count > 1) _named.TryAdd(tool.Name, tool);
        }
    }

    public Plan Plan()
    {
        var parts = new List<Part>();
        foreach (var clause in RequestSplitter.Split(_whole).Where(clause => !Prohibition().IsMatch(clause.Text)))
        {
            var part = Read(clause);
            if (parts.Count > 0) part = Continue(parts[^1], part);
            if (parts.Count > 0 && Merge(parts[^1], part) is { } merged) parts[^1] = merged;
            else parts.Add(part);
        }

        return Collect(parts);
    }

    /// <summary>The call that the caller demands, of this tool or of the one that fits best.</summary>
    public PlannedCall Demand(string? name)
    {
        var tool = _index.Tools.FirstOrDefault(tool => tool.Name == name)
            ?? Match(_whole).OrderByDescending(match => match.Score).ThenBy(match => match.Tool.Position).FirstOrDefault()?.Tool
            ?? _index.Tools[0];
        return new(tool.Name, ArgumentFiller.Fill(_whole, _whole, tool, _cancellation, force: true).Arguments[0]);
    }

    private static Plan Collect(List<Part> parts)
    {
        var calls = new List<PlannedCall>();
        var questions = new List<Question>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Match is null || part.Filled is null) continue;
            if (part.Filled.Missing.Count > 0)
            {
                if (!questions.Exists(question => question.Tool == part.Match.Tool)) questions.Add(new(part.Match.Tool, part.Filled.Missing));
                continue;
            }

            foreach (var arguments in part.Filled.Arguments)
            {
                var call = new PlannedCall(part.Match.Tool.Name, arguments);
                if (calls.Count < Offline.Plan.MaxCalls && keys.Add(call.Key)) calls.Add(call);
            }
        }

        return new(calls, questions);
    }

    /// <summary>"Cancel order 12 and order 13": a part without a verb of its own goes on with the verb before it, where that fits.</summary>
    private Part Continue(Part left, Part right)
    {
        if (left.Match is not { } before || right.Match is not { HasAction: false } || right.Match.Tool == before.Tool) return right;
        if (Match(right.Clause).Find(match => match.Tool == before.Tool) is not { } same || same.Score < right.Match.Score * ContinuationShare) return right;
        var filled = Fill(right.Clause, before.Tool);
        return filled.Missing.Count == 0 && filled.Sure > 0 && filled.Unused == 0 ? new(right.Clause, same, filled) : right;
    }

    /// <summary>Two neighbours that are one wish: one of them names no tool, or both name the same and need each other's words.</summary>
    private Part? Merge(Part left, Part right)
    {
        var joined = _whole.Slice(left.Clause.Start, right.Clause.End);
        if (left.Match is null || right.Match is null) return Read(joined, (left.Match ?? right.Match)?.Tool);
        bool leftLacks = left.Filled!.Missing.Count > 0, rightLacks = right.Filled!.Missing.Count > 0;
        if (left.Match.Tool == right.Match.Tool)
            return leftLacks || rightLacks || left.Filled.Sure == 0 || right.Filled.Sure == 0 || !right.Match.IsWish ? Read(joined, left.Match.Tool) : null;

        // "... , and the mailbox ann@example.com": a noun alone, of a tool that then lacks what it needs, is detail.
        if (rightLacks && !right.Match.HasAction) return Read(joined, left.Match.Tool);
        return leftLacks && !left.Match.HasAction ? Read(joined, right.Match.Tool) : null;
    }

    /// <param name="clause">The part of the request.</param>
    /// <param name="settled">The tool that its parts have already settled on.</param>
    private Part Read(Clause clause, ToolEntry? settled = null)
    {
        var matches = Match(clause);
        if (settled is not null) return new(clause, matches.Find(match => match.Tool == settled) ?? new(settled), Fill(clause, settled));
        matches.RemoveAll(match => !match.IsGood && !match.IsPossible);
        if (matches.Count == 0) return new(clause, null, null);
        var best = matches.Max(match => match.Score);
        var rivals = matches.Where(match => match.Score >= best * RivalShare)
            .OrderByDescending(match => match.Score).ThenBy(match => match.Tool.Position).Take(MaxRivals)
            .Select(match => (Match: match, Filled: Fill(clause, match.Tool)))
            .Where(rival => rival.Match.IsGood || IsGoodByValues(rival.Match, rival.Filled)).ToList();
        if (rivals.Count == 0) return new(clause, null, null);
        var (chosen, filled) = rivals.MaxBy(rival => Worth(rival.Match, rival.Filled));
        return new(clause, chosen, filled);
    }

    private static bool IsGoodByValues(ToolMatch match, FilledCalls filled) =>
        filled.Missing.Count == 0 && filled.Unused == 0
        && ((match.HasAction && filled.Typed > 0) || (filled.Sure > 1 && match.RequestCoverage >= 0.5 && (match.IsCore || (filled.Typed > 0 && filled.Sure > 2))));

    private FilledCalls Fill(Clause clause, ToolEntry tool) => ArgumentFiller.Fill(clause, _whole, tool, _cancellation);

    /// <summary>Words rank; values that find their place speak for a tool, and what is missing against it.</summary>
    private static double Worth(ToolMatch match, FilledCalls filled) =>
        match.Score * (0.7 + (0.3 * match.NameCoverage)) * (1 + (0.1 * Math.Min(4, filled.Sure))) * (1 - (0.2 * Math.Min(3, filled.Unused))) * (filled.Sure == 0 && filled.Unused > 0 ? 0.7 : 1) * (filled.Missing.Count > 0 ? 0.7 : 1);

    private List<ToolMatch> Match(Clause clause)
    {
        var concepts = clause.Concepts.Where(concept => !clause.IsLiteral(concept)).ToList();
        var matches = _index.Match(concepts, clause.IsValue);
        foreach (Match word in NameShape().Matches(clause.Request.Narrow[clause.Start..clause.End]))
        {
            if (!_named.TryGetValue(word.Value, out var tool)) continue;
            if (matches.Find(match => match.Tool == tool) is not { } match) matches.Add(match = new(tool));
            match.AddName();
        }

        return matches;
    }

    /// <summary>What begins like this asks for nothing to be done; a reason is none of a tool's results.</summary>
    [GeneratedRegex("""^(?:please\s+)?(?:do\s+not|don['’]t|never)\s+(?!forget|hesitate)|^why\s+(?:is|are|was|were|does|do|did)\b|^为(?:什么|何)|^(?:请|你)?(?:不要|不许|别|勿|千万别)(?!的|忘)""", RegexOptions.IgnoreCase)]
    private static partial Regex Prohibition();

    [GeneratedRegex("""[A-Za-z0-9_][A-Za-z0-9_\-.]*[A-Za-z0-9_]""")]
    private static partial Regex NameShape();

    private sealed record Part(Clause Clause, ToolMatch? Match, FilledCalls? Filled);
}
