using System.Text.Json.Serialization;

namespace Websopy.SemanticKernel;

/// <summary>
/// Makes a class a set of tools: at compile time its methods marked with <see cref="ToolAttribute"/>, or with Semantic Kernel's
/// <c>[KernelFunction]</c>, become functions for a model. The class gets the extension methods <c>AsAIFunctions()</c> and, where
/// Semantic Kernel is referenced, <c>AsKernelPlugin()</c>.
/// </summary>
/// <remarks>
/// No reflection is left to run time: the JSON schema of each function is a constant, arguments are bound and results written
/// by generated code, so a tool set works when it is trimmed or compiled ahead of time. Functions that a base class declares
/// belong to the set as well. The class need not be partial, except a static one.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ToolSetAttribute : Attribute
{
    /// <summary>
    /// A <see cref="JsonSerializerContext"/> that describes the types which the generator cannot. A parameter or result whose
    /// type the context lists with <see cref="JsonSerializableAttribute"/> is read and written as the context says. The default
    /// is <see langword="null"/>: no context, which is enough for primitives, enums, collections, records and plain classes.
    /// </summary>
    public Type? JsonContext { get; set; }

    /// <summary>
    /// Whether the schemas keep to the strict mode of structured tool calls: every property is required and no others are
    /// allowed. A signature that cannot be described so is an error when compiled. The default is <see langword="false"/>.
    /// </summary>
    public bool Strict { get; set; }
}
