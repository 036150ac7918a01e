using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Websopy.SemanticKernel.CodeIntelligence;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class HealthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Health_NotRestored_SaysRestore()
    {
        _folder.WriteProject("A");
        AssertNote(await NotesAsync(), "A", HealthKind.StaleRestore, "has not been restored", "dotnet restore");
    }

    [Fact]
    public async Task Health_RestoredAndThenChanged_SaysWhatIsStaleUntilRestored()
    {
        _folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        _folder.WriteProject("A");
        _folder.WriteProject("B");
        await _folder.RestoreAsync(_folder["A/A.csproj"], Cancellation);
        await _folder.RestoreAsync(_folder["B/B.csproj"], Cancellation);
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        Assert.Empty((await workspace.WhenLoadedAsync(Cancellation)).Health);

        // Written anew with the same content: newer than the list, and not stale.
        _folder.WriteProject("A");
        await workspace.RefreshAsync(Cancellation);
        Assert.Empty((await workspace.WhenLoadedAsync(Cancellation)).Health);

        _folder.WriteProject("A", "<PackageReference Include=\"Some.Package\" Version=\"1.2.3\" />");
        await workspace.RefreshAsync(Cancellation);
        AssertNote((await workspace.WhenLoadedAsync(Cancellation)).Health, "A", HealthKind.StaleRestore, "Some.Package", "dotnet restore");

        _folder.WriteProject("A", "<ProjectReference Include=\"../B/B.csproj\" />");
        await workspace.RefreshAsync(Cancellation);
        AssertNote((await workspace.WhenLoadedAsync(Cancellation)).Health, "A", HealthKind.StaleRestore, "the project B", "dotnet restore");

        await _folder.RestoreAsync(_folder["A/A.csproj"], Cancellation);
        await WorkspaceAssert.EventuallyAsync(workspace, current => current.Health.IsEmpty);
    }

    [Fact]
    public async Task Health_SdkThatDoesNotExist_SaysInstall()
    {
        _folder.Write("A/A.csproj", "<Project Sdk=\"No.Such.Sdk\" />");
        AssertNote(await NotesAsync(), "A", HealthKind.MissingSdkOrWorkload, "No.Such.Sdk", "install it");
    }

    [Fact]
    public async Task Health_GlobalJsonAsksForAnotherSdk_SaysWhichAndSyntaxAnswers()
    {
        _folder.WriteProject("A");
        _folder.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        AssertNote(snapshot.Health, null, HealthKind.MissingSdkOrWorkload, "99.0.100", "global.json");
        Assert.Contains("A/AType.cs", snapshot.Syntax.Trees.Keys);
        Assert.Contains("99.0.100", Assert.Throws<CodeException>(snapshot.RequireSolution).Message, StringComparison.Ordinal);

        File.Delete(_folder["global.json"]);
        await workspace.RefreshAsync(Cancellation);
        Assert.NotNull((await workspace.WhenLoadedAsync(Cancellation)).Solution);
    }

    [Fact]
    public async Task Health_WorkloadMissing_SaysWorkloadRestore()
    {
        _folder.Write("A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0-android</TargetFramework></PropertyGroup></Project>");
        AssertNote(await NotesAsync(), "A", HealthKind.MissingSdkOrWorkload, "ANDROID", "dotnet workload restore");
    }

    [Fact]
    public async Task Health_UnknownFramework_SaysNoReferences()
    {
        _folder.Write("A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net99.0</TargetFramework></PropertyGroup></Project>");
        AssertNote(await NotesAsync(), "A", HealthKind.MissingSdkOrWorkload, "no reference assemblies", "install the SDK");
    }

    [Fact]
    public async Task Health_BrokenProject_SaysWhereAndTouchesDependents()
    {
        _folder.Write("A/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup></Project>");
        _folder.WriteProject("B", "<ProjectReference Include=\"../A/A.csproj\" />");
        _folder.WriteProject("C");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        AssertNote(snapshot.Health, "A", HealthKind.ProjectFailed, "PropertyGroup", "correct that");
        ProjectId Id(string name) => snapshot.RequireSolution().Projects.Single(project => project.Name == name).Id;
        Assert.Contains(snapshot.Touching([Id("B")]), note => note is { Project: "A", Kind: HealthKind.ProjectFailed });
        Assert.DoesNotContain(snapshot.Touching([Id("C")]), note => note.Project == "A");
    }

    [Fact]
    public async Task Health_ReferenceToNoProject_IsOneNoteAboutItsOwner()
    {
        _folder.WriteProject("A", "<ProjectReference Include=\"../nowhere/Gone.csproj\" />");
        Assert.Equal("A", Assert.Single(await NotesAsync(), note => note.Kind == HealthKind.ProjectFailed).Project);
    }

    [Fact]
    public async Task Health_ImportOfNoFile_SaysWhich()
    {
        _folder.WriteProject("A");
        var text = await File.ReadAllTextAsync(_folder["A/A.csproj"], Cancellation);
        _folder.Write("A/A.csproj", text.Replace("</Project>", "<Import Project=\"gone.props\" /></Project>", StringComparison.Ordinal));
        AssertNote(await NotesAsync(), "A", HealthKind.ProjectFailed, "gone.props", "does not exist");
    }

    [Fact]
    public async Task Health_NoCSharpProject_SaysSo()
    {
        _folder.Write("Empty.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\nGlobal\nEndGlobal\n");
        AssertNote(await NotesAsync(), null, HealthKind.ProjectFailed, "no C# project", "syntax");
    }

    [Theory]
    [InlineData("throw new InvalidOperationException();", "threw InvalidOperationException")]
    [InlineData("context.RegisterSourceOutput(context.CompilationProvider, static (output, compilation) => throw new ArgumentException(compilation.AssemblyName));", "threw ArgumentException")]
    public async Task Health_GeneratorThrows_SaysWhich(string body, string problem)
    {
        WriteGenerator(body);
        AssertNote(await NotesAsync(), "A", HealthKind.GeneratorFailed, $"Broken.Generator of A {problem}", "dotnet build");
    }

    [Fact]
    public async Task Health_GeneratorWorks_SaysNothing()
    {
        WriteGenerator("context.RegisterPostInitializationOutput(static output => output.AddSource(\"Made\", \"public class Made;\"));");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var snapshot = await workspace.WhenCheckedAsync(Cancellation);
        Assert.DoesNotContain(snapshot.Health, note => note.Kind == HealthKind.GeneratorFailed);
        Assert.NotNull((await snapshot.RequireSolution().Projects.Single().GetCompilationAsync(Cancellation))!.GetTypeByMetadataName("Made"));
    }

    [Fact]
    public async Task Health_GeneratorCannotBeLoaded_SaysSo()
    {
        WriteGenerator("", "public Generator() => throw new NotSupportedException();");
        AssertNote(await NotesAsync(), "A", HealthKind.GeneratorFailed, "could not be loaded", "dotnet build");
    }

    [Fact]
    public async Task Health_GeneratorNotBuilt_SaysBuildUntilItIs()
    {
        var library = _folder["generator/bin/Broken.dll"];
        _folder.WriteProject("A", $"<Analyzer Include=\"{library}\" />");
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        AssertNote((await workspace.WhenLoadedAsync(Cancellation)).Health, "A", HealthKind.GeneratorFailed, "Broken.dll", "dotnet build");

        Emit(library, "context.RegisterPostInitializationOutput(static output => output.AddSource(\"Made\", \"public class Made;\"));", "");
        await workspace.RefreshAsync(Cancellation);
        var snapshot = await workspace.WhenCheckedAsync(Cancellation);
        Assert.DoesNotContain(snapshot.Health, note => note.Kind == HealthKind.GeneratorFailed);
        Assert.NotNull((await snapshot.RequireSolution().Projects.Single().GetCompilationAsync(Cancellation))!.GetTypeByMetadataName("Made"));

        // Built anew: the new one is run, though the old one has been loaded.
        Emit(library, "context.RegisterPostInitializationOutput(static output => output.AddSource(\"Made\", \"public class MadeAnew;\"));", "");
        await workspace.RefreshAsync(Cancellation);
        snapshot = await workspace.WhenLoadedAsync(Cancellation);
        Assert.NotNull((await snapshot.RequireSolution().Projects.Single().GetCompilationAsync(Cancellation))!.GetTypeByMetadataName("MadeAnew"));
    }

    private void WriteGenerator(string body, string members = "")
    {
        var library = Path.Combine(_folder.State, "generator", "Broken.dll");
        Emit(library, body, members);
        _folder.WriteProject("A", $"<Analyzer Include=\"{library}\" />");
    }

    private static void Emit(string path, string body, string members)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var code = $$"""
            using System;
            using Microsoft.CodeAnalysis;
            namespace Broken
            {
                [Generator]
                public sealed class Generator : IIncrementalGenerator
                {
                    {{members}}
                    public void Initialize(IncrementalGeneratorInitializationContext context) { {{body}} }
                }
            }
            """;
        var result = CSharpCompilation.Create(
            "Broken",
            [CSharpSyntaxTree.ParseText(code)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ISourceGenerator).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private async Task<IReadOnlyList<HealthNote>> NotesAsync()
    {
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        return (await workspace.WhenCheckedAsync(Cancellation)).Health;
    }

    private void AssertNote(IEnumerable<HealthNote> notes, string? project, HealthKind kind, params string[] parts)
    {
        var note = Assert.Single(notes, note => note.Project == project && note.Kind == kind);
        Assert.All(parts, part => Assert.Contains(part, note.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Solution, note.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.State, note.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', note.Message);
    }
}
