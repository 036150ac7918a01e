using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class FlavoursTests
{
    [Fact]
    public void Choose_NobodyReferencesIt_IsTheNewest()
    {
        using var workspace = Create(["net8.0", "net10.0", "netstandard2.0"], []);
        Assert.Equal("net10.0", Flavours.Framework(Flavours.Choose(workspace.CurrentSolution, "/a/File.cs")!.Project));
    }

    [Fact]
    public void Choose_OneIsReferenced_IsThatOne()
    {
        using var workspace = Create(["net10.0", "netstandard2.0"], ["netstandard2.0"]);
        var all = Flavours.All(workspace.CurrentSolution, "/a/File.cs");
        Assert.Equal(["netstandard2.0", "net10.0"], all.Select(document => Flavours.Framework(document.Project)));
        Assert.Contains("A(netstandard2.0)", Flavours.ChooseProjects(workspace.CurrentSolution).Select(project => project.Name));
    }

    [Fact]
    public void Choose_FileOfNoProject_IsNull()
    {
        using var workspace = Create(["net10.0"], []);
        Assert.Null(Flavours.Choose(workspace.CurrentSolution, "/a/Other.cs"));
    }

    [Fact]
    public void Age_Frameworks_AreInOrder()
    {
        string[] sorted = ["net48", "net481", "netstandard2.0", "netstandard2.1", "netcoreapp3.1", "net5.0", "net8.0-windows", "net10.0"];
        Assert.Equal(sorted, sorted.Reverse().OrderBy(Flavours.Age));
    }

    private static AdhocWorkspace Create(string[] frameworks, string[] referenced)
    {
        var workspace = new AdhocWorkspace();
        foreach (var framework in frameworks)
        {
            var id = ProjectId.CreateNewId();
            workspace.AddProject(ProjectInfo.Create(id, VersionStamp.Default, $"A({framework})", "A", LanguageNames.CSharp, "/a/A.csproj",
                documents: [DocumentInfo.Create(DocumentId.CreateNewId(id), "File.cs", filePath: "/a/File.cs")]));
            if (referenced.Contains(framework))
            {
                workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "User", "User", LanguageNames.CSharp, "/u/User.csproj", projectReferences: [new ProjectReference(id)]));
            }
        }

        return workspace;
    }
}
