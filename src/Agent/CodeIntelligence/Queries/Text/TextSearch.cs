namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>What to look for, line by line.</summary>
/// <param name="Text">The text, or the expression.</param>
/// <param name="IsRegex">Whether it is a regular expression.</param>
/// <param name="MatchCase">Whether upper and lower case differ.</param>
/// <param name="Glob">Only files whose path fits; see <see cref="PathGlob"/>.</param>
/// <param name="Context">How many lines to show before and after each.</param>
internal sealed record TextSearch(string Text, bool IsRegex = false, bool MatchCase = true, string? Glob = null, int Context = 0);
