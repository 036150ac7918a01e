using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>What answers call a file.</summary>
internal static class FilePaths
{
    private const string Generated = "(generated) ";

    /// <summary>Whether a path is a generator's name for its file, which nothing can be asked about.</summary>
    public static bool IsGenerated(string path) => path.StartsWith(Generated, StringComparison.Ordinal);

    /// <summary>The path relative to the folder, or a generator's name for its file; null for files that are none of the solution's own.</summary>
    public static string? Shown(CodeSnapshot snapshot, Project project, SyntaxTree tree)
    {
        if (project.Solution.GetDocument(tree) is SourceGeneratedDocument generated)
        {
            return Generated + generated.HintName;
        }

        var path = snapshot.Folder.Display(tree.FilePath);
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) || path.Split('/').Any(part => part is "obj" or "bin") ? null : path;
    }
}
