using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>Tells a list of values ("Tokyo and Paris") from values that merely stand in one sentence.</summary>
internal static partial class ListJoint
{
    /// <summary>Whether nothing but joints, and other values of the same parameter, stands between the two.</summary>
    public static bool Joins(Clause clause, Candidate left, Candidate right, IReadOnlyList<Candidate> values)
    {
        if (left.Start > right.Start) (left, right) = (right, left);
        var position = left.End;
        foreach (var value in values.Where(value => value.Start >= left.End && value.End <= right.Start).Append(right).OrderBy(value => value.Start))
        {
            if (value.Start < position) continue;
            if (!Joint().IsMatch(clause.Request.Narrow[position..value.Start])) return false;
            position = value.End;
        }

        return true;
    }

    [GeneratedRegex("""^(?:\s*(?:,|、|/|&|\+|;|\band\b|\bor\b|\bin\b|\bfor\b|\bof\b|\bthe\b|\balso\b|\bas well as\b|\bversus\b|\bvs\.?|和|与|及|以及|或|或者|还有|跟)\s*){1,4}$""", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
