using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Checking;

/// <summary>The errors of the files that a change can reach. All other files have those that they had.</summary>
internal sealed record CheckResult(CheckScope Scope, ImmutableArray<CompileError> Errors);
