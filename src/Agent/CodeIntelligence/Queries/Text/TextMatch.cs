namespace Websopy.SemanticKernel.CodeIntelligence.Queries.Text;

/// <summary>A line that has what was looked for.</summary>
/// <param name="Path">The file, relative to the solution's folder.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Where in the line the first match begins, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Before">The lines before it that are shown with it.</param>
/// <param name="After">The lines after it that are shown with it.</param>
internal sealed record TextMatch(string Path, int Line, int Column, string Text, string[] Before, string[] After);
