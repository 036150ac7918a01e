namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>The folder that nothing leaves: turns a path that a model wrote into a file that may be read or written.</summary>
internal sealed class SolutionFolder
{
    /// <param name="root">The folder of the solution, absolute.</param>
    public SolutionFolder(string root) => Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The absolute path, without a separator at its end.</summary>
    public string Root { get; }

    /// <summary>The path as answers show it: relative to the folder, with forward slashes.</summary>
    public string Display(string absolutePath) => Path.GetRelativePath(Root, absolutePath).Replace('\\', '/');
}
