using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.Tools;

/// <summary>Makes functions of declarations. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolFunctions
{
    /// <summary>Makes the functions of a tool set.</summary>
    /// <param name="declarations">The tools.</param>
    /// <param name="target">The object whose methods are called; <see langword="null"/> for a static class.</param>
    /// <returns>A function for each declaration, in their order.</returns>
    public static IReadOnlyList<AIFunction> Create(ToolDeclaration[] declarations, object? target)
    {
        ArgumentNullException.ThrowIfNull(declarations);
        var functions = new AIFunction[declarations.Length];
        for (var i = 0; i < functions.Length; i++) functions[i] = new ToolFunction(declarations[i], target);
        return functions;
    }
}
