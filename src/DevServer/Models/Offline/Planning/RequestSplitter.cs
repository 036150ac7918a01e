using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Cuts a request where a new wish may begin. Values stay whole; whether a part is a wish is decided elsewhere.</summary>
internal static partial class RequestSplitter
{
    private const int MaxParts = 32;

    public static List<Clause> Split(Clause whole)
    {
        var parts = new List<Clause>();
        var start = whole.Start;
        foreach (Match match in Joint().Matches(whole.Request.Narrow))
        {
            if (match.Index < start || match.Index + match.Length > whole.End || parts.Count >= MaxParts - 1) continue;
            if (whole.Candidates.Any(value => value.Start < match.Index + match.Length && match.Index < value.End)) continue;
            Add(whole, start, match.Index, parts);
            start = match.Index + match.Length;
        }

        Add(whole, start, whole.End, parts);
        return parts;
    }

    private static void Add(Clause whole, int start, int end, List<Clause> parts)
    {
        if (whole.Request.Narrow.AsSpan(start, end - start).Trim().Length > 0) parts.Add(whole.Slice(start, end));
    }

    [GeneratedRegex("""[.!?](?=\s|$)|[。！？；;\n,，、?]|\b(?:and then|and also|and|then|also|plus|as well as|after that|afterwards)\b|然后|接着|并且|而且|还有|另外|同时|顺便|以及|最后|再(?!见)|和|并""", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
