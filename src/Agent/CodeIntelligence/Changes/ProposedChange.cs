using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>A change that is not carried out yet.</summary>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Files">The files that differ, by the path that answers show.</param>
/// <param name="Before">The projects that it was made from.</param>
/// <param name="After">The projects with the change in every flavour of its files.</param>
internal sealed record ProposedChange(string Title, IReadOnlyList<PlannedFile> Files, Solution Before, Solution After)
{
    /// <summary>Whether both would write the same.</summary>
    public bool IsSameAs(ProposedChange other) => Files.Count == other.Files.Count && Files.Zip(other.Files).All(pair =>
        pair.First.Path == pair.Second.Path && Same(pair.First.Before, pair.Second.Before) && Same(pair.First.After, pair.Second.After));

    private static bool Same(Microsoft.CodeAnalysis.Text.SourceText? one, Microsoft.CodeAnalysis.Text.SourceText? other) =>
        one is null ? other is null : other is not null && one.ContentEquals(other);
}
