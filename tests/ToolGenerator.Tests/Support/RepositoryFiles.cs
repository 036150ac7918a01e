namespace Websopy.SemanticKernel.ToolGenerator.Tests.Support;

/// <summary>Files of the repository that tests hold to the code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    /// <summary>A file's path, from its place in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file's text with line feeds; empty where there is none.</summary>
    public static string Read(params string[] parts) =>
        File.Exists(PathOf(parts)) ? File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n") : "";

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Websopy.SemanticKernel.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
