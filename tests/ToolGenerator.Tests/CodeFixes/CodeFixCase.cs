namespace Websopy.SemanticKernel.ToolGenerator.Tests.CodeFixes;

/// <summary>Source before and after a code fix.</summary>
/// <param name="Id">The diagnostic that is mended.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Before">The source. The first diagnostic of the id is mended.</param>
/// <param name="After">The source afterwards; <see langword="null"/> where no fix is to be offered.</param>
internal sealed record CodeFixCase(string Id, string Name, string Before, string? After)
{
    /// <summary>Which of several fixes is taken, by its title. The default is the first.</summary>
    public string? Title { get; init; }

    /// <summary>Whether all diagnostics of the id are mended at once.</summary>
    public bool IsFixAll { get; init; }

    /// <summary>Other files, before and after.</summary>
    public (string Before, string After)[] Others { get; init; } = [];

    public override string ToString() => $"{Id} {Name}";
}
