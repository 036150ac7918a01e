using System.Runtime.InteropServices;

namespace Websopy.SemanticKernel.CodeIntelligence.Scripts;

/// <summary>The .NET installation that this process runs on: what a program needs to be started by it.</summary>
/// <param name="Root">The folder that holds the dotnet program.</param>
/// <param name="Version">The version of the framework in use.</param>
internal sealed record InstalledRuntime(string Root, string Version)
{
    private const string Framework = "Microsoft.NETCore.App";

    public string Program => Path.Combine(Root, "dotnet");

    public string Host => Path.Combine(Root, "host");

    public string FrameworkFolder => Path.Combine(Root, "shared", Framework, Version);

    /// <summary>Finds it; null if this program has brought its own runtime, which cannot start another program.</summary>
    public static InstalledRuntime? Find()
    {
        DirectoryInfo framework = new(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        if (framework.Parent is not { Name: Framework, Parent: { Name: "shared", Parent: { } root } })
            return null;
        InstalledRuntime runtime = new(root.FullName, framework.Name);
        return File.Exists(runtime.Program) && Directory.Exists(runtime.Host) ? runtime : null;
    }

    /// <summary>The runtimeconfig.json of a program that runs on exactly this framework.</summary>
    public string Configuration() => $$"""
        {
          "runtimeOptions": {
            "tfm": "net{{Environment.Version.ToString(2)}}",
            "rollForward": "Disable",
            "framework": { "name": "{{Framework}}", "version": "{{Version}}" }
          }
        }
        """;
}
