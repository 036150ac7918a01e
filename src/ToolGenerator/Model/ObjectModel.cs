namespace Websopy.SemanticKernel.ToolGenerator.Model;

/// <summary>The members of a class or struct that the serializer reads and writes.</summary>
/// <param name="Constructor">How an object is made; <see langword="null"/> where it can only be written.</param>
/// <param name="Properties">The properties, in the serializer's order.</param>
/// <param name="NumberHandling">How numbers may be written, as a number of <c>JsonNumberHandling</c>.</param>
/// <param name="CreationHandling">Whether objects in properties are filled or replaced, as a number of <c>JsonObjectCreationHandling</c>.</param>
/// <param name="DisallowsUnmapped">Whether unknown properties are an error.</param>
internal sealed record ObjectModel(
    ConstructorModel? Constructor,
    EquatableArray<PropertyModel> Properties,
    int? NumberHandling,
    int? CreationHandling,
    bool DisallowsUnmapped);

/// <summary>A constructor.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="NeedsAccessor">Whether C# would not let us call it: it is not public, or members are required.</param>
internal sealed record ConstructorModel(EquatableArray<ConstructorParameter> Parameters, bool NeedsAccessor);

/// <summary>A parameter of a constructor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">Its default as a C# expression, or <see langword="null"/>.</param>
/// <param name="IsNullable">Whether it takes null.</param>
internal sealed record ConstructorParameter(string Name, string Type, string? Default, bool IsNullable);

/// <summary>How generated code gets at a member.</summary>
internal enum Access
{
    None,
    Direct,

    /// <summary>Through an unsafe accessor: the member is not public, or can be set by an initializer alone.</summary>
    Accessor,
}

/// <summary>A property or field.</summary>
internal sealed record PropertyModel
{
    /// <summary>Its name in C#.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its name in JSON.</summary>
    public string JsonName { get; init; } = "";

    /// <summary>Whether an attribute gives the name in JSON, instead of the naming policy.</summary>
    public bool HasJsonName { get; init; }

    /// <summary>The class that declares it.</summary>
    public string DeclaringType { get; init; } = "";

    /// <summary>Its type.</summary>
    public string Type { get; init; } = "";

    public bool IsField { get; init; }

    public bool IsPublic { get; init; }

    public bool IsVirtual { get; init; }

    public bool HasJsonInclude { get; init; }

    public bool IsExtensionData { get; init; }

    /// <summary>Whether it must be in the JSON that is read.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is in the schema's list of required properties because a constructor needs it.</summary>
    public bool IsRequiredByConstructor { get; init; }

    /// <summary>Whether null is among its values, as far as annotations tell.</summary>
    public bool IsNullable { get; init; }

    public Access Get { get; init; }

    public Access Set { get; init; }

    public int Order { get; init; }

    /// <summary>A number of <c>JsonIgnoreCondition</c>.</summary>
    public int? IgnoreCondition { get; init; }

    /// <summary>A number of <c>JsonNumberHandling</c>.</summary>
    public int? NumberHandling { get; init; }

    /// <summary>A number of <c>JsonObjectCreationHandling</c>.</summary>
    public int? CreationHandling { get; init; }

    /// <summary>The C# expression of its own converter, or <see langword="null"/>.</summary>
    public string? Converter { get; init; }

    /// <summary>The schema of what its own converter reads, as JSON; <see langword="null"/> for any value.</summary>
    public string? ConverterSchema { get; init; }

    /// <summary>The default of the constructor's parameter as JSON, or <see langword="null"/>.</summary>
    public string? DefaultJson { get; init; }

    public Annotations Annotations { get; init; } = Annotations.None;
}
