using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

namespace Websopy.SemanticKernel.Agent.Tests.Changes.Refactoring;

/// <summary>Small solutions in memory.</summary>
internal static class Code
{
    /// <summary>One project, a file each: its name and its text.</summary>
    public static Solution Of(params (string Name, string Text)[] files) => Flavours([[]], files);

    /// <summary>The same files in one project for each set of preprocessor symbols.</summary>
    public static Solution Flavours(string[][] symbols, params (string Name, string Text)[] files)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var (set, i) in symbols.Select((set, i) => (set, i)))
        {
            var id = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, $"P({i})", "P", LanguageNames.CSharp, filePath: "/code/P.csproj",
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose, preprocessorSymbols: set), metadataReferences: Net100.References.All));
            foreach (var (name, text) in files)
            {
                var document = DocumentId.CreateNewId(id);
                solution = name.EndsWith(".editorconfig", StringComparison.Ordinal)
                    ? solution.AddAnalyzerConfigDocument(document, name, SourceText.From(text), filePath: "/code/" + name)
                    : solution.AddDocument(document, name, SourceText.From(text, SourceBytes.Default), filePath: "/code/" + name);
            }
        }

        return solution;
    }

    public static Document File(this Solution solution, string name, int flavour = 0) =>
        solution.Projects.ElementAt(flavour).Documents.Single(document => document.Name == name);

    public static async Task<string> TextOf(this Solution solution, string name, int flavour = 0) =>
        (await solution.File(name, flavour).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>What the token that follows a mark in a file declares or names.</summary>
    public static async Task<ISymbol> SymbolAt(this Solution solution, string name, string mark, int flavour = 0)
    {
        var document = solution.File(name, flavour);
        var text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        var root = (await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken))!;
        var model = (await document.GetSemanticModelAsync(TestContext.Current.CancellationToken))!;
        var token = root.FindToken(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length);
        var symbol = model.GetDeclaredSymbol(token.Parent!, TestContext.Current.CancellationToken) ?? model.GetSymbolInfo(token.Parent!, TestContext.Current.CancellationToken).Symbol;
        Assert.NotNull(symbol);
        return symbol;
    }
}
