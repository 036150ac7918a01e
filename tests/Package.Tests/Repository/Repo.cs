using System.Diagnostics;
using System.Xml.Linq;

namespace Websopy.SemanticKernel.Package.Tests.Repository;

/// <summary>The repository that these tests were built from, and the programs that are run in it.</summary>
internal static class Repo
{
    /// <summary>The collection of tests that build into the repository's own folders: one after the other.</summary>
    public const string BuildsInPlace = "builds in place";

    public static string Root { get; } = FindRoot();

    /// <summary>Whether a missing tool fails a test instead of skipping it.</summary>
    public static bool IsContinuousIntegration => Environment.GetEnvironmentVariable("CI") == "true";

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The version of a package that the repository is built with.</summary>
    public static string PackageVersion(string package) => XDocument.Load(Path.Combine(Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").Single(element => (string?)element.Attribute("Include") == package).Attribute("Version")!.Value;

    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    /// <summary>Runs a program in the repository's root and gives all it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(WebsopyClientOptions.ApiKeyEnvironmentVariable); // these runs are offline, whoever's machine it is
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Not by the path of a source file: a deterministic build writes another one into the program.</summary>
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Websopy.SemanticKernel.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("These tests run inside the repository that they test.");
    }
}
