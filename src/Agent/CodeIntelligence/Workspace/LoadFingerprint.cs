using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>One value for all that a load depends on: if it is the same, so is the load.</summary>
internal static partial class LoadFingerprint
{
    private const string Version = "1";

    private static readonly ImmutableArray<string> Variables =
    [
        "Configuration", "Platform", "CI", "DOTNET_ROOT", "DOTNET_HOST_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "NUGET_PACKAGES",
        "TargetFramework", "RuntimeIdentifier", "DirectoryBuildPropsPath", "DirectoryBuildTargetsPath",
    ];

    private static readonly ImmutableHashSet<string> Globbed = [".cs", ".razor", ".cshtml", ".resx", ".editorconfig", ".globalconfig"];

    /// <summary>The value, or null if a part of it cannot be known.</summary>
    public static string? Compute(SolutionLocation location, IEnumerable<string> files, BuildFiles build, IReadOnlyCollection<ProjectRecord> projects, CancellationToken cancellationToken)
    {
        if (!build.IsKnown)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Version, location.Key, typeof(MSBuildProjectLoader).Assembly.FullName, typeof(Solution).Assembly.FullName, Environment.Version.ToString());
        foreach (var (path, text) in build.Texts)
        {
            Add(hash, path, text);
        }

        foreach (var path in build.Restored)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(hash, path, File.Exists(path) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) : null);
        }

        AddNames(hash, location, files, build, projects, cancellationToken);
        foreach (var name in build.Texts.Values.SelectMany(Properties).Concat(Variables).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Add(hash, name, Environment.GetEnvironmentVariable(name));
        }

        foreach (var folder in SdkFolders())
        {
            Add(hash, folder);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>The kinds of files that globs look for.</summary>
    public static ImmutableHashSet<string> GlobExtensions(BuildFiles build) =>
        Globbed.Union(build.Texts.Values.SelectMany(text => Globs().Matches(text).Select(match => match.Value[1..])));

    // Which files there are decides what a glob such as **/*.cs finds.
    private static void AddNames(IncrementalHash hash, SolutionLocation location, IEnumerable<string> files, BuildFiles build, IReadOnlyCollection<ProjectRecord> projects, CancellationToken cancellationToken)
    {
        var extensions = GlobExtensions(build);
        var outside = projects.Select(project => Path.GetDirectoryName(project.FilePath)!)
            .Where(folder => !(folder + Path.DirectorySeparatorChar).StartsWith(location.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Where(Directory.Exists)
            .SelectMany(folder => FolderFiles.Enumerate(folder, cancellationToken));
        foreach (var path in files.Concat(outside).Where(path => extensions.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal))
        {
            Add(hash, path);
        }
    }

    private static IEnumerable<string> Properties(string text) => PropertyUse().Matches(text).Select(match => match.Value[2..^1]);

    /// <summary>The SDKs, packs and workloads that are installed.</summary>
    private static IEnumerable<string> SdkFolders()
    {
        var roots = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            .Where(File.Exists)
            .Select(file => Path.GetDirectoryName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file))
            .Append(Environment.GetEnvironmentVariable("DOTNET_ROOT"))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return roots.SelectMany(root => Folders(root, "sdk", 1).Concat(Folders(root, "packs", 2)).Concat(Folders(root, "sdk-manifests", 3))).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Folders(string root, string name, int depth)
    {
        var folder = Path.Combine(root, name);
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth - 1, IgnoreInaccessible = true })
            : [];
    }

    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            // The length keeps "a" + "bc" apart from "ab" + "c", and -1 what is missing from what is empty.
            hash.AppendData(BitConverter.GetBytes(value?.Length ?? -1));
            hash.AppendData(Encoding.UTF8.GetBytes(value ?? ""));
        }
    }

    [GeneratedRegex(@"\*\.[A-Za-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Globs();

    [GeneratedRegex(@"\$\([A-Za-z_][A-Za-z0-9_]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PropertyUse();
}
