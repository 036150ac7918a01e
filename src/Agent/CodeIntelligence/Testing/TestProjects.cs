using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Websopy.SemanticKernel.CodeIntelligence.Testing;

/// <summary>Builds test projects and finds out how they are run.</summary>
internal sealed class TestProjects(TestOptions options, TimeProvider timeProvider)
{
    private const string NativeXunit = "xunit.v3.core";

    /// <summary>Builds a project.</summary>
    /// <exception cref="CodeException">It does not build, or not in time.</exception>
    public async Task<TestProgram> BuildAsync(string project, string folder, CancellationToken cancellationToken)
    {
        var framework = await NewestFrameworkAsync(project, cancellationToken).ConfigureAwait(false);
        string[] choice = framework is null ? [] : [$"-p:TargetFramework={framework}"];
        var build = await DotnetAsync(project, ["build", project, "-v", "q", "-nologo", "-nodeReuse:false", "-clp:NoSummary", .. choice], cancellationToken).ConfigureAwait(false);
        var name = Path.GetFileNameWithoutExtension(project);
        if (build.TimedOut)
            throw new CodeException(CodeErrorKind.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{name} was not built within {options.BuildTime.TotalSeconds:0} s; no test of it was run."));
        if (build.ExitCode != 0)
            throw new CodeException(CodeErrorKind.CompileErrors, $"{name} does not build; no test of it was run.\n{Errors(build.Output, folder)}");

        var properties = await PropertiesAsync(project, choice, ["TargetPath", "RunCommand", "IsTestingPlatformApplication", "ProjectAssetsFile"], cancellationToken).ConfigureAwait(false);
        var program = properties["RunCommand"];
        return new TestProgram(PlatformOf(properties["ProjectAssetsFile"], properties["IsTestingPlatformApplication"]), properties["TargetPath"], File.Exists(program) ? program : null);
    }

    /// <summary>The newest of the frameworks that a project is built for.</summary>
    internal static string? Newest(string frameworks) => frameworks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(framework => framework.StartsWith("net", StringComparison.Ordinal) && framework.Contains('.', StringComparison.Ordinal) && !framework.StartsWith("netstandard", StringComparison.Ordinal))
        .OrderByDescending(framework => Version.TryParse(framework[3..].Split('-')[0], out var version) ? version : new Version(0, 0))
        .FirstOrDefault();

    private static TestPlatform PlatformOf(string assetsFile, string isTestingPlatform)
    {
        if (File.Exists(assetsFile))
        {
            using var file = File.OpenRead(assetsFile);
            using var assets = JsonDocument.Parse(file);
            if (assets.RootElement.TryGetProperty("libraries", out var libraries) && libraries.EnumerateObject().Any(library => library.Name.StartsWith(NativeXunit, StringComparison.OrdinalIgnoreCase)))
                return TestPlatform.XunitV3;
        }

        return string.Equals(isTestingPlatform, "true", StringComparison.OrdinalIgnoreCase) ? TestPlatform.TestingPlatform : TestPlatform.VSTest;
    }

    private static string Errors(string output, string folder) => string.Join('\n', output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().Take(20)
        .Select(line => line.Trim().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));

    private async Task<string?> NewestFrameworkAsync(string project, CancellationToken cancellationToken) =>
        Newest((await PropertiesAsync(project, [], ["TargetFrameworks", "TargetFramework"], cancellationToken).ConfigureAwait(false))["TargetFrameworks"]);

    private async Task<Dictionary<string, string>> PropertiesAsync(string project, string[] choice, string[] names, CancellationToken cancellationToken)
    {
        var outcome = await DotnetAsync(project, ["msbuild", project, "-nologo", .. choice, .. names.Select(name => "-getProperty:" + name)], cancellationToken).ConfigureAwait(false);
        if (outcome.ExitCode != 0)
            throw new CodeException(CodeErrorKind.NotLoaded, $"{Path.GetFileNameWithoutExtension(project)} could not be evaluated; no test of it was run.", new InvalidOperationException(outcome.Output));
        using var document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.GetProperty("Properties").Deserialize<Dictionary<string, string>>()!;
    }

    private Task<ProcessOutcome> DotnetAsync(string project, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        BoundedProcess.RunAsync(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Path.GetDirectoryName(project) }, options.BuildTime, options.OutputBytes, timeProvider, cancellationToken);
}
