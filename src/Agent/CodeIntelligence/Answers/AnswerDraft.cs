using System.Collections.Immutable;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>All that an answer would say if it could be as long as it likes.</summary>
/// <param name="Title">The first line.</param>
/// <param name="Items">What was found, the most important first.</param>
/// <param name="LeftOut">Says what is left out, and how to ask for it, if only so many items are shown; null if nothing is.</param>
internal sealed record AnswerDraft(string Title, ImmutableArray<AnswerItem> Items, Func<int, string?> LeftOut)
{
    /// <summary>How many items there are, if not all of them were written: more of them than tokens are never shown.</summary>
    public int Total { get; init; } = Items.Length;

    /// <summary>What makes the answer incomplete or untrue.</summary>
    public ImmutableArray<HealthNote> Health { get; init; } = [];
}
