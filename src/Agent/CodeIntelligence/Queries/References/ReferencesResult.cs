using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>All places of a symbol, before a budget or a filter takes some away.</summary>
/// <param name="Symbol">The symbol as it was understood.</param>
/// <param name="Kind">What the places are.</param>
/// <param name="Places">In the order of files and lines.</param>
internal sealed record ReferencesResult(LocatedSymbol Symbol, ReferenceKind Kind, ImmutableArray<Reference> Places)
{
    /// <summary>Members that calls may go through instead of this one.</summary>
    public ImmutableArray<ISymbol> Through { get; init; } = [];
}
