using Microsoft.CodeAnalysis;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Workspace;

public sealed class LoadCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LoadCacheTests()
    {
        _folder.Write("Directory.Build.props", "<Project><PropertyGroup><LangVersion>13</LangVersion></PropertyGroup></Project>");
        _folder.WriteProject("A", "<AdditionalFiles Include=\"notes.txt\" />", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><NoWarn>$(NoWarn);CS1591</NoWarn><TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>");
        _folder.WriteProject("B", "<ProjectReference Include=\"../A/A.csproj\" />", code: "public class B : A.AType;");
        _folder.Write("A/notes.txt", "");
        _folder.Write(".editorconfig", "root = true\n");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SecondOpening_NothingChanged_IsTheSameWithoutMSBuild()
    {
        var (first, firstLoads) = await OpenAsync();
        var (second, secondLoads) = await OpenAsync();
        Assert.Equal((1, 0), (firstLoads, secondLoads));
        Assert.Equal(first.Projects.Select(Describe), second.Projects.Select(Describe));
        await WorkspaceAssert.NoErrorsAsync(second);
    }

    [Theory]
    [InlineData("A/A.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("B/obj/project.assets.json")]
    [InlineData("A/Added.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("B/.editorconfig")]
    [InlineData("global.json")]
    public async Task SecondOpening_FileChanged_AsksMSBuild(string name)
    {
        await OpenAsync();
        var text = File.Exists(_folder[name]) ? await File.ReadAllTextAsync(_folder[name], Cancellation) : "";
        _folder.Write(name, Path.GetExtension(name) switch
        {
            ".csproj" => text.Replace("<AllowUnsafeBlocks>true", "<AllowUnsafeBlocks>false", StringComparison.Ordinal),
            ".props" => "<Project><PropertyGroup><LangVersion>12</LangVersion></PropertyGroup></Project>",
            ".json" when name == "global.json" => "{}",
            ".json" => text + " ",
            _ => text + "\n",
        });
        var (solution, loads) = await OpenAsync();
        Assert.Equal(1, loads);
        if (name == "A/A.csproj")
        {
            Assert.All(solution.Projects.Where(project => project.Name.StartsWith('A')), project => Assert.False(((Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions)project.CompilationOptions!).AllowUnsafe));
        }
    }

    [Fact]
    public async Task SecondOpening_ImportOutsideOfTheFolderChanged_AsksMSBuild()
    {
        var import = Path.Combine(_folder.State, "shared.props");
        await File.WriteAllTextAsync(import, "<Project />", Cancellation);
        var project = await File.ReadAllTextAsync(_folder["B/B.csproj"], Cancellation);
        _folder.Write("B/B.csproj", project.Replace("</Project>", $"<Import Project=\"{import}\" /></Project>", StringComparison.Ordinal));
        Assert.Equal(1, (await OpenAsync()).Loads);
        Assert.Equal(0, (await OpenAsync()).Loads);
        await File.WriteAllTextAsync(import, "<Project><PropertyGroup><DefineConstants>$(DefineConstants);SHARED</DefineConstants></PropertyGroup></Project>", Cancellation);
        var (solution, loads) = await OpenAsync();
        Assert.Equal(1, loads);
        Assert.Contains("SHARED", solution.Projects.Single(loaded => loaded.Name == "B").ParseOptions!.PreprocessorSymbolNames);
    }

    [Fact]
    public async Task SecondOpening_ImportThatCannotBeFollowed_IsNeverKept()
    {
        _folder.Write("B/unknown.props", "<Project />");
        var project = await File.ReadAllTextAsync(_folder["B/B.csproj"], Cancellation);
        _folder.Write("B/B.csproj", project.Replace("</Project>", "<PropertyGroup><My>unknown</My></PropertyGroup><Import Project=\"$(My).props\" /></Project>", StringComparison.Ordinal));
        Assert.Equal(1, (await OpenAsync()).Loads);
        Assert.Equal(1, (await OpenAsync()).Loads);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(-100)]
    public async Task SecondOpening_CacheDamaged_AsksMSBuild(int at)
    {
        await OpenAsync();
        var file = Assert.Single(Directory.EnumerateFiles(_folder.State));
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        var (solution, loads) = await OpenAsync();
        Assert.Equal(1, loads);
        await WorkspaceAssert.NoErrorsAsync(solution);
        Assert.Equal(0, (await OpenAsync()).Loads);
    }

    [Fact]
    public async Task SecondOpening_CacheCutOff_AsksMSBuild()
    {
        await OpenAsync();
        var file = Assert.Single(Directory.EnumerateFiles(_folder.State));
        foreach (var length in new[] { 0, 5, 32, 1000 })
        {
            await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Cancellation)).AsMemory(0, length), Cancellation);
            Assert.Equal(1, (await OpenAsync()).Loads);
        }
    }

    [Fact]
    public async Task SecondOpening_CacheOfAnotherSolution_AsksMSBuild()
    {
        await OpenAsync();
        var file = Assert.Single(Directory.EnumerateFiles(_folder.State));
        using var other = new TemporaryFolder();
        other.WriteProject("C");
        await using (var workspace = await CodeWorkspace.OpenAsync(other.Solution, other.State, TimeProvider.System, Cancellation))
        {
            await workspace.WhenLoadedAsync(Cancellation);
        }

        File.Copy(Assert.Single(Directory.EnumerateFiles(other.State)), file, overwrite: true);
        var (solution, loads) = await OpenAsync();
        Assert.Equal((1, 3), (loads, solution.ProjectIds.Count));
    }

    [Fact]
    public async Task SecondOpening_ReferenceDeleted_AsksMSBuild()
    {
        var library = Path.Combine(_folder.State, "Library.dll");
        File.Copy(typeof(FactAttribute).Assembly.Location, library);
        _folder.WriteProject("B", $"<Reference Include=\"Library\" HintPath=\"{library}\" />");
        await OpenAsync();
        File.Delete(library);
        Assert.Equal(1, (await OpenAsync()).Loads);
    }

    [Fact]
    public async Task Opening_StateFolderCannotBeWritten_LoadsAllTheSame()
    {
        var file = Path.Combine(_folder.State, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, Path.Combine(file, "below"), TimeProvider.System, Cancellation);
        Assert.NotNull((await workspace.WhenLoadedAsync(Cancellation)).Solution);
    }

    private async Task<(Solution Solution, int Loads)> OpenAsync()
    {
        await using var workspace = await CodeWorkspace.OpenAsync(_folder.Solution, _folder.State, TimeProvider.System, Cancellation);
        var snapshot = await workspace.WhenLoadedAsync(Cancellation);
        return (snapshot.RequireSolution(), workspace.Loads);
    }

    private static string Describe(Project project)
    {
        var options = (Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions)project.CompilationOptions!;
        var parse = (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)project.ParseOptions!;
        return string.Join('\n',
        [
            project.Name, project.FilePath, project.AssemblyName, project.DefaultNamespace, project.OutputFilePath, project.OutputRefFilePath, project.CompilationOutputInfo.AssemblyPath,
            $"{options.OutputKind} {options.AllowUnsafe} {options.NullableContextOptions} {options.WarningLevel} {options.Deterministic} {options.GeneralDiagnosticOption} {options.OptimizationLevel}",
            string.Join(' ', options.SpecificDiagnosticOptions.OrderBy(option => option.Key, StringComparer.Ordinal)),
            $"{parse.LanguageVersion} {parse.DocumentationMode} {string.Join(' ', parse.PreprocessorSymbolNames)} {string.Join(' ', parse.Features)}",
            .. project.Documents.Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments).Select(document => $"{document.FilePath} {document.Name} {string.Join('/', document.Folders)}"),
            .. project.MetadataReferences.Select(reference => reference.Display),
            .. project.AnalyzerReferences.Select(reference => reference.FullPath),
            .. project.ProjectReferences.Select(reference => project.Solution.GetProject(reference.ProjectId)!.Name),
        ]);
    }
}
