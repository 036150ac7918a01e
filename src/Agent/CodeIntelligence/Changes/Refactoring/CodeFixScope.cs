using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Websopy.SemanticKernel.CodeIntelligence.Changes.Refactoring;

/// <summary>Where a fix is to be made. The hierarchy is closed.</summary>
internal abstract record CodeFixScope;

/// <summary>At one place: the first diagnostic that touches it, or a refactoring of what is selected.</summary>
internal sealed record FixAt(DocumentId Document, TextSpan Span) : CodeFixScope;

/// <summary>Everywhere in one file.</summary>
internal sealed record FixInDocument(DocumentId Document) : CodeFixScope;

/// <summary>Everywhere in one project.</summary>
internal sealed record FixInProject(ProjectId Project) : CodeFixScope;

internal sealed record FixInSolution : CodeFixScope;

/// <summary>Something that can be done at a place.</summary>
/// <param name="Id">The diagnostic that it fixes, or the name of the refactoring.</param>
/// <param name="Title">What it would do; the titles of nested choices are joined by " / ".</param>
/// <param name="EquivalenceKey">What tells it apart from others of one diagnostic, if its author gave it one.</param>
internal sealed record AvailableFix(string Id, string Title, string? EquivalenceKey);

/// <summary>What fixes came to.</summary>
/// <param name="Solution">The solution with them.</param>
/// <param name="Fixed">How many diagnostics are gone, or 1 for a refactoring.</param>
/// <param name="Left">How many of them are still there.</param>
internal sealed record CodeFixResult(Solution Solution, int Fixed, int Left);
