using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>Tells errors that a change makes from those that were there. Pure.</summary>
internal static class IntroducedErrors
{
    /// <summary>Those of <paramref name="after"/> that are more than there were: by project, file, id and message, since lines move.</summary>
    public static ImmutableArray<CompileError> Of(IEnumerable<CompileError> before, IEnumerable<CompileError> after)
    {
        var known = before.GroupBy(Key).ToDictionary(group => group.Key, group => group.Count());
        return [.. after.Where(error => !Take(known, Key(error)))];
    }

    private static bool Take(Dictionary<(ProjectId, string, string, string), int> known, (ProjectId, string, string, string) key)
    {
        if (!known.TryGetValue(key, out var count) || count == 0)
        {
            return false;
        }

        known[key] = count - 1;
        return true;
    }

    private static (ProjectId, string, string, string) Key(CompileError error) => (error.Project, error.Path, error.Id, error.Message);
}
