using System.Reflection;
using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.ToolGenerator.Diagnostics;
using Websopy.SemanticKernel.ToolGenerator.Tests.Support;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

public sealed class DiagnosticCatalogTests
{
    public static IEnumerable<TheoryDataRow<string>> Ids => DiagnosticCatalog.All.Select(descriptor => new TheoryDataRow<string>(descriptor.Id));

    [Fact]
    public void All_EveryField_IsAmongThem()
    {
        var fields = typeof(DiagnosticCatalog).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id);

        Assert.Equal(fields, DiagnosticCatalog.All.Select(descriptor => descriptor.Id));
        Assert.Equal(DiagnosticCatalog.All, new ToolSetAnalyzer().SupportedDiagnostics);
    }

    [Fact]
    public void All_Ids_AreUniqueAndInOrder()
    {
        var ids = DiagnosticCatalog.All.Select(descriptor => descriptor.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.True(ids.Count >= 29);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Cases_EachDiagnostic_HasOneThatSaysItAndOneThatDoesNot(string id)
    {
        Assert.Contains(DiagnosticCases.All, one => one.Id == id && one.IsPositive);
        Assert.Contains(DiagnosticCases.All, one => one.Id == id && !one.IsPositive);
    }

    [Theory, MemberData(nameof(Ids))]
    public void HelpLink_EachDiagnostic_LeadsToItsPage(string id)
    {
        var link = new Uri(Find(id).HelpLinkUri);

        Assert.Equal($"/websopy/websopy-semantickernel/blob/main/docs/diagnostics/{id}.md", link.AbsolutePath);
        Assert.NotEmpty(RepositoryFiles.Read([.. link.AbsolutePath.Split('/')[^3..]]));
    }

    [Theory, MemberData(nameof(Ids))]
    public void AnalyzerReleases_EachDiagnostic_AreItsCategorySeverityAndTitle(string id)
    {
        var descriptor = Find(id);
        var releases = RepositoryFiles.Read("src", "ToolGenerator", "AnalyzerReleases.Unshipped.md") + RepositoryFiles.Read("src", "ToolGenerator", "AnalyzerReleases.Shipped.md");

        Assert.Single(releases.Split('\n'), $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}");
    }

    private static DiagnosticDescriptor Find(string id) => DiagnosticCatalog.All.Single(descriptor => descriptor.Id == id);
}
