using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Answers;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>What projects and their flavours, one for each framework, are called.</summary>
internal static partial class Projects
{
    /// <summary>The project's name without its framework.</summary>
    public static string NameOf(Project project) => HealthLines.WithoutFramework(project.Name);

    /// <summary>The framework as a project file names it, read from the symbols that the SDK defines; null if there is none.</summary>
    public static string? FrameworkOf(Project project)
    {
        foreach (var symbol in project.ParseOptions?.PreprocessorSymbolNames ?? [])
        {
            if (FrameworkSymbol().Match(symbol) is { Success: true } match)
            {
                return match.Groups["name"].Value.ToLowerInvariant() + match.Groups["version"].Value.Replace('_', '.');
            }
        }

        return null;
    }

    /// <summary>All flavours of the project of a name, or of a name with its framework in brackets.</summary>
    public static Project[] Named(Solution? solution, string name) =>
        solution is null ? [] : [.. solution.Projects.Where(project =>
            string.Equals(NameOf(project), name, StringComparison.OrdinalIgnoreCase) || string.Equals(project.Name, name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The names of the projects that some files belong to; null, for all, as long as that is not known.</summary>
    public static IReadOnlySet<string>? Of(CodeSnapshot snapshot, IEnumerable<string> paths)
    {
        if (snapshot.Solution is not { } solution)
        {
            return null;
        }

        return paths.SelectMany(path => solution.GetDocumentIdsWithFilePath(SourceFiles.Absolute(snapshot, path)))
            .Select(id => NameOf(solution.GetProject(id.ProjectId)!))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The flavours, the one first that most projects refer to, and among equals the newest: what one most likely means.</summary>
    public static IEnumerable<Project> ByUse(IEnumerable<Project> flavours)
    {
        return flavours
            .OrderByDescending(Users)
            .ThenByDescending(project => project.ParseOptions?.PreprocessorSymbolNames.Count() ?? 0)
            .ThenBy(project => project.Name, StringComparer.Ordinal);

        static int Users(Project project) => project.Solution.Projects.Count(other => other.ProjectReferences.Any(reference => reference.ProjectId == project.Id));
    }

    [GeneratedRegex("^(?<name>NETSTANDARD|NETCOREAPP|NET)(?<version>[0-9]+(_[0-9]+)*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FrameworkSymbol();
}
