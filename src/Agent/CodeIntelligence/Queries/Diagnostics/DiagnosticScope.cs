namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Diagnostics;

/// <summary>What to compile, and what of it to tell.</summary>
/// <param name="Target">A file, a folder or a project's name; null for the whole solution.</param>
/// <param name="ChangedFiles">If not null, only these files, as changed since some moment; relative to the solution's folder.</param>
/// <param name="Severity">The least severity: error, warning, info or hidden.</param>
/// <param name="WithAnalyzers">Whether the projects' analyzers run too, and what generators report is told.</param>
internal sealed record DiagnosticScope(string? Target = null, IReadOnlyCollection<string>? ChangedFiles = null, string Severity = "warning", bool WithAnalyzers = false);
