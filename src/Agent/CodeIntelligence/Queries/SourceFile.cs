using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>A parsed file.</summary>
/// <param name="Path">Relative to the solution's folder, with forward slashes.</param>
/// <param name="Tree">Its syntax.</param>
internal readonly record struct SourceFile(string Path, SyntaxTree Tree);
