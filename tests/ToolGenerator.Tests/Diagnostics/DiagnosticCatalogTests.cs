namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

public sealed class DiagnosticCatalogTests;
