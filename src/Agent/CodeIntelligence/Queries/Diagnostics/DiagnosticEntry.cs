using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Diagnostics;

/// <summary>A diagnostic, once for all flavours that have it.</summary>
/// <param name="Path">The file, relative to the solution's folder; null if it is about a project.</param>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="Line">Its line, from 1; 0 if there is none.</param>
/// <param name="Column">Its column, from 1; 0 if there is none.</param>
/// <param name="Id">Its id, such as CS0103.</param>
/// <param name="Severity">The severity that the project gives it.</param>
/// <param name="Message">What it says.</param>
/// <param name="Projects">The projects that have it.</param>
/// <param name="Frameworks">The only frameworks that have it; empty if all do that have the file.</param>
internal sealed record DiagnosticEntry(
    string? Path, int Start, int Line, int Column, string Id, DiagnosticSeverity Severity, string Message, ImmutableArray<string> Projects, ImmutableArray<string> Frameworks);
