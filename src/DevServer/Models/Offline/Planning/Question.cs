namespace Websopy.SemanticKernel.DevServer.Offline;

/// <summary>A tool fits, but the request does not say what it needs.</summary>
internal sealed record Question(ToolEntry Tool, IReadOnlyList<ParameterSchema> Missing);
