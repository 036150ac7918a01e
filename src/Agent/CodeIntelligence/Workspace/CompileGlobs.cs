using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Tells which projects compile a file that they did not know when they were loaded.</summary>
/// <param name="Certain">The default globs decide alone: no need to ask MSBuild.</param>
/// <param name="ProjectFiles">The projects whose globs include the file.</param>
internal sealed record CompileOwners(bool Certain, ImmutableArray<string> ProjectFiles);

/// <summary>
/// The SDK's rule: a project compiles every C# file under its folder but for outputs.
/// It is certain only if no build file says otherwise; else MSBuild is asked, and until it answers the nearest project above a file is taken to own it.
/// </summary>
internal static class CompileGlobs
{
    private static readonly string[] Exceptions = ["<Compile", "EnableDefaultItems", "EnableDefaultCompileItems", "DefaultItemExcludes", "BaseOutputPath", "BaseIntermediateOutputPath"];

    public static CompileOwners Owners(string path, IEnumerable<string> projectFiles, BuildFiles build)
    {
        var above = Above(path, projectFiles);
        if (above.Count == 0)
        {
            return new CompileOwners(!build.Texts.Values.Any(text => text.Contains("<Compile", StringComparison.Ordinal)), []);
        }

        var owners = Nearest(above);
        var certain = above.Count == owners.Length
            && !build.Texts.Any(file => (owners.Contains(file.Key) || !IsProject(file.Key)) && Array.Exists(Exceptions, exception => file.Value.Contains(exception, StringComparison.Ordinal)))
            && owners.All(file => build.Texts.TryGetValue(file, out var text) && text.Contains("Sdk=\"Microsoft.NET.Sdk", StringComparison.Ordinal));
        return new CompileOwners(certain, owners);
    }

    /// <summary>The project files nearest above a file: what its owners are as long as nobody knows better.</summary>
    public static ImmutableArray<string> Nearest(string path, IEnumerable<string> projectFiles) => Nearest(Above(path, projectFiles));

    private static List<string> Above(string path, IEnumerable<string> projectFiles) =>
        [.. projectFiles.Distinct(StringComparer.Ordinal).Where(file => IsUnder(path, Path.GetDirectoryName(file)!))];

    private static ImmutableArray<string> Nearest(List<string> above)
    {
        var nearest = above.Select(file => Path.GetDirectoryName(file)!.Length).DefaultIfEmpty().Max();
        return [.. above.Where(file => Path.GetDirectoryName(file)!.Length == nearest)];
    }

    private static bool IsProject(string path) => path.EndsWith("proj", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnder(string path, string folder) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !FolderFiles.IsInSkipped(path.AsSpan(folder.Length + 1));
}
