using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Websopy.SemanticKernel.CodeIntelligence.Files;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Makes projects from their records, whether these come from MSBuild or from disk.</summary>
/// <param name="folder">The solution's folder.</param>
/// <param name="metadata">Shares what projects reference.</param>
internal sealed class ProjectRecordWriter(SolutionFolder folder, MetadataPool metadata)
{
    /// <summary>The projects, with the ids that <paramref name="ids"/> gives them.</summary>
    /// <param name="records">What to make.</param>
    /// <param name="ids">One id for each project that is made or referenced.</param>
    /// <param name="syntax">Where texts come from that have been read already, so that both tell the same.</param>
    public ImmutableArray<ProjectInfo> Write(IEnumerable<ProjectRecord> records, IReadOnlyDictionary<ProjectKey, ProjectId> ids, SyntaxIndex syntax)
    {
        // A generator that was built anew since the last load needs a loader that has not seen the old one.
        var loader = new AnalyzerLoader();
        return [.. records.Select(record => Write(record, ids, syntax, loader))];
    }

    /// <summary>One source file of a project.</summary>
    public DocumentInfo Document(ProjectId project, DocumentRecord record, SyntaxIndex syntax)
    {
        var loader = syntax.Trees.TryGetValue(folder.Display(record.Path), out var tree) && tree.TryGetText(out var text)
            ? TextLoader.From(TextAndVersion.Create(text, VersionStamp.Create(), record.Path))
            : new FileTextLoader(record.Path, defaultEncoding: null);
        return DocumentInfo.Create(DocumentId.CreateNewId(project, record.Path), record.Name, record.Folders, SourceCodeKind.Regular, loader, record.Path, record.IsGenerated);
    }

    private ProjectInfo Write(ProjectRecord record, IReadOnlyDictionary<ProjectKey, ProjectId> ids, SyntaxIndex syntax, AnalyzerLoader loader)
    {
        var id = ids[record.Key];
        var directory = Path.GetDirectoryName(record.FilePath)!;
        return ProjectInfo.Create(
                id,
                VersionStamp.Create(),
                record.Name,
                record.AssemblyName,
                LanguageNames.CSharp,
                record.FilePath,
                record.OutputFilePath,
                record.Compilation is { } compilation ? Options(compilation, directory) : new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                record.Parse is { } parse ? Options(parse) : CSharpParseOptions.Default,
                record.Documents.Select(document => Document(id, document, syntax)),
                record.ProjectReferences.Select(reference => new ProjectReference(ids[reference.Project], reference.Aliases, reference.EmbedInteropTypes)),
                record.References.Select(metadata.Get).OfType<MetadataReference>(),
                record.Analyzers.Where(File.Exists).Select(path => Analyzer(path, loader)),
                record.AdditionalDocuments.Select(document => Document(id, document, syntax)),
                outputRefFilePath: record.OutputRefFilePath)
            .WithDefaultNamespace(record.DefaultNamespace)
            .WithCompilationOutputInfo(default(CompilationOutputInfo).WithAssemblyPath(record.IntermediateAssemblyPath).WithGeneratedFilesOutputDirectory(record.GeneratedFilesFolder))
            .WithAnalyzerConfigDocuments(record.ConfigDocuments.Select(document => Document(id, document, syntax)));
    }

    private static AnalyzerFileReference Analyzer(string path, AnalyzerLoader loader)
    {
        loader.AddDependencyLocation(path);
        var reference = new AnalyzerFileReference(path, loader);
        AnalyzerFailures.Follow(reference);
        return reference;
    }

    private static CSharpParseOptions Options(ParseRecord record) =>
        new CSharpParseOptions(record.Language, record.Documentation, record.Kind, record.Symbols).WithFeatures(record.Features);

    // The resolvers are those of MSBuildProjectLoader.
    private static CSharpCompilationOptions Options(CompilationRecord record, string directory) => new(
        record.Output,
        moduleName: record.ModuleName,
        mainTypeName: record.MainTypeName,
        optimizationLevel: record.Optimization,
        checkOverflow: record.CheckOverflow,
        allowUnsafe: record.AllowUnsafe,
        cryptoKeyContainer: record.KeyContainer,
        cryptoKeyFile: record.KeyFile,
        cryptoPublicKey: record.PublicKey,
        delaySign: record.DelaySign,
        platform: record.Platform,
        generalDiagnosticOption: record.General,
        warningLevel: record.WarningLevel,
        specificDiagnosticOptions: record.Specific,
        deterministic: record.Deterministic,
        xmlReferenceResolver: new XmlFileResolver(directory),
        sourceReferenceResolver: new SourceFileResolver([], directory),
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        strongNameProvider: new DesktopStrongNameProvider([directory], Path.GetTempPath()),
        publicSign: record.PublicSign,
        nullableContextOptions: record.Nullable);
}
