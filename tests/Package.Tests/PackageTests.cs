using System.IO.Compression;
using System.Xml.Linq;
using Websopy.SemanticKernel.Package.Tests.Repository;

namespace Websopy.SemanticKernel.Package.Tests;

/// <summary>The packages of this repository, packed once for all tests.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("websopy-pack-");

    /// <summary>A version that no cache of packages has seen.</summary>
    public string Version { get; } = $"0.0.1-test.{Guid.NewGuid():N}";

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "src/Connector", "src/DevServer", "src/Agent" })
        {
            string[] pack = ["pack", project, "-c", "Release", "-o", _folder.FullName, $"-p:MinVerVersionOverride={Version}"];
            var (exitCode, log) = await Repo.RunAsync("dotnet", pack, TestContext.Current.CancellationToken);
            Assert.True(exitCode == 0, log);
        }
    }

    public ZipArchive Open(string project) => ZipFile.OpenRead(Assert.Single(_folder.GetFiles($"Websopy.SemanticKernel.{project}.*.nupkg")).FullName);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

[Collection(Repo.BuildsInPlace)]
public sealed class PackageTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Theory]
    [InlineData("Connector", "net10.0", "Microsoft.Extensions.AI", "Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions", "Microsoft.SemanticKernel.Abstractions")]
    [InlineData("Connector", "net8.0", "Microsoft.Extensions.AI", "Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions", "Microsoft.SemanticKernel.Abstractions", "System.Net.ServerSentEvents")]
    [InlineData("DevServer", "net10.0", "Microsoft.Extensions.AI.OpenAI", "Websopy.SemanticKernel.Connector")]
    [InlineData("Agent", "net10.0", "DiffPlex", "Microsoft.CodeAnalysis.CSharp.Features", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces.MSBuild", "Microsoft.ML.Tokenizers", "Microsoft.ML.Tokenizers.Data.O200kBase", "Microsoft.SemanticKernel.Core", "Microsoft.VisualStudio.SolutionPersistence", "Websopy.SemanticKernel.Connector")]
    public async Task Package_HasOnlyTheDependenciesMeant(string project, string framework, params string[] dependencies)
    {
        using var package = packages.Open(project);
        var metadata = await MetadataAsync(package);
        var group = Descendants(Descendants(metadata, "dependencies").Single(), "group").Single(element => (string?)element.Attribute("targetFramework") == framework);
        Assert.Equal(dependencies.Order(), Descendants(group, "dependency").Select(element => (string)element.Attribute("id")!).Order());
    }

    [Theory]
    [InlineData("Connector", "net10.0", "net8.0")]
    [InlineData("DevServer", "net10.0")]
    [InlineData("Agent", "net10.0")]
    public async Task Package_HasLicenceReadmeAndDocumentation(string project, params string[] frameworks)
    {
        using var package = packages.Open(project);
        var metadata = await MetadataAsync(package);
        Assert.Equal("MIT", Descendants(metadata, "license").Single().Value);
        Assert.Equal("README.md", Descendants(metadata, "readme").Single().Value);
        Assert.All(frameworks, framework => Assert.NotNull(package.GetEntry($"lib/{framework}/Websopy.SemanticKernel.{project}.xml")));
    }

    [Fact]
    public void Connector_BringsTheGeneratorAndItsCodeFixes()
    {
        using var package = packages.Open("Connector");
        var analyzers = package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)).Select(entry => entry.FullName).Order();
        Assert.Equal(
            ["analyzers/dotnet/cs/Websopy.SemanticKernel.ToolGenerator.CodeFixes.dll", "analyzers/dotnet/cs/Websopy.SemanticKernel.ToolGenerator.dll"],
            analyzers);
    }

    [Fact]
    public async Task Connector_ReferencedByAProgram_MakesItsTools()
    {
        using var program = new ConsumerProgram(packages);
        var output = await program.RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains("GetForecast: Lisbon, 3 days, Sunny", output, StringComparison.Ordinal);
        Assert.Contains("""{"type":"object","properties":{"city":{"description":"The city.","type":"string"},"days":{"type":"integer","default":3}""", output, StringComparison.Ordinal);
        Assert.Contains("plugin Weather: GetForecast", output, StringComparison.Ordinal);
        Assert.Contains("warning WSK025", output, StringComparison.Ordinal);
    }

    private static async Task<XElement> MetadataAsync(ZipArchive package)
    {
        var specification = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
        await using var stream = await specification.OpenAsync(TestContext.Current.CancellationToken);
        return (await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();
    }

    private static IEnumerable<XElement> Descendants(XElement element, string name) =>
        element.Descendants().Where(descendant => descendant.Name.LocalName == name);
}
