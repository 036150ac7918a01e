using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>One flavour of a project as MSBuild evaluated it: all that is needed to make it again without MSBuild.</summary>
internal sealed record ProjectRecord
{
    /// <summary>The file's name, with the framework in parentheses if there are several.</summary>
    public required string Name { get; init; }

    public required string FilePath { get; init; }

    public required string AssemblyName { get; init; }

    public string? DefaultNamespace { get; init; }

    public string? OutputFilePath { get; init; }

    public string? OutputRefFilePath { get; init; }

    public string? IntermediateAssemblyPath { get; init; }

    public string? GeneratedFilesFolder { get; init; }

    public CompilationRecord? Compilation { get; init; }

    public ParseRecord? Parse { get; init; }

    public required ImmutableArray<ProjectReferenceRecord> ProjectReferences { get; init; }

    public required ImmutableArray<MetadataRecord> References { get; init; }

    public required ImmutableArray<string> Analyzers { get; init; }

    public required ImmutableArray<DocumentRecord> Documents { get; init; }

    public required ImmutableArray<DocumentRecord> AdditionalDocuments { get; init; }

    public required ImmutableArray<DocumentRecord> ConfigDocuments { get; init; }

    /// <summary>What stays the same for the same project when it is loaded again.</summary>
    [JsonIgnore]
    public ProjectKey Key => new(FilePath, Name);

    /// <summary>All but the source files, to compare two loads by.</summary>
    public string Shape() => JsonSerializer.Serialize(this with { Documents = [] }, ProjectRecordJson.Default.ProjectRecord);
}

internal readonly record struct ProjectKey(string FilePath, string Name);

internal sealed record ProjectReferenceRecord(ProjectKey Project, ImmutableArray<string> Aliases, bool EmbedInteropTypes);

internal sealed record MetadataRecord(string Path, ImmutableArray<string> Aliases, bool EmbedInteropTypes);

internal sealed record DocumentRecord(string Path, string Name, ImmutableArray<string> Folders, bool IsGenerated);

internal sealed record ParseRecord(LanguageVersion Language, DocumentationMode Documentation, SourceCodeKind Kind, ImmutableArray<string> Symbols, ImmutableSortedDictionary<string, string> Features);

internal sealed record CompilationRecord
{
    public required OutputKind Output { get; init; }

    public string? ModuleName { get; init; }

    public string? MainTypeName { get; init; }

    public OptimizationLevel Optimization { get; init; }

    public bool CheckOverflow { get; init; }

    public bool AllowUnsafe { get; init; }

    public string? KeyContainer { get; init; }

    public string? KeyFile { get; init; }

    public ImmutableArray<byte> PublicKey { get; init; } = [];

    public bool? DelaySign { get; init; }

    public bool PublicSign { get; init; }

    public Platform Platform { get; init; }

    public ReportDiagnostic General { get; init; }

    public int WarningLevel { get; init; }

    public required ImmutableSortedDictionary<string, ReportDiagnostic> Specific { get; init; }

    public bool Deterministic { get; init; }

    public NullableContextOptions Nullable { get; init; }
}

/// <summary>What a load gave, as it is kept on disk.</summary>
/// <param name="Solution">Whose projects they are.</param>
/// <param name="Fingerprint">Of all that the load read.</param>
/// <param name="Projects">Every flavour of every project.</param>
internal sealed record LoadRecord(string Solution, string Fingerprint, ImmutableArray<ProjectRecord> Projects);

[JsonSerializable(typeof(LoadRecord))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ProjectRecordJson : JsonSerializerContext;
