using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Websopy.SemanticKernel.CodeIntelligence.Files;
using Websopy.SemanticKernel.CodeIntelligence.Workspace;

namespace Websopy.SemanticKernel.Agent.Tests.Queries;

/// <summary>A library in two flavours and a program that uses the newer one, in memory.</summary>
internal sealed class SmallSolution : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly string _root = Path.Combine(Path.GetTempPath(), "small-solution");

    /// <param name="files">Sources by path; those under Library/ are in both flavours, those under Program/ in the program.</param>
    public SmallSolution(params (string Path, string Source)[] files)
    {
        Directory.CreateDirectory(_root);
        var newer = Add("Library(net10.0)", "Library", files, "Library/", "NET10_0");
        Add("Library(net8.0)", "Library", files, "Library/", "NET8_0");
        Add("Program", "Program", files, "Program/", "NET10_0", newer);
        var trees = files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).ToImmutableDictionary(
            file => file.Path,
            file => CSharpSyntaxTree.ParseText(SourceText.From(file.Source), Options("NET10_0"), Path.Combine(_root, file.Path)));
        Snapshot = new(new SolutionFolder(_root), new(trees), _workspace.CurrentSolution, []);
    }

    public CodeSnapshot Snapshot { get; }

    public void Dispose() => _workspace.Dispose();

    private static CSharpParseOptions Options(string symbol) => new(LanguageVersion.Preview, DocumentationMode.Diagnose, preprocessorSymbols: [symbol]);

    private ProjectId Add(string name, string assembly, (string Path, string Source)[] files, string folder, string symbol, params ProjectId[] references)
    {
        var id = ProjectId.CreateNewId();
        _workspace.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), name, assembly, LanguageNames.CSharp, Path.Combine(_root, assembly, assembly + ".csproj"),
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: Options(symbol),
            documents: files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)).Select(file => DocumentInfo.Create(
                DocumentId.CreateNewId(id), Path.GetFileName(file.Path), loader: TextLoader.From(TextAndVersion.Create(SourceText.From(file.Source), VersionStamp.Create())), filePath: Path.Combine(_root, file.Path))),
            projectReferences: references.Select(reference => new ProjectReference(reference)),
            metadataReferences: Net100.References.All));
        return id;
    }
}
