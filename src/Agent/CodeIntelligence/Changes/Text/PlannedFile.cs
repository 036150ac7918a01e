using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Text;

/// <summary>What all edits of a file come to.</summary>
/// <param name="Path">The file as the edits name it.</param>
/// <param name="Before">Its text when it was read, or null if there was none.</param>
/// <param name="After">Its text to be, in the same encoding, or null if it is to be deleted.</param>
internal sealed record PlannedFile(string Path, SourceText? Before, SourceText? After);
