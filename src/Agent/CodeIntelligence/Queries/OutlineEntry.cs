namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>A declaration and the file that has it, relative to the solution's folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Declaration">What it declares.</param>
internal readonly record struct OutlineEntry(string Path, SourceDeclaration Declaration);
