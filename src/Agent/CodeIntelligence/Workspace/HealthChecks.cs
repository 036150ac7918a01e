using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Says in words what is the matter with loaded projects.</summary>
internal static partial class HealthChecks
{
    private const int MaxMessage = 400;

    private static readonly string[] Preambles = ["with message: ", "Detailed error: "];

    // What a platform's symbol promises, and the assembly that only its workload brings.
    private static readonly ImmutableArray<(string Symbol, string Assembly)> Platforms =
    [
        ("ANDROID", "Mono.Android"), ("IOS", "Microsoft.iOS"), ("TVOS", "Microsoft.tvOS"), ("MACCATALYST", "Microsoft.MacCatalyst"), ("MACOS", "Microsoft.macOS"),
    ];

    /// <summary>The notes about a load.</summary>
    public static ImmutableArray<HealthNote> Of(ProjectLoad load, BuildFiles build, string folder)
    {
        if (load is { Projects.IsEmpty: true, Failures.IsEmpty: true })
        {
            return [new HealthNote(null, HealthKind.ProjectFailed, "The solution holds no C# project, so only syntax answers; open another solution or add a project to it.")];
        }

        // Of a reference that leads nowhere the loader speaks twice; the project that has it is the one to correct.
        var isDangling = load.Failures.Any(failure => failure.Contains("The referenced project ", StringComparison.Ordinal));
        List<HealthNote> notes = [.. load.Failures
            .Where(failure => !isDangling || !failure.StartsWith("Project file not found", StringComparison.Ordinal))
            .Select(failure => Failure(failure, load.Projects, folder))];
        var failed = notes.Select(note => note.Project).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (file, import) in build.MissingImports.Where(missing => !failed.Contains(Name(missing.File))))
        {
            notes.Add(new HealthNote(Name(file), HealthKind.ProjectFailed, $"{Name(file)} imports {import}, which does not exist, so its settings may be incomplete; create the file or remove the import."));
        }

        foreach (var group in load.Projects.GroupBy(project => project.FilePath, StringComparer.Ordinal).Where(group => !failed.Contains(Name(group.Key))))
        {
            notes.AddRange(OfProject(group.Key, [.. group], build));
        }

        return [.. notes.Distinct()];
    }

    /// <summary>A failure that stopped the whole load.</summary>
    public static HealthNote Failure(string message, ImmutableArray<ProjectRecord> projects, string folder)
    {
        var project = projects.Select(record => record.FilePath).Distinct(StringComparer.Ordinal).FirstOrDefault(file => message.Contains($"'{file}'", StringComparison.Ordinal));
        var name = project is null ? null : Name(project);
        var said = Shorten(message, folder);
        var subject = name ?? "The solution";
        return IsSdk(message)
            ? new HealthNote(name, HealthKind.MissingSdkOrWorkload, $"{subject} needs an SDK or a workload that is not installed ({said}); install it or correct global.json or the project's Sdk, answers about it are empty until then.")
            : IsRestore(message)
                ? new HealthNote(name, HealthKind.StaleRestore, $"{subject} could not be loaded as restored ({said}); run dotnet restore.")
                : new HealthNote(name, HealthKind.ProjectFailed, $"{subject} failed to load ({said}); correct that, answers about it are incomplete until then.");
    }

    private static IEnumerable<HealthNote> OfProject(string file, ImmutableArray<ProjectRecord> flavours, BuildFiles build)
    {
        var name = Name(file);
        if (RestoreCheck.Find(file, BuildFiles.AssetsFile(file, flavours), build) is { } stale)
        {
            yield return new HealthNote(name, HealthKind.StaleRestore, $"{name} {stale}, so errors about missing types may be untrue; run dotnet restore.");
        }
        else if (flavours.SelectMany(flavour => flavour.References).FirstOrDefault(reference => !File.Exists(reference.Path)) is { } missing)
        {
            yield return new HealthNote(name, HealthKind.StaleRestore, $"{name} refers to {Path.GetFileName(missing.Path)}, which is not there, so errors about missing types may be untrue; run dotnet restore and dotnet build.");
        }

        foreach (var flavour in flavours)
        {
            var symbols = flavour.Parse?.Symbols ?? [];
            if (Platforms.FirstOrDefault(platform => symbols.Contains(platform.Symbol) && !Has(flavour, platform.Assembly)).Symbol is { } platform)
            {
                yield return new HealthNote(name, HealthKind.MissingSdkOrWorkload, $"{name} targets {platform} but its workload is not installed, so errors about missing types may be untrue; run dotnet workload restore.");
            }
            else if (flavour.References.IsEmpty && flavour.ProjectReferences.IsEmpty)
            {
                yield return new HealthNote(name, HealthKind.MissingSdkOrWorkload, $"{flavour.Name} has no reference assemblies, so all types seem to be missing; run dotnet restore, or install the SDK that knows its target framework.");
            }
        }

        foreach (var analyzer in flavours.SelectMany(flavour => flavour.Analyzers).Distinct(StringComparer.Ordinal).Where(path => !File.Exists(path)))
        {
            yield return new HealthNote(name, HealthKind.GeneratorFailed, $"The generator or analyzer {Path.GetFileName(analyzer)} of {name} is not there, so code that it generates seems to be missing; run dotnet build (or dotnet restore, if it comes from a package).");
        }
    }

    private static bool Has(ProjectRecord project, string assembly) =>
        project.References.Any(reference => Path.GetFileNameWithoutExtension(reference.Path).Equals(assembly, StringComparison.OrdinalIgnoreCase));

    private static bool IsSdk(string message) =>
        message.Contains("hostfxr_resolve_sdk", StringComparison.Ordinal)
        || message.Contains("SDK was not found", StringComparison.OrdinalIgnoreCase)
        || (message.Contains("SDK '", StringComparison.Ordinal) && message.Contains("could not be found", StringComparison.Ordinal))
        || message.Contains("MSB4236", StringComparison.Ordinal)
        || message.Contains("workload", StringComparison.OrdinalIgnoreCase)
        || message.Contains("NETSDK1045", StringComparison.Ordinal);

    private static bool IsRestore(string message) =>
        message.Contains("project.assets.json", StringComparison.Ordinal) || message.Contains("NuGet package restore", StringComparison.OrdinalIgnoreCase);

    // One line, short, and no path that leads out of the folder.
    private static string Shorten(string message, string folder)
    {
        var line = Space().Replace(message, " ").Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        line = OutsidePath().Replace(line, match => match.Groups[1].Value + Path.GetFileName(match.Groups[2].Value));
        foreach (var preamble in Preambles)
        {
            var start = line.IndexOf(preamble, StringComparison.Ordinal);
            line = start < 0 ? line : line[(start + preamble.Length)..];
        }

        line = line.Split(" Learn about ")[0].Trim(' ', '.');
        return line.Length <= MaxMessage ? line : line[..MaxMessage] + "...";
    }

    private static string Name(string projectFile) => Path.GetFileNameWithoutExtension(projectFile);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Space();

    [GeneratedRegex(@"(^|[\s'""(\[])((?:[A-Za-z]:\\|/)(?:[^\s'""\[\]()/\\]+[/\\])+[^\s'""\[\]()/\\]*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OutsidePath();
}
