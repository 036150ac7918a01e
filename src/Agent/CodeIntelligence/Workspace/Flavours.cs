using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>A file of a project with several frameworks is several documents; these choose among them.</summary>
internal static class Flavours
{
    /// <summary>All documents of the file, the one to answer from first.</summary>
    /// <param name="solution">The loaded projects.</param>
    /// <param name="absolutePath">The file.</param>
    public static ImmutableArray<Document> All(Solution solution, string absolutePath) =>
        [.. Ordered(solution, solution.GetDocumentIdsWithFilePath(absolutePath).Select(solution.GetDocument).OfType<Document>(), document => document.Project)];

    /// <summary>The document to answer from, or null if no project compiles the file.</summary>
    public static Document? Choose(Solution solution, string absolutePath) => All(solution, absolutePath).FirstOrDefault();

    /// <summary>One flavour of each project: the one to answer from.</summary>
    public static ImmutableArray<Project> ChooseProjects(Solution solution) =>
        [.. solution.Projects.GroupBy(project => project.FilePath ?? project.Name, StringComparer.Ordinal).Select(flavours => Ordered(solution, flavours, project => project).First())];

    /// <summary>The framework in a project's name, or an empty string if the project has but one.</summary>
    public static string Framework(Project project)
    {
        var file = Path.GetFileNameWithoutExtension(project.FilePath) ?? "";
        return project.Name.Length > file.Length + 2 && project.Name.StartsWith(file, StringComparison.Ordinal) && project.Name[file.Length] == '(' && project.Name[^1] == ')'
            ? project.Name[(file.Length + 1)..^1]
            : "";
    }

    // What most projects use is what most answers are about; of those that nobody uses, the newest.
    private static IOrderedEnumerable<T> Ordered<T>(Solution solution, IEnumerable<T> flavours, Func<T, Project> project)
    {
        var graph = solution.GetProjectDependencyGraph();
        return flavours
            .OrderByDescending(flavour => graph.GetProjectsThatDirectlyDependOnThisProject(project(flavour).Id).Count)
            .ThenByDescending(flavour => Age(Framework(project(flavour))))
            .ThenBy(flavour => project(flavour).Name, StringComparer.Ordinal);
    }

    /// <summary>Orders frameworks: net10.0 after net8.0 after netcoreapp3.1 after netstandard2.0 after net48.</summary>
    internal static (int Family, Version Version) Age(string framework)
    {
        var name = framework.Split('-')[0];
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 0)
        {
            return (0, new Version());
        }

        var text = name[digits..];
        var version = Version.TryParse(text, out var parsed) ? parsed : new Version(Digit(text, 0), Digit(text, 1), Digit(text, 2));
        return name[..digits] switch
        {
            "net" when text.Contains('.', StringComparison.Ordinal) => (4, version),
            "netcoreapp" => (3, version),
            "netstandard" => (2, version),
            _ => (1, version),
        };
    }

    // net48 is 4.8, and net481 is 4.8.1.
    private static int Digit(string text, int index) => index < text.Length && char.IsAsciiDigit(text[index]) ? text[index] - '0' : 0;
}
