using System.Diagnostics;

namespace Websopy.SemanticKernel.Agent.Tests.Tools;

/// <summary>A solution of two projects in a folder of its own, restored, to be changed by a test.</summary>
internal sealed class SmallSolution : IAsyncDisposable
{
    private SmallSolution(string folder) => Folder = folder;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "Small.slnx");

    public string State => Folder + "-state";

    public static async Task<SmallSolution> CreateAsync(CancellationToken cancellationToken)
    {
        var solution = new SmallSolution(Directory.CreateTempSubdirectory("websopy-small-").FullName);
        solution.Write("Small.slnx", """<Solution><Project Path="Lib/Lib.csproj" /><Project Path="App/App.csproj" /></Solution>""");
        const string Common = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>";
        solution.Write("Lib/Lib.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{Common}</PropertyGroup></Project>""");
        solution.Write("App/App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{Common}<OutputType>Exe</OutputType></PropertyGroup><ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>""");
        solution.Write("Lib/Greeter.cs", """
            namespace Lib;

            /// <summary>Greets people.</summary>
            public class Greeter
            {
                /// <summary>Says hello.</summary>
                public string Greet(string name) => $"Hello, {name}!";
            }

            """);
        solution.Write("App/Program.cs", """
            using Lib;

            Console.WriteLine(new Greeter().Greet("world"));

            """);
        await solution.DotnetAsync(["restore", solution.Path], cancellationToken);
        return solution;
    }

    public string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Folder, path));

    public void Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Folder, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public async Task DotnetAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(State))
            Directory.Delete(State, recursive: true);
        return ValueTask.CompletedTask;
    }
}
