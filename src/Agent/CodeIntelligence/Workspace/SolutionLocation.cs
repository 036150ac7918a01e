using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>What to load, and the folder that nothing leaves.</summary>
/// <param name="Folder">Absolute: the folder of the solution, of the project, or the one that was given.</param>
/// <param name="SolutionFile">The solution, or null if there are only projects.</param>
/// <param name="ProjectFiles">The projects to load if there is no solution.</param>
internal sealed record SolutionLocation(string Folder, string? SolutionFile, ImmutableArray<string> ProjectFiles)
{
    private const int MaxProjects = 500;

    /// <summary>What tells this solution from others.</summary>
    public string Key => SolutionFile ?? (ProjectFiles is [var single] ? single : Folder);

    /// <summary>Finds the solution at a path: a solution file, a project file, or a folder with one of them.</summary>
    /// <exception cref="CodeException">Nothing there, something else, or several solutions.</exception>
    public static SolutionLocation Find(string path, CancellationToken cancellationToken)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            return InFolder(full, cancellationToken);
        }

        if (!File.Exists(full))
        {
            throw new CodeException(CodeErrorKind.NotFound, $"There is no file or folder '{Path.GetFileName(full)}' there; give a .sln, .slnx or .csproj file, or the folder that holds it.");
        }

        var folder = Path.GetDirectoryName(full)!;
        return IsSolution(full) ? new SolutionLocation(folder, full, [])
            : IsProject(full) ? new SolutionLocation(folder, null, [full])
            : throw new CodeException(CodeErrorKind.InvalidArgument, $"'{Path.GetFileName(full)}' is neither a .sln, a .slnx nor a .csproj file.");
    }

    private static SolutionLocation InFolder(string folder, CancellationToken cancellationToken)
    {
        var solutions = Directory.EnumerateFiles(folder).Where(IsSolution).Order(StringComparer.Ordinal).ToList();
        if (solutions.Count > 1)
        {
            throw new CodeException(CodeErrorKind.Ambiguous, $"The folder holds several solutions: {string.Join(", ", solutions.Select(Path.GetFileName))}. Give the path of one of them.");
        }

        if (solutions is [var solution])
        {
            return new SolutionLocation(folder, solution, []);
        }

        var projects = FolderFiles.Enumerate(folder, cancellationToken).Where(IsProject).Order(StringComparer.Ordinal).Take(MaxProjects + 1).ToImmutableArray();
        return projects.Length switch
        {
            0 => throw new CodeException(CodeErrorKind.NotFound, "The folder holds no .sln, .slnx or .csproj file. Give the path of one."),
            > MaxProjects => throw new CodeException(CodeErrorKind.LimitExceeded, $"The folder holds no solution and more than {MaxProjects} projects. Give the path of a solution or of one project."),
            _ => new SolutionLocation(folder, null, projects),
        };
    }

    private static bool IsSolution(string path) => Path.GetExtension(path).ToUpperInvariant() is ".SLN" or ".SLNX";

    private static bool IsProject(string path) => string.Equals(Path.GetExtension(path), ".csproj", StringComparison.OrdinalIgnoreCase);
}
