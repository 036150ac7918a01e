namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

/// <summary>The cases of all diagnostics. <see cref="DiagnosticCatalogTests"/> fails where one has none.</summary>
internal static class DiagnosticCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        .. NameCases.All,
        .. ShapeCases.All,
        .. OutsideCases.All,
        .. TypeCases.All,
        .. DefaultCases.All,
        .. DescriptionCases.All,
        .. CancellationCases.All,
    ];
}
