namespace Websopy.SemanticKernel.CodeIntelligence;

/// <summary>Asks a person for something that a model wants done.</summary>
/// <param name="Tool">The tool's name, such as <c>edit</c>.</param>
/// <param name="Title">What it is about to do, in one line.</param>
/// <param name="Details">What there is to judge by: for a change its unified diff, for a script its source. Written by a model and therefore not to be trusted as markup; at most 100,000 characters.</param>
/// <param name="Paths">The files that would be written, relative to the solution's folder; none for what only runs.</param>
public sealed record CodeApprovalRequest(string Tool, string Title, string Details, IReadOnlyList<string> Paths);
