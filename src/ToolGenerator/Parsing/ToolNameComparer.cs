namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Compares names of tools as a plugin of Semantic Kernel does: without case, and without the hyphens that it does not have.</summary>
internal sealed class ToolNameComparer : IEqualityComparer<string>
{
    public static ToolNameComparer OfKernel { get; } = new();

    public bool Equals(string? x, string? y) => StringComparer.OrdinalIgnoreCase.Equals(x?.Replace('-', '_'), y?.Replace('-', '_'));

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Replace('-', '_'));
}
