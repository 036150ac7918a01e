namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

/// <summary>The cases of all code fixes. <see cref="ToolCodeFixTests"/> fails where a diagnostic that can be mended has none.</summary>
internal static class CodeFixCases
{
    public static IReadOnlyList<CodeFixCase> All { get; } =
    [
        .. NameFixCases.All,
        .. VisibilityFixCases.All,
        .. AttributeFixCases.All,
        .. SignatureFixCases.All,
        .. CancellationFixCases.All,
    ];
}
