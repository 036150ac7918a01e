namespace Websopy.SemanticKernel.CodeIntelligence.Files;

/// <summary>What one file is to become.</summary>
/// <param name="Path">The file, as <see cref="SolutionFolder.Resolve"/> takes or gives it.</param>
/// <param name="Before">The bytes that the change was made from; null if there was no file.</param>
/// <param name="After">The bytes that it shall have; null to delete it.</param>
internal sealed record FileChange(string Path, byte[]? Before, byte[]? After);
