using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>All that is known at one moment; immutable, so that a query never sees half a change.</summary>
/// <param name="Folder">The folder that nothing leaves.</param>
/// <param name="Syntax">Every C# file under it as a syntax tree, there before the projects are.</param>
/// <param name="Solution">The loaded projects, or null while they are being loaded.</param>
/// <param name="Health">What makes answers incomplete or untrue.</param>
internal sealed record CodeSnapshot(SolutionFolder Folder, SyntaxIndex Syntax, Solution? Solution, ImmutableArray<HealthNote> Health)
{
    /// <summary>The projects, for a question that syntax alone cannot answer.</summary>
    /// <exception cref="CodeException">They are still being loaded, or could not be.</exception>
    public Solution RequireSolution() => Solution ?? throw new CodeException(CodeErrorKind.NotLoaded,
        Health.IsEmpty || Health.Any(note => note.Kind == HealthKind.Loading)
            ? "The projects are still loading. outline, search, search_text and read answer from syntax meanwhile; ask again in a few seconds."
            : $"The projects could not be loaded: {string.Join(" ", Health.Select(note => note.Message))} outline, search, search_text and read answer from syntax meanwhile.");
}
