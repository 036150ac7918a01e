using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

/// <summary>This repository as the queries see it.</summary>
internal static class RepositorySnapshot
{
    private static readonly Lazy<SyntaxIndex> Syntax = new(ReadFiles);

    public static async Task<CodeSnapshot> LoadedAsync(RepositoryFixture repository) => WithoutProjects() with { Solution = await repository.SolutionAsync() };

    /// <summary>As it is while the projects are loading.</summary>
    public static CodeSnapshot WithoutProjects() => new(new SolutionFolder(RepositoryFixture.Root), Syntax.Value, null, []);

    private static SyntaxIndex ReadFiles()
    {
        var folder = new SolutionFolder(RepositoryFixture.Root);
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse, preprocessorSymbols: ["NET", "NET10_0", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        return new(Directory.EnumerateFiles(folder.Root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !folder.Display(path).Split('/').Any(part => part is "obj" or "bin"))
            .ToImmutableDictionary(folder.Display, path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path)), options, path)));
    }
}
