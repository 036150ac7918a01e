using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Reading;

/// <summary>Lines of a file to be read.</summary>
/// <param name="Path">The file, as answers show it.</param>
/// <param name="Text">All of its text.</param>
/// <param name="First">The first line, from 1.</param>
/// <param name="Last">The last line, from 1; below the first if there are none.</param>
internal sealed record SourcePart(string Path, SourceText Text, int First, int Last);
