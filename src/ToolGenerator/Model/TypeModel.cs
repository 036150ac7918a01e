namespace Websopy.SemanticKernel.ToolGenerator.Model;

/// <summary>What a type is to the serializer.</summary>
internal enum TypeShape
{
    /// <summary>A value that the serializer has a converter for.</summary>
    Value,
    Enum,
    Nullable,
    Collection,
    Dictionary,
    Object,

    /// <summary>A type with a converter of its own.</summary>
    Converter,

    /// <summary>A type of the user's context, or of Microsoft.Extensions.AI: described at run time.</summary>
    External,
}

/// <summary>A type as the serializer and the schema see it. Other types are named, never held.</summary>
/// <param name="Name">The type, with <c>global::</c> and without annotations of references; the key of the model.</param>
/// <param name="Shape">What it is.</param>
/// <param name="IsValueType">Whether it is a value type.</param>
/// <param name="Annotations">The attributes of the type that a schema shows.</param>
/// <param name="Schema">The keywords of a value's schema as JSON, or <see langword="null"/> for any value.</param>
/// <param name="Element">The items' type, the values' type of a dictionary, the type inside a nullable.</param>
/// <param name="Key">The keys' type of a dictionary.</param>
/// <param name="Create">The C# expression that describes the type to the serializer, or <see langword="null"/> where Microsoft.Extensions.AI does.</param>
/// <param name="Members">The members of an object.</param>
/// <param name="EnumNames">The names and values of an enum, as JSON text and number.</param>
/// <param name="IsFlags">Whether the values of an enum combine.</param>
internal sealed record TypeModel(
    string Name,
    TypeShape Shape,
    bool IsValueType,
    Annotations Annotations,
    string? Schema = null,
    string? Element = null,
    string? Key = null,
    string? Create = null,
    ObjectModel? Members = null,
    EquatableArray<EnumName> EnumNames = default,
    bool IsFlags = false);

/// <summary>A name of an enum.</summary>
/// <param name="Name">The name in JSON.</param>
/// <param name="Value">The value; unsigned values keep their bits.</param>
internal sealed record EnumName(string Name, long Value);
