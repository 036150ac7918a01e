using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Scale;

/// <summary>
/// A solution of any size that compiles without errors and is the same every time: projects that reference earlier ones,
/// interfaces, records, generics, extension methods, partial types, nullable references.
/// </summary>
internal sealed class GeneratedSolution
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly List<GeneratedProject> _projects;

    /// <param name="projects">How many projects.</param>
    /// <param name="files">How many C# files in all of them together; at least eight for each.</param>
    public GeneratedSolution(int projects, int files)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(projects, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(files, projects * GeneratedFile.Kinds);
        _projects = [.. Enumerable.Range(0, projects).Select(project => Write(project, (files / projects) + (project < files % projects ? 1 : 0)))];
    }

    public IReadOnlyList<GeneratedProject> Projects => _projects;

    /// <summary>The path of the solution file in a folder that it was written to.</summary>
    public static string SolutionFile(string folder) => Path.Combine(folder, "Scale.sln");

    /// <summary>The projects in memory, their files under a folder that need not exist.</summary>
    public AdhocWorkspace CreateInMemory(string folder = "/scale")
    {
        var workspace = new AdhocWorkspace();
        var ids = _projects.Select(project => ProjectId.CreateNewId(project.Name)).ToList();
        workspace.AddSolution(SolutionInfo.Create(
            SolutionId.CreateNewId(),
            VersionStamp.Default,
            SolutionFile(folder),
            _projects.Select((project, number) => ProjectInfo.Create(
                ids[number],
                VersionStamp.Default,
                project.Name,
                project.Name,
                LanguageNames.CSharp,
                Path.Combine(folder, project.Name, project.Name + ".csproj"),
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Parse),
                documents: project.Files.Append(("GlobalUsings.cs", GlobalUsings)).Select(file => Document(ids[number], Path.Combine(folder, project.Name, file.Item1), file.Item2)),
                projectReferences: project.References.Select(reference => new ProjectReference(ids[reference])),
                metadataReferences: Net100.References.All))));
        return workspace;
    }

    /// <summary>Writes the solution to a folder; it restores without any package.</summary>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await WriteFileAsync(folder, "Scale.sln", SolutionText(), cancellationToken);
        await WriteFileAsync(folder, "Directory.Build.props", "<Project />\n", cancellationToken);
        await WriteFileAsync(folder, "Directory.Build.targets", "<Project />\n", cancellationToken);
        await WriteFileAsync(folder, "Directory.Packages.props", "<Project />\n", cancellationToken);
        await WriteFileAsync(folder, "nuget.config", "<configuration>\n  <packageSources>\n    <clear />\n  </packageSources>\n</configuration>\n", cancellationToken);
        foreach (var project in _projects)
        {
            await WriteFileAsync(folder, $"{project.Name}/{project.Name}.csproj", ProjectText(project), cancellationToken);
            foreach (var (name, code) in project.Files)
            {
                await WriteFileAsync(folder, $"{project.Name}/{name}", code, cancellationToken);
            }
        }
    }

    private static GeneratedProject Write(int number, int files)
    {
        int[] references = number == 0 ? [] : [.. new[] { number - 1, number / 2 }.Distinct()];
        return new GeneratedProject(
            $"P{number}",
            references,
            [.. Enumerable.Range(0, files).Select(index => GeneratedFile.Write(number, index, references.Length == 0 ? null : references[index % references.Length]))]);
    }

    private static DocumentInfo Document(ProjectId project, string path, string code) => DocumentInfo.Create(
        DocumentId.CreateNewId(project, path),
        Path.GetFileName(path),
        loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code, Encoding.UTF8), VersionStamp.Default, path)),
        filePath: path);

    private static string ProjectText(GeneratedProject project) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
        {string.Concat(project.References.Select(reference => $"    <ProjectReference Include=\"../P{reference}/P{reference}.csproj\" />\n"))}  </ItemGroup>
        </Project>

        """;

    private string SolutionText()
    {
        var text = new StringBuilder("Microsoft Visual Studio Solution File, Format Version 12.00\n");
        for (var number = 0; number < _projects.Count; number++)
        {
            var name = _projects[number].Name;
            text.Append(CultureInfo.InvariantCulture, $"Project(\"{{9A19103F-16F7-4668-BE54-9A1E7A4F7556}}\") = \"{name}\", \"{name}/{name}.csproj\", \"{{00000000-0000-0000-0000-{number:D12}}}\"\nEndProject\n");
        }

        text.Append("Global\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n\t\tDebug|Any CPU = Debug|Any CPU\n\tEndGlobalSection\n\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n");
        for (var number = 0; number < _projects.Count; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\t\t{{00000000-0000-0000-0000-{number:D12}}}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{{00000000-0000-0000-0000-{number:D12}}}.Debug|Any CPU.Build.0 = Debug|Any CPU\n");
        }

        return text.Append("\tEndGlobalSection\nEndGlobal\n").ToString();
    }

    private static async Task WriteFileAsync(string folder, string name, string text, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, cancellationToken);
    }
}

/// <param name="Name">The project's name, which is its folder and namespace too.</param>
/// <param name="References">The numbers of the projects that it references.</param>
/// <param name="Files">Paths relative to the project's folder, with their code.</param>
internal sealed record GeneratedProject(string Name, IReadOnlyList<int> References, IReadOnlyList<(string Name, string Code)> Files);
