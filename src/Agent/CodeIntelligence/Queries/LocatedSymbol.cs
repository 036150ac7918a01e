using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries;

/// <summary>A symbol that was asked for, in the flavour of the project that most others refer to.</summary>
/// <param name="Symbol">The symbol, as that project's compilation has it.</param>
/// <param name="Project">The flavour.</param>
internal sealed record LocatedSymbol(ISymbol Symbol, Project Project);
