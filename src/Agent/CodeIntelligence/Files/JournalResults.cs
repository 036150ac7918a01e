using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>A change that was carried out and can be undone.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Title">What it was for.</param>
/// <param name="At">When it began.</param>
/// <param name="Paths">The files, as answers show them.</param>
internal sealed record CommittedChange(string Id, string Title, DateTimeOffset At, ImmutableArray<string> Paths);

/// <summary>A change that was taken back.</summary>
internal sealed record UndoneChange(string Id, string Title, ImmutableArray<string> Paths);

internal enum RecoveryOutcome
{
    /// <summary>The files are as they were before the change.</summary>
    RolledBack,

    /// <summary>The files are as the change wanted them.</summary>
    RolledForward,

    /// <summary>Its record cannot be read, so nothing was done about its files.</summary>
    Unreadable,
}

/// <summary>A change that a process left unfinished, and what became of it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Title">What it was for; empty if that cannot be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="LeftAlone">Files that somebody else has changed meanwhile, and that were left as they are.</param>
internal sealed record RecoveredChange(string Id, string Title, RecoveryOutcome Outcome, ImmutableArray<string> LeftAlone);
