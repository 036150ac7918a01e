using System.ComponentModel;
using System.Text.Json;

namespace Websopy.SemanticKernel.Tools;

/// <summary>What is known of a tool when it is compiled. Made by generated code, once for each method; thread-safe.</summary>
/// <remarks>Schemas stay text until somebody asks for them: most programs make many more tools than they call.</remarks>
/// <param name="name">The function's name.</param>
/// <param name="description">What the function does, or an empty string.</param>
/// <param name="schema">The JSON schema of the arguments.</param>
/// <param name="resultSchema">The JSON schema of the result; <see langword="null"/> where there is no result.</param>
/// <param name="types">The types of the tool set. Asked for when the first value needs them.</param>
/// <param name="invoker">Binds, calls and returns.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolDeclaration(string name, string description, ToolSchema schema, ToolSchema? resultSchema, Func<ToolTypes> types, ToolInvoker invoker)
{
    /// <summary>The function's name.</summary>
    public string Name => name;

    /// <summary>What the function does.</summary>
    public string Description => description;

    /// <summary>Whether the schema keeps to the strict mode of structured tool calls.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether a serializer context of the user's has a say in how arguments are read, simple ones too.</summary>
    public bool HasContext { get; init; }

    /// <summary>The types of the parameters in the schema, in their order. Needed by Semantic Kernel alone.</summary>
    public Func<Type[]>? ParameterTypes { get; init; }

    /// <summary>The type of the result, without its task. Needed by Semantic Kernel alone.</summary>
    public Type? ResultType { get; init; }

    internal JsonElement Schema => schema.Element;

    internal JsonElement? ResultSchema => resultSchema?.Element;

    internal ToolTypes Types => types();

    internal ToolInvoker Invoker => invoker;
}
