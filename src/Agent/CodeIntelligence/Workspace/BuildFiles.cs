using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>The files that decide what MSBuild makes of the projects.</summary>
/// <param name="Texts">Project files and what they import, from inside and outside the folder, with their contents.</param>
/// <param name="Restored">What restore wrote for the projects: lists of packages, and what these import.</param>
/// <param name="MissingImports">Imports without a condition that are not there, by the file that asks for them.</param>
/// <param name="IsKnown">False if an import could not be followed, so that a change of it would go unnoticed.</param>
internal sealed partial record BuildFiles(
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<string> Restored,
    ImmutableArray<(string File, string Import)> MissingImports,
    bool IsKnown)
{
    private const int MaxTextBytes = 4 * 1024 * 1024;
    private const int MaxTexts = 5_000;

    // These come with the SDK or with packages, whose versions are in the fingerprint by themselves.
    private static readonly string[] SdkFolders = ["MSBuildExtensionsPath", "MSBuildToolsPath", "MSBuildSDKsPath", "MSBuildBinPath", "NuGetPackageRoot", "VSToolsPath", "NetCoreRoot"];

    /// <summary>Finds them.</summary>
    /// <param name="location">The solution.</param>
    /// <param name="files">All files under its folder.</param>
    /// <param name="projects">What is known of the projects, which may lie outside of it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static BuildFiles Find(SolutionLocation location, IEnumerable<string> files, IReadOnlyCollection<ProjectRecord> projects, CancellationToken cancellationToken)
    {
        var projectFiles = projects.Select(project => project.FilePath).Concat(location.ProjectFiles).ToHashSet(StringComparer.Ordinal);
        var folders = projectFiles.Select(file => Path.GetDirectoryName(file)!).Append(location.Folder).SelectMany(Ancestors).ToHashSet(StringComparer.Ordinal);
        var waiting = new Queue<string>(files.Where(IsBuildFile)
            .Concat(folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder).Where(IsBuildFile)))
            .Concat(projectFiles)
            .Concat(location.SolutionFile is { } solution ? [solution] : []));
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var missing = ImmutableArray.CreateBuilder<(string, string)>();
        var known = true;
        while (waiting.TryDequeue(out var path) && texts.Count < MaxTexts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (texts.ContainsKey(path) || ReadText(path) is not { } text)
            {
                continue;
            }

            texts.Add(path, text);
            foreach (var (import, resolved, isConditional) in Imports(path, text))
            {
                known &= resolved is not null;
                if (resolved is not null && File.Exists(resolved))
                {
                    waiting.Enqueue(resolved);
                }
                else if (resolved is not null && !isConditional && projectFiles.Contains(path))
                {
                    missing.Add((path, import));
                }
            }
        }

        return new BuildFiles(texts.ToImmutable(), RestoredFiles(projects, projectFiles), missing.ToImmutable(), known && waiting.Count == 0);
    }

    /// <summary>Whether a file decides what is in a project or how it is compiled, and may have MSBuild run something when it is loaded.</summary>
    public static bool IsBuildFile(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        return Path.GetExtension(name) is ".csproj" or ".vbproj" or ".fsproj" or ".proj" or ".props" or ".targets" or ".user" or ".projitems" or ".shproj" or ".sln" or ".slnx" or ".rsp"
            || name is "global.json" or "nuget.config" or "packages.lock.json";
    }

    /// <summary>The file's root element, or null if it is not XML.</summary>
    public static XElement? Xml(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            // MSBuild says what is wrong with a broken project, and that becomes a note.
            return null;
        }
    }

    /// <summary>Whether an element holds whatever the circumstances.</summary>
    public static bool IsUnconditional(XElement element) =>
        element.AncestorsAndSelf().All(ancestor => ancestor.Attribute("Condition") is null && ancestor.Name.LocalName is not ("When" or "Otherwise" or "Target"));

    /// <summary>The list of packages that restore wrote for a project, whether it is there or not.</summary>
    public static string AssetsFile(string projectFile, IEnumerable<ProjectRecord> projects)
    {
        var intermediate = projects.FirstOrDefault(project => project.FilePath == projectFile)?.IntermediateAssemblyPath;
        return Ancestors(Path.GetDirectoryName(intermediate)).Take(4).Append(Path.Combine(Path.GetDirectoryName(projectFile)!, "obj"))
            .Select(folder => Path.Combine(folder, "project.assets.json"))
            .FirstOrDefault(File.Exists) ?? Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", "project.assets.json");
    }

    private static ImmutableArray<string> RestoredFiles(IReadOnlyCollection<ProjectRecord> projects, IEnumerable<string> projectFiles) =>
        [.. projectFiles.SelectMany(file =>
        {
            var assets = AssetsFile(file, projects);
            var name = Path.GetFileName(file);
            var folder = Path.GetDirectoryName(assets)!;
            return new[] { assets, Path.Combine(folder, name + ".nuget.g.props"), Path.Combine(folder, name + ".nuget.g.targets") };
        }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Import, string? Resolved, bool IsConditional)> Imports(string path, string text)
    {
        if (!text.Contains("<Import", StringComparison.Ordinal) || Xml(text) is not { } root)
        {
            yield break;
        }

        var folder = Path.GetDirectoryName(path)!;
        foreach (var element in root.Descendants().Where(element => element.Name.LocalName == "Import" && element.Attribute("Sdk") is null))
        {
            var import = element.Attribute("Project")?.Value ?? "";
            var resolved = ThisFolder().Replace(import, _ => folder + "/");
            resolved = path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? ProjectFolder().Replace(resolved, _ => folder + "/") : resolved;
            if (Array.Exists(SdkFolders, name => import.Contains($"$({name})", StringComparison.Ordinal))
                || resolved.Contains("OfFileAbove", StringComparison.Ordinal))
            {
                // The folders above are searched for every kind of build file already.
                continue;
            }

            var isFixed = !resolved.Contains("$(", StringComparison.Ordinal) && !resolved.Contains('*', StringComparison.Ordinal);
            yield return (import, isFixed ? Path.GetFullPath(resolved.Replace('\\', '/'), folder) : null, !IsUnconditional(element));
        }
    }

    private static string? ReadText(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxTextBytes } ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone or locked at this moment: the fingerprint then differs from that of a later look.
            return null;
        }
    }

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (var current = folder; !string.IsNullOrEmpty(current); current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }

    [GeneratedRegex(@"\$\(MSBuildThisFileDirectory\)[/\\]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ThisFolder();

    // In what a project imports, this means the project's folder, which the file does not know.
    [GeneratedRegex(@"\$\(MSBuildProjectDirectory\)[/\\]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ProjectFolder();
}
