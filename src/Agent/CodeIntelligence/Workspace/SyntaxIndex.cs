using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Workspace;

/// <summary>The C# files under the solution's folder, parsed.</summary>
/// <param name="Trees">By path relative to the folder, with forward slashes.</param>
internal sealed record SyntaxIndex(ImmutableDictionary<string, SyntaxTree> Trees)
{
    public static SyntaxIndex Empty { get; } = new(ImmutableDictionary<string, SyntaxTree>.Empty);

    /// <summary>How many C# files are missing because they are too large, too many, or not text.</summary>
    public int LeftOut { get; init; }
}
