namespace Websopy.SemanticKernel;

/// <summary>Makes a method of a class marked with <see cref="ToolSetAttribute"/> a function that a model may call.</summary>
/// <remarks>
/// What the model reads of it are <see cref="System.ComponentModel.DescriptionAttribute"/> on method and parameters, or else
/// their XML documentation.
/// </remarks>
/// <param name="name">
/// The function's name: 1 to 64 ASCII letters, digits, underscores and hyphens. The default, <see langword="null"/>, is the
/// method's name, for an asynchronous method without the suffix <c>Async</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolAttribute(string? name = null) : Attribute
{
    /// <summary>The function's name, or <see langword="null"/> to derive it from the method's.</summary>
    public string? Name { get; } = name;
}
