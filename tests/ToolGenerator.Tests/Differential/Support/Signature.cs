using System.Reflection;
using Microsoft.Extensions.AI;

namespace Websopy.SemanticKernel.ToolGenerator.Tests.Differential;

/// <summary>A method, and the function that each side makes of it.</summary>
/// <param name="id">The class and the method.</param>
/// <param name="method">The method.</param>
/// <param name="target">The object whose method it is.</param>
/// <param name="functions">All functions that the generated code makes of the object.</param>
/// <param name="newTypes">The types of parameters that no signature before this one has.</param>
/// <param name="options">The oracle's options; by default the default ones.</param>
internal sealed class Signature(string id, MethodInfo method, object? target, IReadOnlyList<AIFunction> functions, IReadOnlySet<Type> newTypes, AIFunctionFactoryOptions? options = null)
{
    private readonly Lazy<AIFunction> _oracle = new(() => AIFunctionFactory.Create(method, method.IsStatic ? null : target, options));

    public string Id => id;

    public MethodInfo Method => method;

    public IReadOnlySet<Type> NewTypes => newTypes;

    /// <summary>What Microsoft's factory makes.</summary>
    public AIFunction Oracle => _oracle.Value;

    /// <summary>What the generated code makes, known by its name.</summary>
    public AIFunction Ours => functions.SingleOrDefault(function => function.Name == Oracle.Name)
        ?? throw new InvalidOperationException($"No function '{Oracle.Name}' was generated for '{method}' of '{id}'.");
}
