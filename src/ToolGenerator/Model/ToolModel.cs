namespace Websopy.SemanticKernel.ToolGenerator.Model;

/// <summary>A tool: what a model is told of it, and how its method is called.</summary>
/// <param name="Name">The name that a model knows.</param>
/// <param name="Description">The description, or an empty string.</param>
/// <param name="DeclaringType">The class that declares the method, with <c>global::</c>.</param>
/// <param name="MethodName">The method, escaped where it is a keyword.</param>
/// <param name="IsStatic">Whether the method needs no object.</param>
/// <param name="Parameters">The parameters, in their order.</param>
/// <param name="Result">What comes back.</param>
/// <param name="Schema">The JSON schema of the arguments.</param>
/// <param name="ResultSchema">The JSON schema of the result, or <see langword="null"/> for none.</param>
/// <param name="SchemaParts">The parameters whose schema is known at run time only, and their types.</param>
/// <param name="ResultSchemaType">The type of the result, where its schema is known at run time only.</param>
internal sealed record ToolModel(
    string Name,
    string Description,
    string DeclaringType,
    string MethodName,
    bool IsStatic,
    EquatableArray<ParameterModel> Parameters,
    ResultModel Result,
    string Schema,
    string? ResultSchema,
    EquatableArray<SchemaPart> SchemaParts,
    string? ResultSchemaType);

/// <summary>A property of a schema that is described at run time.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Type">Its type, with <c>global::</c>.</param>
/// <param name="IsNullable">Whether null is among the values of the parameter.</param>
internal sealed record SchemaPart(string Property, string Type, bool IsNullable);

/// <summary>Where the value of a parameter comes from.</summary>
internal enum ParameterKind
{
    Argument,
    CancellationToken,
    Services,
    Arguments,
    KeyedService,
    Kernel,
    KernelArguments,
    KernelFunction,
    KernelService,
    LoggerFactory,
    Logger,
    ServiceSelector,
    Culture,
}

/// <summary>A parameter.</summary>
/// <param name="Kind">Where its value comes from.</param>
/// <param name="Name">The parameter's name, or the argument's.</param>
/// <param name="Type">The type, with <c>global::</c>.</param>
/// <param name="Default">The default as a C# expression, or <see langword="null"/> for none.</param>
/// <param name="Key">The key of a service as a C# expression, or <see langword="null"/>.</param>
internal sealed record ParameterModel(ParameterKind Kind, string Name, string Type, string? Default, string? Key);

/// <summary>How a method gives its result.</summary>
internal enum ResultKind
{
    None,
    Value,
    Task,
    TaskOfValue,
    Sequence,

    /// <summary>A result as Semantic Kernel has it, in a task or not.</summary>
    KernelResult,
}

/// <summary>What a method gives back.</summary>
/// <param name="Kind">How.</param>
/// <param name="Type">The type of the value or of the items, with <c>global::</c>; <see langword="null"/> for none.</param>
internal sealed record ResultModel(ResultKind Kind, string? Type);
