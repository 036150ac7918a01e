namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Brings English inflections to one form. Light on purpose: a wrong stem calls a wrong tool.</summary>
internal static class Stemmer
{
    private const string IrregularForms = """
        biggest=big bigger=big sent=send found=find wrote=write written=write ran=run made=make people=person men=man
        women=woman children=child indices=index indexes=index matrices=matrix vertices=vertex data=data has=have does=do is=be
        are=be was=be were=be bought=buy paid=pay cities=city mice=mouse news=news status=status during=during
        calculation=calculate calculator=calculate translation=translate translator=translate conversion=convert
        converter=convert creation=create deletion=delete multiplication=multiply multiplied=multiply addition=add
        implementation=implement declaration=declare definition=define recursively=recursive administrator=admin
        reservation=reserve booking=book description=describe installation=install configuration=configure notification=notify
        generation=generate subtraction=subtract kilometre=kilometer kilometres=kilometer metre=meter metres=meter feet=foot
        times=times canceled=cancel cancelled=cancel cancellation=cancel nothing=nothing bus=bus
        """;

    private static readonly Dictionary<string, string> Irregular = IrregularForms
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <param name="word">A word in lower case.</param>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var stem)) return WithoutE(stem);
        if (word.Length < 4 || !char.IsAsciiLetter(word[0])) return word;
        return Regular(Singular(word));
    }

    private static string Singular(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (EndsWithAny(word, "sses", "shes", "ches", "xes", "zes")) return word[..^2];
        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) return word[..^1];
        return word;
    }

    private static string Regular(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ied", "ed", "est"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || word.Length - ending.Length < 3) continue;
            var root = word[..^ending.Length];
            if (!root.Any("aeiouy".Contains)) continue;
            if (ending == "ied") return root + "y";
            if (ending == "est" && !IsAdjective(root)) return word;
            return Undouble(root);
        }

        return WithoutE(word);
    }

    private static string WithoutE(string word) => word[^1] == 'e' && word.Length > 3 ? word[..^1] : word;

    /// <summary>"largest" is a form of "large", while "request" and "forest" are words of their own.</summary>
    private static bool IsAdjective(string root) =>
        root is "larg" or "small" or "long" or "short" or "old" or "young" or "new" or "fast" or "slow" or "high" or "low"
            or "late" or "lat" or "near" or "cheap" or "great" or "few" or "heavi" or "light" or "hott" or "cold" or "warm" or "recent";

    private static string Undouble(string root)
    {
        if (root[^1] == root[^2] && root[^1] is not ('l' or 's' or 'z' or 'e' or 'd' or 'f')) return root[..^1];
        return root[^1] == 'e' ? root[..^1] : root;
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
