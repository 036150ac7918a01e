namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

internal enum HealthKind
{
    StaleRestore,
    MissingSdkOrWorkload,
    ProjectFailed,
    GeneratorFailed,
    Loading,
    NotFollowed,
}

/// <summary>Something that makes answers about a project incomplete or untrue, in words.</summary>
/// <param name="Project">The project's name, or null if it concerns the whole solution.</param>
/// <param name="Kind">What is the matter.</param>
/// <param name="Message">One sentence: what it means and what to do.</param>
internal sealed record HealthNote(string? Project, HealthKind Kind, string Message);
