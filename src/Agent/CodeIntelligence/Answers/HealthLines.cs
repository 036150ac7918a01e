using System.Collections.Immutable;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>The health notes that an answer has to carry, so that nothing half known passes for the truth.</summary>
internal static class HealthLines
{
    /// <summary>Those about the whole solution or one of the projects.</summary>
    /// <param name="health">All notes.</param>
    /// <param name="projects">The names of the projects that the answer is about; null if it is about all.</param>
    public static ImmutableArray<HealthNote> Touching(ImmutableArray<HealthNote> health, IReadOnlySet<string>? projects) =>
        projects is null ? health : [.. health.Where(note => note.Project is null || projects.Contains(WithoutFramework(note.Project)))];

    /// <summary>In full if they take no more than a share of the answer, else how many there are.</summary>
    public static string[] Write(ImmutableArray<HealthNote> notes, int maxTokens)
    {
        string[] lines = [.. notes.Select(note => AnswerText.Collapse(note.Project is null ? $"! {note.Message}" : $"! {note.Project}: {note.Message}")).Distinct()];
        var size = 0;
        return lines.All(line => (size += TokenCounter.Count(line + "\n")) <= maxTokens)
            ? lines
            : [$"! {AnswerText.Number(lines.Length, "health note")}: ask solution."];
    }

    /// <summary>A project's name without the framework that the build host adds in brackets.</summary>
    public static string WithoutFramework(string project) =>
        project.EndsWith(')') && project.LastIndexOf('(') is > 0 and var open ? project[..open] : project;
}
