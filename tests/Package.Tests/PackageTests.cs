using System.IO.Compression;
using System.Xml.Linq;
using Websopy.SemanticKernel.Package.Tests.Repository;

namespace Websopy.SemanticKernel.Package.Tests;

/// <summary>What is in the packed packages.</summary>
public sealed class PackageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Connector", "net10.0", "Microsoft.Extensions.AI", "Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions")]
    [InlineData("Connector", "net8.0", "Microsoft.Extensions.AI", "Microsoft.Extensions.Http", "Microsoft.Extensions.Options.ConfigurationExtensions", "System.Net.ServerSentEvents")]
    [InlineData("DevServer", "net10.0", "Microsoft.Extensions.AI.OpenAI", "Websopy.SemanticKernel.Connector")]
    public async Task Pack_Project_HasOnlyTheDependenciesMeant(string project, string framework, params string[] dependencies)
    {
        var output = Directory.CreateTempSubdirectory("websopy-pack-");
        try
        {
            var (exitCode, log) = await Repo.RunAsync("dotnet", ["pack", $"src/{project}", "-c", "Release", "-o", output.FullName], Cancel);
            Assert.True(exitCode == 0, log);
            using var package = ZipFile.OpenRead(Assert.Single(output.GetFiles("*.nupkg")).FullName);
            var specification = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
            await using var stream = await specification.OpenAsync(Cancel);
            var metadata = (await XDocument.LoadAsync(stream, LoadOptions.None, Cancel)).Root!.Elements().Single();

            var group = Descendants(metadata, "group").Single(element => (string?)element.Attribute("targetFramework") == framework);
            Assert.Equal(dependencies.Order(), Descendants(group, "dependency").Select(element => (string)element.Attribute("id")!).Order());
            Assert.Equal("MIT", Descendants(metadata, "license").Single().Value);
            Assert.Equal("README.md", Descendants(metadata, "readme").Single().Value);
            Assert.Contains(package.Entries, entry => entry.FullName == $"lib/{framework}/Websopy.SemanticKernel.{project}.xml");
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static IEnumerable<XElement> Descendants(XElement element, string name) =>
        element.Descendants().Where(descendant => descendant.Name.LocalName == name);
}
