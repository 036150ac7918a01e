using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>What a search in texts found.</summary>
/// <param name="Matches">In the order of files and lines.</param>
/// <param name="Files">How many files were searched.</param>
/// <param name="Passed">How many files were passed over, because they are too large, or changed meanwhile.</param>
/// <param name="IsCutShort">Whether the search ended at a limit.</param>
internal sealed record TextMatches(ImmutableArray<TextMatch> Matches, int Files, int Passed, bool IsCutShort);
