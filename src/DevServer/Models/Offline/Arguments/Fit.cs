using K = Websopy.SemanticKernel.DevServer.Offline.CandidateKind;
using R = Websopy.SemanticKernel.DevServer.Offline.ParameterRole;

namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>How well a piece of a request fits a parameter. 0 is not at all.</summary>
internal static class Fit
{
    /// <summary>What an optional parameter asks for: a guess may fill what must be filled, and nothing else.</summary>
    public const double Sure = 0.7;

    public static double Score(Clause clause, Leaf leaf, Candidate candidate)
    {
        var score = Base(clause, leaf, candidate);
        if (score == 0) return 0;
        var cue = Context.Cue(clause, candidate, leaf);

        // Any word could be a name; one that follows "named" is, and so is a Latin word in a Chinese sentence.
        if (candidate.Kind == K.Word && cue == 0 && !clause.Request.IsChinese && leaf.Role is (R.Name or R.Free or R.Identifier))
        {
            var isDirected = (leaf.IsSource && Context.IsAfterSource(clause, candidate)) || (leaf.IsTarget && Context.IsAfterTarget(clause, candidate));
            if (leaf.Role != R.Free || !(isDirected || (leaf.IsRequired && Context.IsObject(clause, candidate)))) return 0;
        }

        if (leaf.IsAgent && Context.IsAfterBy(clause, candidate)) score += 0.3;
        score += cue;
        return Math.Max(score + Direction(clause, leaf, candidate), 0.01);
    }

    /// <summary>Whether "from" or "to" before the value agrees with the parameter.</summary>
    public static double Direction(Clause clause, Leaf leaf, Candidate candidate)
    {
        bool afterTarget = Context.IsAfterTarget(clause, candidate), afterSource = Context.IsAfterSource(clause, candidate);
        if (leaf.IsTarget) return afterTarget ? 0.4 : afterSource ? -0.3 : 0;
        if (leaf.IsSource) return afterSource ? 0.4 : afterTarget ? -0.3 : 0;
        return afterTarget ? -0.15 : 0;
    }

    private static double Base(Clause clause, Leaf leaf, Candidate candidate) => leaf.Role switch
    {
        R.Choice => 0,
        R.Boolean => candidate.Kind == K.Boolean ? 0.6 : 0,
        R.Number or R.Count => Number(clause, leaf, candidate),
        _ => leaf.Value.Allows("string") ? Text(clause, leaf.Role, candidate) : 0,
    };

    /// <summary>Whether the parameter asks for just this kind of value.</summary>
    public static bool IsMadeFor(Leaf leaf, Candidate candidate) => (leaf.Role, candidate.Kind) is
        (R.Path, K.Path) or (R.Url, K.Url) or (R.Email, K.Email) or (R.Date, K.Date or K.DateTime) or (R.DateTime, K.DateTime)
        or (R.Number or R.Count, K.Number);

    private static double Number(Clause clause, Leaf leaf, Candidate candidate)
    {
        if (candidate.Kind != K.Number || (leaf.Value.MainType == "integer" && candidate.Number != decimal.Truncate(candidate.Number))) return 0;
        return leaf.Role == R.Count && Context.IsCounting(clause, candidate) ? 0.75 : 0.5;
    }

    private static double Text(Clause clause, R role, Candidate candidate) => (role, candidate.Kind) switch
    {
        (R.Path, K.Path) or (R.Pattern, K.Glob or K.FileType) or (R.Extension, K.FileType) or (R.Email, K.Email) or (R.Url, K.Url)
            or (R.Date, K.Date) or (R.Time, K.Time) or (R.DateTime, K.DateTime) or (R.Zone, K.Zone) or (R.Place, K.Place)
            or (R.Identifier, K.Identifier) or (R.Id, K.Code) or (R.Query or R.Name, K.Quoted) => 1,
        (R.Path, K.Here) or (R.Zone, K.Place) => 0.95,
        (R.Identifier, K.Quoted) or (R.Id, K.Number) or (R.Query, K.Tail) => 0.9,
        (R.Id, K.Quoted) or (R.Free, K.Quoted) or (R.Place, K.Entity) or (R.Date, K.DateTime) => 0.8,
        (R.Place, K.Quoted) or (R.Free, K.Tail) or (R.DateTime, K.Date) or (R.Path, K.Quoted) => 0.7,
        (R.Path, K.Word or K.Entity) => Context.IsLocated(clause, candidate) && candidate.Text.All(char.IsAscii) ? 0.7 : 0,
        (R.Name or R.Identifier, K.Entity) => 0.65,
        (R.Name or R.Query or R.Id, K.Identifier) or (R.Free, K.Identifier or K.Code or K.Entity) => 0.6,
        (R.Place, K.Word) => Context.IsLocated(clause, candidate) ? 0.5 : 0.2,
        (R.Free, K.Place or K.Path or K.Url or K.Email or K.Number or K.Date or K.DateTime) or (R.Name, K.Place or K.Code) => 0.5,
        (R.Identifier, K.Code or K.Word or K.Place) or (R.Name or R.Free, K.Word) or (R.DateTime, K.Time) => 0.3,
        (R.Pattern, K.Quoted) => 0.5,
        _ => 0,
    };
}
