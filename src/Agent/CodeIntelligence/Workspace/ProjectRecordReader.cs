using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>Writes down projects that MSBuild has loaded.</summary>
internal static class ProjectRecordReader
{
    /// <param name="infos">What the loader gave.</param>
    /// <param name="solution">The same projects in a solution, which alone tells the default namespace.</param>
    public static ImmutableArray<ProjectRecord> Read(IReadOnlyCollection<ProjectInfo> infos, Solution solution)
    {
        var keys = infos.ToDictionary(info => info.Id, info => new ProjectKey(info.FilePath!, info.Name));
        return [.. infos.Select(info => Read(info, solution.GetProject(info.Id)?.DefaultNamespace, keys))];
    }

    private static ProjectRecord Read(ProjectInfo info, string? defaultNamespace, Dictionary<ProjectId, ProjectKey> keys) => new()
    {
        Name = info.Name,
        FilePath = info.FilePath!,
        AssemblyName = info.AssemblyName,
        DefaultNamespace = defaultNamespace,
        OutputFilePath = info.OutputFilePath,
        OutputRefFilePath = info.OutputRefFilePath,
        IntermediateAssemblyPath = info.CompilationOutputInfo.AssemblyPath,
        GeneratedFilesFolder = info.CompilationOutputInfo.GeneratedFilesOutputDirectory,
        Compilation = info.CompilationOptions is CSharpCompilationOptions compilation ? Read(compilation) : null,
        Parse = info.ParseOptions is CSharpParseOptions parse ? Read(parse) : null,
        ProjectReferences = [.. info.ProjectReferences.Where(reference => keys.ContainsKey(reference.ProjectId))
            .Select(reference => new ProjectReferenceRecord(keys[reference.ProjectId], reference.Aliases.NullToEmpty(), reference.EmbedInteropTypes))],
        References = [.. info.MetadataReferences.OfType<PortableExecutableReference>().Where(reference => reference.FilePath is not null)
            .Select(reference => new MetadataRecord(reference.FilePath!, reference.Properties.Aliases.NullToEmpty(), reference.Properties.EmbedInteropTypes))],
        Analyzers = [.. info.AnalyzerReferences.Select(reference => reference.FullPath).OfType<string>()],
        Documents = Read(info.Documents),
        AdditionalDocuments = Read(info.AdditionalDocuments),
        ConfigDocuments = Read(info.AnalyzerConfigDocuments),
    };

    // A file that is listed twice would be compiled twice; the loader warns of it, and the compiler takes it once.
    private static ImmutableArray<DocumentRecord> Read(IEnumerable<DocumentInfo> documents) =>
        [.. documents.Where(document => document.FilePath is not null)
            .DistinctBy(document => document.FilePath, StringComparer.Ordinal)
            .Select(document => new DocumentRecord(Path.GetFullPath(document.FilePath!), document.Name, [.. document.Folders], document.IsGenerated))];

    private static ParseRecord Read(CSharpParseOptions options) => new(
        options.SpecifiedLanguageVersion,
        options.DocumentationMode,
        options.Kind,
        [.. options.PreprocessorSymbolNames],
        options.Features.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static CompilationRecord Read(CSharpCompilationOptions options) => new()
    {
        Output = options.OutputKind,
        ModuleName = options.ModuleName,
        MainTypeName = options.MainTypeName,
        Optimization = options.OptimizationLevel,
        CheckOverflow = options.CheckOverflow,
        AllowUnsafe = options.AllowUnsafe,
        KeyContainer = options.CryptoKeyContainer,
        KeyFile = options.CryptoKeyFile,
        PublicKey = options.CryptoPublicKey.IsDefault ? [] : options.CryptoPublicKey,
        DelaySign = options.DelaySign,
        PublicSign = options.PublicSign,
        Platform = options.Platform,
        General = options.GeneralDiagnosticOption,
        WarningLevel = options.WarningLevel,
        Specific = options.SpecificDiagnosticOptions.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Deterministic = options.Deterministic,
        Nullable = options.NullableContextOptions,
    };

    private static ImmutableArray<string> NullToEmpty(this ImmutableArray<string> array) => array.IsDefault ? [] : array;
}
