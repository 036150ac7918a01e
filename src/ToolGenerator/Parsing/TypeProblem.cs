namespace Websopy.SemanticKernel.ToolGenerator.Parsing;

/// <summary>Why a type cannot be read or written by generated code.</summary>
/// <param name="Reason">The reason, as part of a sentence.</param>
/// <param name="ContextType">The type that the user's context describes, where that is the reason.</param>
internal sealed record TypeProblem(string Reason, string? ContextType = null)
{
    /// <summary>The compiler reports the type itself.</summary>
    public static TypeProblem OfCompiler { get; } = new("it does not compile");

    /// <summary>A type of the context inside one that is not.</summary>
    public static TypeProblem OfContext(string name) => new($"it contains '{name.Replace("global::", "")}', which the context describes", name.Replace("global::", ""));
}
