using System.Text.Json;
using System.Text.Json.Nodes;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Finds the values of an enumeration in a request: as written, by stem, by synonym and through the lexicon.</summary>
internal static class ChoiceFinder
{
    public static List<(Candidate Candidate, double Score)> Find(Clause clause, Leaf leaf)
    {
        var found = new List<(Candidate Candidate, double Score)>();
        foreach (var choice in leaf.Choices)
        {
            if (choice.Text is not null) FindText(clause, choice.Text, choice.Words, found);
            else if (choice.Value.ValueKind == JsonValueKind.Number) FindNumber(clause, choice.Value, found);
        }

        // Where several values lie in one place ("not started", "started"), the longest and closest stays.
        return [.. found.OrderByDescending(entry => entry.Candidate.End - entry.Candidate.Start).ThenByDescending(entry => entry.Score)
            .Aggregate(new List<(Candidate Candidate, double Score)>(), KeepApart).OrderBy(entry => entry.Candidate.Start)];
    }

    private static List<(Candidate Candidate, double Score)> KeepApart(
        List<(Candidate Candidate, double Score)> kept, (Candidate Candidate, double Score) entry)
    {
        if (!kept.Exists(other => other.Candidate.Overlaps(entry.Candidate))) kept.Add(entry);
        return kept;
    }

    private static void FindNumber(Clause clause, JsonElement value, List<(Candidate, double)> found)
    {
        foreach (var candidate in clause.Candidates)
        {
            if (candidate.Kind == CandidateKind.Number && value.TryGetDecimal(out var number) && number == candidate.Number)
                found.Add((candidate with { Kind = CandidateKind.EnumValue, Value = JsonValue.Create(value) }, 1));
        }
    }

    private static void FindText(Clause clause, string value, IReadOnlyList<Concept> words, List<(Candidate, double)> found)
    {
        if (words.Count == 0)
        {
            FindLiterally(clause, value, found);
            FindTranslated(clause, value, found);
            return;
        }

        if (words.Count > 1) FindInOneWord(clause, value, words, found);

        for (var i = 0; i + words.Count <= clause.Concepts.Count; i++)
        {
            double score = 1;
            for (var j = 0; j < words.Count && score > 0; j++) score = Math.Min(score, Likeness(clause.Concepts[i + j], words[j]));
            if (score == 0) continue;
            int start = clause.Concepts[i].Start, end = clause.Concepts[i + words.Count - 1].End;
            var isQuoted = clause.Candidates.Any(other => other.Kind is CandidateKind.Path or CandidateKind.Email or CandidateKind.Url && other.Start <= start && end <= other.End);
            if (!isQuoted) Add(start, end, value, score, found);
        }
    }

    /// <summary>打开 is "on", which is no word of its own in English.</summary>
    private static void FindTranslated(Clause clause, string value, List<(Candidate, double)> found)
    {
        foreach (var concept in clause.Concepts)
        {
            if (concept.Terms.Contains(value, StringComparer.OrdinalIgnoreCase)) Add(concept.Start, concept.End, value, 0.75, found);
        }
    }

    /// <summary>客厅 is both words of "living_room".</summary>
    private static void FindInOneWord(Clause clause, string value, IReadOnlyList<Concept> words, List<(Candidate, double)> found)
    {
        foreach (var concept in clause.Concepts)
        {
            if (words.All(word => concept.Terms.Any(word.Terms.Contains))) Add(concept.Start, concept.End, value, 1, found);
        }
    }

    private static double Likeness(Concept concept, Concept word)
    {
        if (concept.Terms.Any(word.Terms.Contains)) return 1;
        return concept.Terms.Any(term => Synonyms.Of(term).Any(word.Terms.Contains)) ? 0.8 : 0;
    }

    private static void FindLiterally(Clause clause, string value, List<(Candidate, double)> found)
    {
        if (value.Length == 0) return;
        var text = clause.Request.Narrow;
        for (var at = clause.Start; (at = text.IndexOf(value, at, clause.End - at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsWord(text, at, at + value.Length)) Add(at, at + value.Length, value, 0.75, found);
        }
    }

    private static bool IsWord(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    private static void Add(int start, int end, string value, double score, List<(Candidate, double)> found) =>
        found.Add((new(CandidateKind.EnumValue, start, end, value) { Value = JsonValue.Create(value) }, score));
}
