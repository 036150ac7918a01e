namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>What stands around a value in the request: names of parameters, directions, places.</summary>
internal static class Context
{
    private const int Reach = 14;
    private static readonly string[] Targets = ["to", "into", "as", "till", "until", "为", "成", "到", "至", "兑", "对", "换", "给", "->"];
    private static readonly string[] Sources = ["from", "since", "between", "of", "by", "从", "自", "把", "将"];
    private static readonly string[] Directions = ["to", "into", "from", "onto"];
    private static readonly string[] Locations = ["in", "under", "inside", "within", "from", "of", "at", "for", "near", "folder", "directory", "dir", "目录", "文件夹", "在", "查看", "列出"];
    private static readonly string[] FollowingLocations = ["目录", "文件夹", "里", "下", "中", "folder", "directory"];

    public static bool IsAfterTarget(Clause clause, Candidate candidate) => Before(clause, candidate, Targets);

    public static bool IsAfterSource(Clause clause, Candidate candidate) => Before(clause, candidate, Sources);

    public static bool IsAfterBy(Clause clause, Candidate candidate) => Before(clause, candidate, ["by"]);

    /// <summary>Whether a lone word is what the verb acts on: right after it or a direction, with nothing but a direction after.</summary>
    public static bool IsObject(Clause clause, Candidate candidate)
    {
        var after = clause.Request.Narrow[candidate.End..clause.End].TrimStart();
        var ends = after.Length == 0 || !char.IsLetterOrDigit(after[0]) || Array.Exists(Directions, word => after.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));
        return ends && (Before(clause, candidate, Directions)
            || (clause.Concepts.Count > 0 && clause.Concepts[0].End == candidate.Start - 1 && clause.Concepts[0].Start == FirstWord(clause)));
    }

    private static int FirstWord(Clause clause)
    {
        var start = clause.Start;
        while (start < clause.End && !char.IsLetterOrDigit(clause.Request.Narrow[start])) start++;
        return start;
    }

    public static bool IsLocated(Clause clause, Candidate candidate)
    {
        if (Before(clause, candidate, Locations)) return true;
        var after = clause.Request.Narrow.AsSpan(candidate.End, clause.End - candidate.End).TrimStart();
        foreach (var word in FollowingLocations)
        {
            if (after.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>How strongly the words beside a value name the parameter, from 0 to 0.5.</summary>
    public static double Cue(Clause clause, Candidate candidate, Leaf leaf)
    {
        double best = 0;
        var before = 0;
        for (var i = clause.Concepts.Count - 1; i >= 0 && before < 2; i--)
        {
            var concept = clause.Concepts[i];
            if (concept.End > candidate.Start) continue;
            if (candidate.Start - concept.End > Reach || IsParted(clause, concept.End, candidate.Start)) break;
            best = Math.Max(best, Likeness(concept, leaf) - (0.1 * before));
            before++;
        }

        // A number's noun may have an adjective before it: "50 log lines".
        var reach = candidate.Kind == CandidateKind.Number ? Reach : 2;
        foreach (var concept in clause.Concepts)
        {
            if (concept.Start < candidate.End) continue;
            if (concept.Start - candidate.End > reach || IsParted(clause, candidate.End, concept.Start) || HasNumber(clause, candidate.End, concept.Start)) break;
            best = Math.Max(best, Likeness(concept, leaf) - (concept.Start - candidate.End > 2 ? 0.1 : 0));
        }

        return best;
    }

    /// <summary>Whether a number counts things: 5 files, top 5, 五个.</summary>
    public static bool IsCounting(Clause clause, Candidate candidate)
    {
        var text = clause.Request.Narrow;
        if (candidate.End < clause.End && "个条份项封篇名件次笔张本辆台首间晚天".Contains(text[candidate.End], StringComparison.Ordinal)) return true;
        if (Before(clause, candidate, ["top", "first", "last", "最大的", "最近", "前", "newest", "latest"])) return true;
        return clause.Concepts.Any(concept => concept.Start >= candidate.End && concept.Start - candidate.End <= 1 && char.IsAsciiLetter(text[concept.Start]));
    }

    private static double Likeness(Concept concept, Leaf leaf)
    {
        foreach (var term in concept.Terms)
        {
            if (leaf.NameTerms.Contains(term)) return 0.5;
        }

        foreach (var term in concept.Terms)
        {
            if (Synonyms.Of(term).Any(leaf.NameTerms.Contains)) return 0.4;
            if (leaf.DescriptionTerms.Contains(term)) return 0.25;
        }

        return 0;
    }

    /// <summary>Another value or a comma between a word and a value parts them, unless the values are a list.</summary>
    private static bool IsParted(Clause clause, int start, int end) =>
        clause.Candidates.Any(other => other.Start >= start && other.End <= end && other.Kind is not (CandidateKind.Word or CandidateKind.Number or CandidateKind.EnumValue));

    private static bool HasNumber(Clause clause, int start, int end) =>
        clause.Candidates.Any(other => other.Kind == CandidateKind.Number && other.Start >= start && other.End <= end);

    private static bool Before(Clause clause, Candidate candidate, string[] words)
    {
        var before = clause.Request.Narrow.AsSpan(clause.Start, candidate.Start - clause.Start).TrimEnd();
        foreach (var word in words)
        {
            if (!before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var at = before.Length - word.Length;
            if (!char.IsAsciiLetter(word[0]) || at == 0 || !char.IsAsciiLetter(before[at - 1])) return true;
        }

        return false;
    }
}
