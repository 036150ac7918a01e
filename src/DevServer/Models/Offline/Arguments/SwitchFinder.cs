namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Finds out whether a request turns a boolean parameter on or off by naming it.</summary>
internal static class SwitchFinder
{
    public static bool? Find(Clause clause, Leaf leaf, ToolEntry tool)
    {
        var toolTerms = tool.NameTerms.Concat(Tokenizer.Terms(tool.Description)).ToHashSet(StringComparer.Ordinal);
        var terms = leaf.NameTerms.Concat(leaf.DescriptionTerms)
            .Where(term => !toolTerms.Contains(term) && !StopWords.IsAction(term)).ToHashSet(StringComparer.Ordinal);
        foreach (var concept in clause.Concepts)
        {
            if (concept.Terms.Any(terms.Contains)) return !IsNegated(clause, concept);
        }

        return leaf.IsRequired ? FindVerb(clause, leaf) : null;
    }

    /// <summary>Where the verb itself is the switch: "lock the door" and "unlock the door" of one tool that takes "locked".</summary>
    private static bool? FindVerb(Clause clause, Leaf leaf)
    {
        foreach (var term in clause.Concepts.SelectMany(concept => concept.Terms))
        {
            if (leaf.NameTerms.Contains(term)) return true;
            if (leaf.NameTerms.Any(name => term == "un" + name || term == "dis" + name || (term == "disabl" && name == "enabl"))) return false;
        }

        return null;
    }

    private static bool IsNegated(Clause clause, Concept concept)
    {
        var before = clause.Request.Narrow[clause.Start..concept.Start].TrimEnd().ToLowerInvariant();
        var near = before.Length > 4 ? before[^4..] : before;
        if (near.AsSpan().IndexOfAny("不没无别") >= 0) return true;
        return before.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).TakeLast(3).Any(StopWords.IsNegation);
    }
}
