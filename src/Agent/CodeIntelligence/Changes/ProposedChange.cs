using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes;

/// <summary>A change that is not carried out yet.</summary>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Files">The files that differ, by the path that answers show.</param>
/// <param name="Before">The projects that it was made from.</param>
/// <param name="After">The projects with the change in every flavour of its files.</param>
internal sealed record ProposedChange(string Title, IReadOnlyList<PlannedFile> Files, Solution Before, Solution After)
{
    /// <summary>Whether a file changes from which MSBuild takes what to do, and commands to run, when the projects are loaded again.</summary>
    public bool TouchesBuild => Files.Any(file => BuildFiles.IsBuildFile(file.Path));

    /// <summary>Whether both would write the same.</summary>
    public bool IsSameAs(ProposedChange other) => Files.Count == other.Files.Count && Files.Zip(other.Files).All(pair =>
        pair.First.Path == pair.Second.Path && Same(pair.First.Before, pair.Second.Before) && Same(pair.First.After, pair.Second.After));

    private static bool Same(SourceText? one, SourceText? other) =>
        one is null ? other is null : other is not null && one.ContentEquals(other);
}
