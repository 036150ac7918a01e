using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Reading;

/// <summary>What there is to read.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Parts">Parts of files, several for a partial type.</param>
/// <param name="Documentation">Instead of parts, the documentation of a symbol that has no source here, line by line.</param>
/// <param name="Projects">The names of the projects that it belongs to; null if that is not known.</param>
internal sealed record ReadResult(string Title, ImmutableArray<SourcePart> Parts, ImmutableArray<string> Documentation, IReadOnlySet<string>? Projects);
