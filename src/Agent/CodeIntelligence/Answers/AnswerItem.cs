namespace Websopy.SemanticKernel.CodeIntelligence.Answers;

/// <summary>A part of an answer that is shown as a whole or left out as a whole.</summary>
/// <param name="Heading">The line above it, once for all neighbours that have the same, usually a file; or null.</param>
/// <param name="Text">One line or several.</param>
internal readonly record struct AnswerItem(string? Heading, string Text);
