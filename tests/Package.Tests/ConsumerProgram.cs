using Websopy.SemanticKernel.Package.Tests.Repository;

namespace Websopy.SemanticKernel.Package.Tests;

/// <summary>A program outside the repository that references the packed package alone.</summary>
internal sealed class ConsumerProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("websopy-consumer-");
    private readonly PackedPackages _packages;

    public ConsumerProgram(PackedPackages packages)
    {
        _packages = packages;
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{packages.Folder}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Websopy.SemanticKernel.Connector" Version="{packages.Version}" />
                <PackageReference Include="Microsoft.SemanticKernel.Core" Version="{Repo.PackageVersion("Microsoft.SemanticKernel.Core")}" />
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", """
            using System.ComponentModel;
            using System.Text.Json;
            using Microsoft.Extensions.AI;
            using Websopy.SemanticKernel;

            var weather = new Weather();
            var function = weather.AsAIFunctions()[0];
            var arguments = new AIFunctionArguments { ["city"] = JsonDocument.Parse("\"Lisbon\"").RootElement, ["sky"] = "Sunny" };
            Console.WriteLine($"{function.Name}: {await function.InvokeAsync(arguments)}");
            Console.WriteLine(function.JsonSchema);
            var plugin = weather.AsKernelPlugin();
            Console.WriteLine($"plugin {plugin.Name}: {string.Join(", ", plugin.Select(member => member.Name))}");

            enum Sky { Sunny, Cloudy }

            [ToolSet]
            class Weather
            {
                [Tool, Description("Tells the weather.")]
                public string GetForecast([Description("The city.")] string city, int days = 3, Sky sky = Sky.Cloudy) => $"{city}, {days} days, {sky}";

                [Tool]
                public void Undescribed() { }
            }
            """);
    }

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (built, log) = await Repo.RunAsync("dotnet", ["build", _folder.FullName, "-o", Path.Combine(_folder.FullName, "out")], cancellationToken);
        Assert.True(built == 0, log);
        var (exitCode, output) = await Repo.RunAsync("dotnet", [Path.Combine(_folder.FullName, "out", "Consumer.dll")], cancellationToken);
        Assert.True(exitCode == 0, output);
        return log + output;
    }

    /// <summary>Takes the package out of the machine's cache as well: nobody asks for this version again.</summary>
    public void Dispose()
    {
        _folder.Delete(recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var package = Path.Combine(cache, "websopy.semantickernel.connector", _packages.Version);
        if (Directory.Exists(package)) Directory.Delete(package, recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);
}
