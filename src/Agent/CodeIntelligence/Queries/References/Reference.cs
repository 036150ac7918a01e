using System.Collections.Immutable;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.References;

/// <summary>A place that uses or relates to a symbol.</summary>
/// <param name="Path">The file, relative to the solution's folder; of a generated one the generator's name for it.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">The line's text.</param>
/// <param name="Member">What it is in, or what it is if it is a declaration.</param>
/// <param name="IsCall">Whether it is run, not only named as by nameof and comments.</param>
/// <param name="Frameworks">The only frameworks that have it; empty if all do that have the file.</param>
internal sealed record Reference(string Path, int Position, int Line, string Text, string Member, bool IsCall, ImmutableArray<string> Frameworks);
