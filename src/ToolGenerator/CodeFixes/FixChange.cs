namespace Websopy.SemanticKernel.ToolGenerator.CodeFixes;

/// <summary>A change that mends a diagnostic.</summary>
/// <param name="Title">What the user chooses.</param>
/// <param name="Key">What the change is among those of the same fix: Fix All makes those of one key.</param>
/// <param name="ApplyAsync">Makes the change.</param>
internal sealed record FixChange(string Title, string Key, Func<SolutionEdit, Task> ApplyAsync);
