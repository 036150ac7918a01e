namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>A type to make signatures of.</summary>
/// <param name="Type">The type in C#.</param>
/// <param name="Default">A default in C# for a parameter; <c>default</c> where the language knows no other, <see langword="null"/> where the schemas differ on purpose.</param>
/// <param name="Attribute">A default as the argument of <c>[DefaultValue]</c>, or <see langword="null"/>.</param>
internal sealed record Leaf(string Type, string? Default = "default", string? Attribute = null)
{
    /// <summary>The type as part of a method's name.</summary>
    public string Name { get; } = string.Concat(Type.Replace("[]", "Array", StringComparison.Ordinal).Where(char.IsAsciiLetterOrDigit)) is { } name ? char.ToUpperInvariant(name[0]) + name[1..] : "";
}
