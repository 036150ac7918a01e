using System.Diagnostics;
using System.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

/// <summary>A folder for a solution and one for state, both deleted in the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("websopy-workspace-").FullName;

    public TemporaryFolder()
    {
        Directory.CreateDirectory(Solution);
        Directory.CreateDirectory(State);
    }

    public string Solution => Path.Combine(_root, "solution");

    public string State => Path.Combine(_root, "state");

    /// <summary>A path in the solution's folder.</summary>
    public string this[string relative] => Path.Combine(Solution, relative);

    /// <summary>Writes a file of the solution.</summary>
    public string Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
        return this[relative];
    }

    /// <summary>Writes a library and its project.</summary>
    public void WriteProject(string name, string items = "", string properties = "", string code = "")
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {(properties.Contains("<TargetFrameworks>", StringComparison.Ordinal) ? "" : "<TargetFramework>net10.0</TargetFramework>")}
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        Write($"{name}/{name}Type.cs", code.Length > 0 ? code : $"namespace {name};\n\npublic class {name}Type\n{{\n    public int Value => 1;\n}}\n");
    }

    public async Task RestoreAsync(string path, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["restore", path, "--verbosity", "quiet", "-nodeReuse:false"]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, output + await error);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
