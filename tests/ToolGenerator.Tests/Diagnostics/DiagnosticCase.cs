namespace Websopy.SemanticKernel.ToolGenerator.Tests.Diagnostics;

/// <summary>Source, and what the analyzer is to say of it.</summary>
/// <param name="Id">The diagnostic that the case is about.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Source">The source, with <c>[|...|]</c> around each place that the diagnostic marks.</param>
/// <param name="Messages">The messages, one a mark.</param>
internal sealed record DiagnosticCase(string Id, string Name, string Source, params string[] Messages)
{
    /// <summary>Further files of the compilation.</summary>
    public string[] Others { get; init; } = [];

    public bool IsPositive => Messages.Length > 0;

    public override string ToString() => $"{Id} {Name}";
}
