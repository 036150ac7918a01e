using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>
/// Compares what a project asks for with what restore last wrote for it. Only what holds whatever the circumstances is compared:
/// a condition, a property or a glob is not evaluated here, so that a note is never wrong.
/// </summary>
internal static class RestoreCheck
{
    /// <summary>What is stale about the project, in words that follow its name, or null.</summary>
    public static string? Find(string projectFile, string assetsFile, BuildFiles build)
    {
        if (!build.Texts.TryGetValue(projectFile, out var text) || BuildFiles.Xml(text) is not { } project || Sdk(project) is not { } sdk)
        {
            return null;
        }

        if (!File.Exists(assetsFile))
        {
            return "has not been restored";
        }

        try
        {
            using var stream = File.OpenRead(assetsFile);
            using var assets = JsonDocument.Parse(stream);
            return assets.RootElement.TryGetProperty("project", out var restored) ? Compare(projectFile, project, sdk, restored, build) : "was restored by a version that is too old";
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidOperationException)
        {
            return "has a list of restored packages that cannot be read";
        }
    }

    private static string? Compare(string projectFile, XElement project, string sdk, JsonElement restored, BuildFiles build)
    {
        var packages = Packages(restored);
        var central = CentralVersions(projectFile, build);
        foreach (var reference in Items(project, "PackageReference"))
        {
            var name = reference.Attribute("Include")!.Value;
            if (!packages.TryGetValue(name, out var range))
            {
                return $"asks for the package {name}, which restore has not seen";
            }

            var version = reference.Attribute("VersionOverride")?.Value ?? reference.Attribute("Version")?.Value ?? central.GetValueOrDefault(name);
            if (version is not null && IsOther(version, range))
            {
                return $"asks for {name} {version}, but {range} was restored";
            }
        }

        return Frameworks(project, restored) ?? ProjectReferences(projectFile, project, restored) ?? Removed(sdk, packages, build);
    }

    // A package that no build file mentions any more; packages that the SDK adds by itself are marked as such.
    private static string? Removed(string sdk, Dictionary<string, string> packages, BuildFiles build) =>
        sdk.StartsWith("Microsoft.NET.Sdk", StringComparison.Ordinal) && build.IsKnown
        && packages.Keys.FirstOrDefault(name => !build.Texts.Values.Any(text => text.Contains(name, StringComparison.OrdinalIgnoreCase))) is { } gone
            ? $"no longer asks for the package {gone}, which was restored"
            : null;

    private static string? Frameworks(XElement project, JsonElement restored)
    {
        var asked = project.Descendants().Where(element => element.Name.LocalName is "TargetFramework" or "TargetFrameworks").ToList();
        if (asked is not [var single] || !BuildFiles.IsUnconditional(single) || single.Value.Contains('$', StringComparison.Ordinal)
            || !restored.TryGetProperty("restore", out var restore) || !restore.TryGetProperty("originalTargetFrameworks", out var frameworks))
        {
            return null;
        }

        var now = single.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var then = frameworks.EnumerateArray().Select(framework => framework.GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return now.SetEquals(then) ? null : $"targets {string.Join(" and ", now)}, but was restored for {string.Join(" and ", then)}";
    }

    private static string? ProjectReferences(string projectFile, XElement project, JsonElement restored)
    {
        if (!restored.TryGetProperty("restore", out var restore) || !restore.TryGetProperty("frameworks", out var frameworks))
        {
            return null;
        }

        var then = frameworks.EnumerateObject()
            .SelectMany(framework => framework.Value.TryGetProperty("projectReferences", out var references) ? references.EnumerateObject() : default)
            .Select(reference => reference.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Items(project, "ProjectReference")
            .Where(reference => !reference.Attributes().Any(attribute => attribute.Name.LocalName is "ReferenceOutputAssembly" or "OutputItemType") && !reference.HasElements)
            .Select(reference => Path.GetFullPath(reference.Attribute("Include")!.Value.Replace('\\', '/'), Path.GetDirectoryName(projectFile)!))
            .FirstOrDefault(path => !then.Contains(path)) is { } missing
                ? $"references the project {Path.GetFileNameWithoutExtension(missing)}, which restore has not seen"
                : null;
    }

    private static Dictionary<string, string> Packages(JsonElement restored)
    {
        Dictionary<string, string> packages = new(StringComparer.OrdinalIgnoreCase);
        foreach (var framework in restored.TryGetProperty("frameworks", out var frameworks) ? frameworks.EnumerateObject() : default)
        {
            foreach (var dependency in framework.Value.TryGetProperty("dependencies", out var dependencies) ? dependencies.EnumerateObject() : default)
            {
                if (!dependency.Value.TryGetProperty("autoReferenced", out var auto) || !auto.GetBoolean())
                {
                    packages[dependency.Name] = dependency.Value.TryGetProperty("version", out var version) ? version.GetString() ?? "" : "";
                }
            }
        }

        return packages;
    }

    private static Dictionary<string, string> CentralVersions(string projectFile, BuildFiles build)
    {
        Dictionary<string, string> versions = new(StringComparer.OrdinalIgnoreCase);
        var file = Directories(projectFile).Select(folder => Path.Combine(folder, "Directory.Packages.props")).FirstOrDefault(build.Texts.ContainsKey);
        if (file is not null && BuildFiles.Xml(build.Texts[file]) is { } root)
        {
            foreach (var group in root.Descendants().Where(element => element.Name.LocalName == "PackageVersion" && element.Attribute("Include") is not null).GroupBy(element => element.Attribute("Include")!.Value))
            {
                // Several versions, or a conditional one, depend on what is not evaluated here.
                if (group.ToList() is [var single] && BuildFiles.IsUnconditional(single) && single.Attribute("Version")?.Value is { } version)
                {
                    versions[group.Key] = version;
                }
            }
        }

        return versions;
    }

    private static IEnumerable<XElement> Items(XElement root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name
            && element.Attribute("Include")?.Value is { Length: > 0 } include && include.AsSpan().IndexOfAny("$*;@") < 0
            && BuildFiles.IsUnconditional(element));

    /// <summary>Whether a plain version differs from the range that it was restored as.</summary>
    private static bool IsOther(string version, string range) =>
        version.AsSpan().IndexOfAny("$*[(,") < 0
        && range.StartsWith('[') && range.EndsWith(", )", StringComparison.Ordinal)
        && Normal(version) is { } asked && Normal(range[1..^3]) is { } restored
        && !asked.Equals(restored, StringComparison.OrdinalIgnoreCase);

    private static string? Normal(string version)
    {
        var end = version.AsSpan().IndexOfAny('-', '+');
        var number = end < 0 ? version : version[..end];
        var label = end >= 0 && version[end] == '-' ? version[end..].Split('+')[0] : "";
        var parts = number.Trim().Split('.').Select(part => int.TryParse(part, out var value) ? value : -1).Concat([0, 0, 0]).Take(4).ToList();
        return parts.Contains(-1) ? null : string.Join('.', parts) + label;
    }

    private static string? Sdk(XElement project) =>
        project.Attribute("Sdk")?.Value ?? project.Elements().FirstOrDefault(element => element.Name.LocalName == "Sdk")?.Attribute("Name")?.Value;

    private static IEnumerable<string> Directories(string projectFile)
    {
        for (var folder = Path.GetDirectoryName(projectFile); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
